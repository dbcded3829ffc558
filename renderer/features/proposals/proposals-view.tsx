import './proposals.css'
import { useEffect, useRef } from 'react'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import { revisionName } from '#shared/model/revision.ts'
import { upcoming } from '#shared/negotiation/deadlines.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { useNow } from '../../stores/clock.ts'
import { show } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { DelegationProposals } from '../delegation/delegation-proposals.tsx'
import { useProposes } from '../delegation/own.ts'
import { changeSettings } from '../documents/settings.ts'
import { WatchFolder } from '../exchange/watch-folder.tsx'
import { AddFiles, Brought } from './add-files.tsx'
import { Consequences } from './consequences.tsx'
import { PointPaper } from './point-paper.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { Queue } from './queue.tsx'
import { currentOf, type Shown, shownPoints, useReview, waitingIn } from './state.ts'

/** What is proposed on the plan: for the Chair to decide, or at a delegation's desk what it proposes itself. */
export const ProposalsView = () => (useProposes() ? <DelegationProposals /> : <Review />)

/** The delegations' proposals, point by point, for the Chair to decide. */
function Review() {
  const plan = usePlan((state) => state.plan)
  const { shown, proposal, asking } = useReview()
  const view = useRef<HTMLDivElement>(null)
  // The keys that decide work at once, without a click into the view first; and again when what had the focus is gone with its proposal.
  useEffect(() => {
    if (document.activeElement === document.body) view.current?.focus()
  }, [asking, proposal, plan?.decisions])
  if (plan === null) return null
  const points = shownPoints(plan, shown, proposal)
  const current = currentOf(points, proposal)
  return (
    <div className="proposals" ref={view} tabIndex={-1}>
      <Head plan={plan} shown={shown} />
      <Brought />
      {current === null ? (
        <div className="sheet-scroll">
          <Nothing plan={plan} />
        </div>
      ) : (
        <div className="proposals-body">
          <Queue plan={plan} points={points} current={current.point.id} />
          <div className="point">
            <PointPaper plan={plan} point={current.point} />
            {current.point.proposals.map((one) => (
              <ProposalCard key={one.id} plan={plan} proposal={one} current={one.id === current.proposal.id} />
            ))}
          </div>
          <Consequences plan={plan} proposal={current.proposal} />
        </div>
      )}
    </div>
  )
}

/** The text with everything that is proposed on it, as it will print. */
function compile(): void {
  changeSettings({ layout: 'compilation' })
  show('document')
}

/** More delegations than these are counted, and named in the tooltip: the text is what there must be room for. */
const mostNamed = 6

function Head({ plan, shown }: { readonly plan: Plan; readonly shown: Shown }) {
  const waiting = waitingIn(plan)
  const revision = latestRevision(plan)
  const [deadline] = upcoming(plan, useNow())
  const counts = [...Map.groupBy(plan.proposals, ({ author }) => author.delegation)]
    .map(([delegation, proposals]) => ({ delegation: delegationName(delegation, windowLanguage), count: proposals.length }))
    .toSorted((a, b) => b.count - a.count || a.delegation.localeCompare(b.delegation))
  const each = counts.map(({ delegation, count }) => `${delegation} ${count}`)
  const facts = [
    ...(each.length > mostNamed ? [words('proposals.from-many', { count: each.length })] : each),
    ...(deadline === undefined ? [] : [words('proposals.deadline', { when: moment(deadline.expires) })]),
  ]
  const name = revision === null ? '' : revisionName(revision)
  return (
    <header className="head">
      <h1>{name === '' ? words('view.proposals') : words('proposals.title', { revision: name })}</h1>
      <p title={each.length > mostNamed ? each.join(' · ') : undefined}>
        {facts.length === 0 ? words('proposals.none') : facts.join(' · ')}
      </p>
      <div className="actions">
        {plan.proposals.length > 0 && (
          <Segmented
            label={words('proposals.shown')}
            choices={[
              { id: 'open', label: words('proposals.open', { count: waiting }) },
              { id: 'decided', label: words('proposals.decided-count', { count: plan.proposals.length - waiting }) },
              { id: 'all', label: words('proposals.all', { count: plan.proposals.length }) },
            ]}
            chosen={shown}
            onChoose={(choice: Shown) => useReview.setState({ shown: choice, proposal: null, asking: null, refused: null })}
          />
        )}
        <WatchFolder />
        {plan.proposals.length > 0 && <AddFiles />}
        {plan.proposals.length > 0 && (
          <Button look="primary" onPress={compile}>
            {words('proposals.compile')}
          </Button>
        )}
      </div>
    </header>
  )
}

function Nothing({ plan }: { readonly plan: Plan }) {
  if (plan.proposals.length === 0)
    return (
      <EmptyState title={words('proposals.empty-title')} text={words('proposals.empty-text')}>
        <AddFiles look="primary" />
        <p className="example">{words('proposals.empty-example')}</p>
      </EmptyState>
    )
  return (
    <EmptyState title={words('proposals.done-title')} text={words('proposals.done-text')}>
      <Button onPress={() => useReview.setState({ shown: 'all', proposal: null })}>{words('proposals.show-all')}</Button>
    </EmptyState>
  )
}
