import type { Author } from '#shared/model/author.ts'
import type { Decision } from '#shared/model/decision.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Objection } from '#shared/model/deadline.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { type Revision } from '#shared/model/revision.ts'
import { contentHash } from '#shared/exchange/content-hash.ts'

/** A delegation, or the Chair. */
export const anAuthor = (delegation: string, more: Partial<Author> = {}): Author => ({
  name: '',
  delegation,
  role: delegation === 'Chair' ? 'chair' : 'delegation',
  key: null,
  ...more,
})

/** A proposal to write other notes into a row. */
export const aProposal = (row: Activity, by: string, notes: string, more: Partial<Proposal> = {}): Proposal => ({
  type: 'proposal',
  id: crypto.randomUUID(),
  author: anAuthor(by),
  at: '2026-10-01T10:00:00Z',
  change: { kind: 'set', type: 'activity', record: row.id, field: 'notes', was: row.notes, value: notes },
  justification: '',
  parent: null,
  revision: null,
  sent: null,
  withdrawn: null,
  ...more,
})

export const anObjection = (by: string, deadline: string, more: Partial<Objection> = {}): Objection => ({
  type: 'objection',
  id: crypto.randomUUID(),
  deadline,
  author: anAuthor(by),
  at: '2026-10-02T10:00:00Z',
  reason: 'Instructions are awaited.',
  sent: null,
  ...more,
})

/** The Chair's refusal of a proposal. */
export const aRejection = (proposal: Proposal, more: Partial<Decision> = {}): Decision => ({
  type: 'decision',
  id: crypto.randomUUID(),
  proposal: proposal.id,
  version: proposal.at,
  outcome: 'rejected',
  by: anAuthor('Chair'),
  at: '2026-10-05T10:00:00Z',
  reason: 'No consensus.',
  enacted: null,
  ...more,
})

/** A revision of a plan as it stands. */
export const aRevision = (plan: Plan, number: number, more: Partial<Revision> = {}): Revision => ({
  type: 'revision',
  id: crypto.randomUUID(),
  kind: number === 0 ? 'first' : 'rev',
  number,
  language: null,
  date: '2026-10-01',
  at: `2026-10-0${number + 1}T09:00:00Z`,
  note: '',
  hash: contentHash(plan),
  rows: plan.activities.map(({ id }) => id),
  ...more,
})
