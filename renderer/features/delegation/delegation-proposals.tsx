import { useState } from 'react'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import { type Point, pointsOf } from '#shared/negotiation/points.ts'
import { upcoming } from '#shared/negotiation/deadlines.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { useNow } from '../../stores/clock.ts'
import { useIdentity } from '../../stores/identity.ts'
import { goTo, show, usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { namePoint } from '../proposals/point-name.ts'
import { isOwn } from './own.ts'
import { OthersProposal } from './others-proposal.tsx'
import { OwnProposal } from './own-proposal.tsx'

type Whose = 'own' | 'all'

/** What one proposes on the Chair's text, in the order of the document, beside what others do where the Chair's file says it. */
export function DelegationProposals() {
  const held = usePlan((state) => state.held)
  const author = useIdentity((state) => state.author)
  const [whose, setWhose] = useState<Whose>('own')
  const [deadline] = upcoming(held ?? { deadlines: [] }, useNow())
  if (held === null) return null
  const own = held.proposals.filter((proposal) => isOwn(proposal, author))
  const others = held.proposals.length - own.length
  const shown = pointsOf(held)
    .map((point) => ({ ...point, proposals: point.proposals.filter((one) => whose === 'all' || isOwn(one, author)) }))
    .filter(({ proposals }) => proposals.length > 0)
  const facts = [
    ...(author === null ? [] : [delegationName(author.delegation, windowLanguage)]),
    words('delegation.count', { count: own.length }),
    ...(deadline === undefined ? [] : [words('proposals.deadline', { when: moment(deadline.expires) })]),
  ]
  return (
    <>
      <header className="head">
        <h1>{words('delegation.title')}</h1>
        <p>{facts.join(' · ')}</p>
        <div className="actions">
          {others > 0 && (
            <Segmented
              label={words('proposals.shown')}
              choices={[
                { id: 'own', label: words('delegation.show-own', { count: own.length }) },
                { id: 'all', label: words('proposals.all', { count: held.proposals.length }) },
              ]}
              chosen={whose}
              onChoose={setWhose}
            />
          )}
        </div>
      </header>
      <div className="sheet-scroll">
        {shown.length === 0 ? (
          <EmptyState title={words('delegation.empty-title')} text={words('delegation.empty-text')}>
            <p className="example">{words('delegation.empty-example')}</p>
          </EmptyState>
        ) : (
          <ol className="own-points" aria-label={words('proposals.points')}>
            {shown.map((point) => (
              <OnePoint key={point.id} held={held} point={point} />
            ))}
          </ol>
        )}
      </div>
    </>
  )
}

/** Brings what a point is about into view, where it is written. */
function visit({ id, record, stands }: Point): void {
  const isThere = usePlan.getState().plan?.activities.some((row) => row.id === id) === true
  if (record?.type === 'activity' && isThere) goTo(id)
  else if (record?.type === 'activity') show('calendar')
  else if (record !== null && stands)
    usePlace.setState({ view: record.type === 'section' ? 'text' : 'mandates', editing: null, reveal: id })
}

function OnePoint({ held, point }: { readonly held: Plan; readonly point: Point }) {
  const author = useIdentity((state) => state.author)
  const { name, detail } = namePoint(point, held)
  return (
    <li>
      <h2>
        {point.record === null ? (
          name
        ) : (
          <button type="button" className="link" onClick={() => visit(point)}>
            {name}
          </button>
        )}
        <small>{detail}</small>
      </h2>
      {point.proposals.map((proposal) =>
        isOwn(proposal, author) ? (
          <OwnProposal key={proposal.id} held={held} proposal={proposal} />
        ) : (
          <OthersProposal key={proposal.id} held={held} proposal={proposal} />
        ),
      )}
    </li>
  )
}
