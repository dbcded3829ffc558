import { useEffect, useState } from 'react'
import type { Receipt } from '#shared/exchange/receipt.ts'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { revisionName } from '#shared/model/revision.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { pointsOf } from '#shared/negotiation/points.ts'
import { latestDecision } from '#shared/negotiation/states.ts'
import { api } from '../../api.ts'
import { day, windowLanguage, words } from '../../app/words.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { ActivityCell } from '../calendar/activity-cell.tsx'
import { DateCell } from '../calendar/date-cell.tsx'
import { MandateCell } from '../calendar/mandate-cell.tsx'
import { useConsequence } from './consequence.ts'
import { namePoint } from './point-name.ts'

interface Props {
  readonly plan: Plan
  readonly proposal: Proposal
}

/** What would come of accepting the proposal, who sent it, and what was decided so far. */
export function Consequences({ plan, proposal }: Props) {
  return (
    <aside className="side consequences" aria-label={words('proposals.consequences')} data-pane="details">
      <div className="side-content">
        <IfAccepted plan={plan} proposal={proposal} />
        <SentBy plan={plan} proposal={proposal} />
        <DecisionsSoFar plan={plan} />
      </div>
    </aside>
  )
}

function IfAccepted({ plan, proposal }: Props) {
  const consequence = useConsequence(plan, proposal)
  if (consequence === null)
    return (
      <section>
        <h2>{words('proposals.if-accepted')}</h2>
        <p className="aside">{words('proposals.does-not-fit')}</p>
      </section>
    )
  const { activity, standing, removes, adds } = consequence
  return (
    <>
      {activity !== null && (
        <section>
          <h2>{words('proposals.if-accepted')}</h2>
          <div className="sheet reads">
            <DateCell activity={activity} findings={[]} />
            {activity.mandate.length > 0 && <MandateCell activity={activity} findings={[]} />}
            {activity.items.length > 0 && <ActivityCell activity={activity} findings={[]} />}
          </div>
        </section>
      )}
      <section>
        <h2>{words('proposals.check-says')}</h2>
        {standing !== null && (
          <div className={`verdict ${standing}`}>
            <VerdictMark standing={standing} label="" />
            <div>{words(`verdict.${standing}`)}</div>
          </div>
        )}
        {removes.length === 0 && adds.length === 0 && <p className="aside">{words('proposals.check-same')}</p>}
        <ul className="changes">
          {removes.map((sentence) => (
            <li key={sentence} className="removes">
              <small>{words('proposals.removes')}</small>
              {sentence}
            </li>
          ))}
          {adds.map((sentence) => (
            <li key={sentence} className="adds">
              <small>{words('proposals.adds')}</small>
              {sentence}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The files collected into the plan, read again when its proposals change. */
function useReceipts(plan: Plan): readonly Receipt[] {
  const [receipts, setReceipts] = useState<readonly Receipt[]>([])
  const { id } = plan.header
  useEffect(() => {
    let stale = false
    api()
      .exchange.standing({ planId: id })
      .then(({ collected }) => !stale && setReceipts(collected))
      // Who sent it is told by the proposal itself; the file's name is not worth a message.
      .catch(() => {})
    return () => {
      stale = true
    }
  }, [id, plan.proposals])
  return receipts
}

function SentBy({ plan, proposal }: Props) {
  const { author, at, revision } = proposal
  const receipt = useReceipts(plan).find(({ sender }) => sender?.delegation === author.delegation)
  const made = plan.revisions.find(({ id }) => id === revision)
  const latest = latestRevision(plan)
  const base = made === undefined ? words('revisions.first') : revisionName(made) || words('revisions.first')
  return (
    <section>
      <h2>{words('proposals.sent-by')}</h2>
      <dl className="facts">
        <dt>{words('proposals.author')}</dt>
        <dd>{[author.name, delegationName(author.delegation, windowLanguage)].filter(Boolean).join(', ')}</dd>
        <dt>{words('proposals.written')}</dt>
        <dd>{day(at.slice(0, 10))}</dd>
        {receipt !== undefined && (
          <>
            <dt>{words('proposals.file')}</dt>
            <dd className="file-name">{receipt.fileName}</dd>
            <dt>{words('proposals.signature')}</dt>
            <dd className={receipt.signature.kind === 'changed' || receipt.signature.kind === 'other-key' ? 'doubtful' : undefined}>
              {words(`signature.${receipt.signature.kind}`)}
            </dd>
          </>
        )}
        <dt>{words('proposals.base')}</dt>
        <dd>
          {latest !== null && made?.id !== latest.id
            ? words('proposals.base-older', { base, now: revisionName(latest) || words('revisions.first') })
            : base}
        </dd>
      </dl>
    </section>
  )
}

const remembered = 8

function DecisionsSoFar({ plan }: { readonly plan: Plan }) {
  const taken = plan.decisions
    .filter((decision) => latestDecision(plan, decision.proposal) === decision)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  if (taken.length === 0) return null
  const points = pointsOf(plan)
  return (
    <section>
      <h2>{words('proposals.so-far')}</h2>
      <ul className="so-far">
        {taken.slice(0, remembered).map(({ id, proposal, outcome, reason }) => {
          const point = points.find(({ proposals }) => proposals.some((one) => one.id === proposal))
          const who = delegationName(plan.proposals.find((one) => one.id === proposal)?.author.delegation ?? '', windowLanguage)
          return (
            <li key={id}>
              {[point === undefined ? '' : namePoint(point, plan).name, who, words(`proposals.state-${outcome}`)]
                .filter(Boolean)
                .join(' · ')}
              {reason !== '' && <small>{reason}</small>}
            </li>
          )
        })}
      </ul>
      {taken.length > remembered && <p className="aside">{words('proposals.more-decisions', { count: taken.length - remembered })}</p>}
    </section>
  )
}
