import canonicalize from 'canonicalize'
import { equal } from '../lib/equal.ts'
import type { Decision } from '../model/decision.ts'
import type { Objection } from '../model/deadline.ts'
import type { Plan, PlanRecord } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import type { Change } from '../operations/change.ts'
import { updateRecord } from '../operations/edits.ts'

/** What a file brings to a plan's negotiation. */
export interface Incoming {
  readonly proposals: readonly Proposal[]
  readonly objections: readonly Objection[]
  /** Decisions, where the sender takes them too: the secretariat for the Chair. */
  readonly decisions: readonly Decision[]
}

/** What collecting a file did. `foreign` are versions of a proposal sent by somebody other than its author; they change nothing. */
export interface Collected {
  readonly changes: readonly Change[]
  readonly added: number
  readonly updated: number
  readonly known: number
  readonly foreign: readonly Proposal[]
}

/** When its author last said something of a proposal: wrote it, or took it back. */
const lastSaid = ({ at, withdrawn }: Proposal): number => Math.max(Date.parse(at), withdrawn === null ? 0 : Date.parse(withdrawn))

/** Whether the Chair has yet to be sent an objection or a proposal, or what its author said of it since. */
export function isUnsent(said: Proposal | Objection): boolean {
  if (said.type === 'objection') return said.sent === null
  return said.sent === null ? said.withdrawn === null : lastSaid(said) > Date.parse(said.sent)
}

/**
 * Whether one version of a proposal counts rather than another: what was said last does, at one moment the withdrawal, else whichever text is
 * greater, so that every order of files ends alike.
 */
export function isLater(a: Proposal, b: Proposal): boolean {
  const [first, second] = [lastSaid(a), lastSaid(b)]
  if (first !== second) return first > second
  if ((a.withdrawn === null) !== (b.withdrawn === null)) return a.withdrawn !== null
  return (canonicalize(a) ?? '') > (canonicalize(b) ?? '')
}

/**
 * The edits that bring what a file holds into a plan: proposals, objections and decisions it did not have, and later versions of proposals
 * by the same delegation. Files can come in any order and more than once: the outcome is the same.
 */
export function collect(plan: Plan, incoming: Incoming): Collected {
  const held = new Map<string, PlanRecord>([...plan.proposals, ...plan.objections, ...plan.decisions].map((record) => [record.id, record]))
  const changes: Change[] = []
  const foreign: Proposal[] = []
  let [added, updated, known] = [0, 0, 0]
  const insert = (record: Proposal | Objection | Decision): void => {
    changes.push({ kind: 'insert', record })
    held.set(record.id, record)
    added += 1
  }
  for (const proposal of incoming.proposals) {
    const before = held.get(proposal.id)
    if (before === undefined) insert(proposal)
    else if (before.type !== 'proposal' || before.author.delegation !== proposal.author.delegation) foreign.push(proposal)
    else {
      const { id: _id, type: _type, ...fields } = proposal
      const change = !equal(proposal, before) && isLater(proposal, before) ? updateRecord<Proposal>(before, fields) : null
      if (change === null) known += 1
      else {
        changes.push(change)
        held.set(proposal.id, proposal)
        updated += 1
      }
    }
  }
  for (const record of [...incoming.objections, ...incoming.decisions]) {
    if (held.has(record.id)) known += 1
    else insert(record)
  }
  return { changes, added, updated, known, foreign }
}
