import { describe, expect, it } from 'vitest'
import type { Author } from '#shared/model/author.ts'
import type { Plan } from '#shared/model/plan.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { labelsWith } from '#shared/negotiation/numbering.ts'
import { asProposed, propose, standing } from '#shared/negotiation/propose.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, setItems, setWhen } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { anActivity, anItem, aPlan, counterIds, on } from '../../builders/plan.ts'

const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const mexico: Author = { name: '', delegation: 'Mexico', role: 'delegation', key: null }
const chair: Author = { name: 'A. Chair', delegation: 'Chair', role: 'chair', key: null }
const makeId = counterIds(0x2000)
const by = { author: mexico, at: '2026-09-20T10:00:00Z', revision: null, makeId }

const base = aPlan({
  activities: ['Access to pensions in host countries', 'Election of the Vice Chair', 'Approval of the report'].map((text) =>
    anActivity({ when: on('2026-10-13'), items: [text] }),
  ),
})

/** What the delegation sees after an edit of what it saw, and the plan that holds its proposals. */
const drafted = (plan: Plan, changes: (seen: Plan) => readonly Change[]): Plan => {
  const seen = asProposed(plan, standing(plan, 'Mexico'))
  return applied(plan, propose(plan, applied(seen, changes(seen)), by))
}

const row = (plan: Plan, index: number) => {
  const activity = plan.activities[index]
  if (activity === undefined) throw new Error(`no row ${index + 1}`)
  return activity
}
const texts = (plan: Plan) => plan.activities.map(({ items }) => items.map(({ text }) => text).join('; '))

describe('A delegation edits the text it received', () => {
  it('and what it writes stands as a proposal beside a text that stays as it was', () => {
    const after = drafted(base, (seen) => setItems(row(seen, 0), [anItem('Access to pensions and health in host countries')]))
    expect(texts(after)).toEqual(texts(base))
    expect(after.proposals).toHaveLength(1)
    expect(texts(asProposed(after, after.proposals))[0]).toBe('Access to pensions and health in host countries')
  })

  it('and edits it again: the proposal is rewritten, not doubled; restoring the words drops it', () => {
    const once = drafted(base, (seen) => setWhen(row(seen, 1), on('2026-10-20')))
    const twice = drafted(once, (seen) => setWhen(row(seen, 1), on('2026-10-27')))
    expect(twice.proposals.map(({ change }) => change.kind === 'set' && change.value)).toEqual([on('2026-10-27')])
    expect(drafted(twice, (seen) => setWhen(row(seen, 1), on('2026-10-13'))).proposals).toEqual([])
  })

  it('and a new row after row 2 is proposed as 2bis, then edited as one proposal', () => {
    const withRow = drafted(base, (seen) => insertActivity(seen, 2, makeId).changes)
    const written = drafted(withRow, (seen) => setItems(row(seen, 2), [anItem('Round table')]))
    expect(written.proposals).toHaveLength(1)
    const seen = asProposed(written, standing(written, 'Mexico'))
    expect(texts(seen)[2]).toBe('Round table')
    const named = {
      ...written,
      revisions: [
        {
          type: 'revision' as const,
          id: makeId(),
          kind: 'first' as const,
          number: 0,
          language: null,
          date: '2026-09-01',
          at: '2026-09-01T00:00:00Z',
          note: '',
          hash: '0'.repeat(64),
          rows: base.activities.map(({ id }) => id),
        },
      ],
    }
    expect([...labelsWith(named, seen.activities).values()]).toEqual(['1', '2', '2bis', '3'])
  })

  it('and moves a row: one proposal, the same place when it is seen again', () => {
    const moved = drafted(base, (seen) => moveActivities(seen, [row(seen, 2)], 0))
    expect(moved.proposals.map(({ change }) => change.kind)).toEqual(['move'])
    expect(texts(asProposed(moved, moved.proposals))).toEqual([texts(base)[2], texts(base)[0], texts(base)[1]])
  })
})

describe('The Chair decides', () => {
  const proposed = drafted(base, (seen) =>
    setItems(row(seen, 0), [{ ...row(seen, 0).items[0]!, text: 'Access to portable pensions in host countries' }]),
  )
  const proposal = proposed.proposals[0]!
  const verdict = { id: makeId(), by: chair, at: '2026-09-21T10:00:00Z', reason: '', instead: null }

  it('an accepted proposal is an ordinary edit of the text', () => {
    const decision = decide(proposed, proposal, { ...verdict, outcome: 'accepted' })
    if (!decision.ok) throw new Error('not decided')
    const after = applied(proposed, decision.value)
    expect(texts(after)[0]).toBe('Access to portable pensions in host countries')
    expect(stateOf(after, proposal)).toBe('accepted')
  })

  it('a proposal on a text that moved on is brought together with it where the words differ', () => {
    const moved = applied(
      proposed,
      setItems(row(proposed, 0), [{ ...row(proposed, 0).items[0]!, text: 'Access to pensions in countries of destination' }]),
    )
    expect(stateOf(moved, proposal)).toBe('open')
    const decision = decide(moved, proposal, { ...verdict, outcome: 'accepted' })
    if (!decision.ok) throw new Error('not decided')
    expect(texts(applied(moved, decision.value))[0]).toBe('Access to portable pensions in countries of destination')
  })

  it('a proposal whose words were changed since is obsolete and stays on record', () => {
    const changed = applied(
      proposed,
      setItems(row(proposed, 0), [{ ...row(proposed, 0).items[0]!, text: 'Access to social benefits in host countries' }]),
    )
    expect(stateOf(changed, proposal)).toBe('obsolete')
    expect(decide(changed, proposal, { ...verdict, outcome: 'accepted' }).ok).toBe(false)
    expect(changed.proposals).toHaveLength(1)
  })

  it('a rejection after an acceptance leaves no trace in the text', () => {
    const accepted = decide(proposed, proposal, { ...verdict, outcome: 'accepted' })
    if (!accepted.ok) throw new Error('not decided')
    const after = applied(proposed, accepted.value)
    const rejected = decide(after, proposal, {
      ...verdict,
      id: makeId(),
      at: '2026-09-22T10:00:00Z',
      outcome: 'rejected',
      reason: 'Outside the term.',
    })
    if (!rejected.ok) throw new Error('not decided')
    const end = applied(after, rejected.value)
    expect(end.activities).toEqual(base.activities)
    expect(stateOf(end, proposal)).toBe('rejected')
  })
})
