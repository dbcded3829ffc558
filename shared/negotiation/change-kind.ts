import type { ProposedChange } from '../model/proposal.ts'

/** What a proposal asks for, in the words of negotiators. */
export type ProposalKind = 'text' | 'insert' | 'delete' | 'move' | 'date' | 'cite' | 'uncite'

const length = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Names a change for people. A mandate cell that gains nothing is an authority taken away. */
export function kindOf(change: ProposedChange): ProposalKind {
  switch (change.kind) {
    case 'insert':
      return 'insert'
    case 'remove':
      return 'delete'
    case 'move':
      return 'move'
    case 'set':
      if (change.field === 'when') return 'date'
      if (change.field !== 'mandate' && change.field !== 'citation') return 'text'
      return length(change.value) < length(change.was) ? 'uncite' : 'cite'
  }
}

/** The record that a change is about: the one it adds, takes away or alters. */
export const recordOf = (change: ProposedChange): string => (typeof change.record === 'string' ? change.record : change.record.id)

/** What a change is about, so that two on the same can be told: the record's place, its existence, or one of its fields. */
export function targetOf(change: ProposedChange): string {
  const about = change.kind === 'set' ? change.field : change.kind === 'move' ? 'place' : 'record'
  return `${recordOf(change)} ${about}`
}
