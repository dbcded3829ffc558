import { describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/model/decision.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { enact } from '#shared/negotiation/accept.ts'
import { collect } from '#shared/negotiation/collect.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { counter, propose, standing, withdraw } from '#shared/negotiation/propose.ts'
import { isOpen, stateOf } from '#shared/negotiation/states.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { aBlock, anActivity, anItem, aPlan, aSection, counterIds, numberedId, on } from '../../builders/plan.ts'
import { applied, chair, delegate } from './random-plans.ts'

const paragraph = aBlock('The committee considers pensions and the integration of returnees.', {
  footnotes: [{ id: numberedId(0x77), at: 32, text: 'See the report of 2025.' }],
  marks: [{ kind: 'bold', start: 24, end: 32 }],
})
const base = aPlan({
  sections: [aSection({ heading: 'Introduction', blocks: [paragraph] })],
  activities: ['Access to pensions in host countries', 'Election of the Vice Chair', 'Approval of the report'].map((text) =>
    anActivity({ when: on('2026-10-13'), items: [text] }),
  ),
})
const row = (plan: Plan, number: number) => {
  const activity = plan.activities[number - 1]
  if (activity === undefined) throw new Error(`no row ${number}`)
  return activity
}
const worded = (plan: Plan, number: number, text: string): Change[] => {
  const { items } = row(plan, number)
  return setItems(row(plan, number), items.with(0, anItem(text, { id: items[0]?.id ?? '' })))
}
const wording = (plan: Plan, number: number): string => row(plan, number).items[0]?.text ?? ''
const reworded = (plan: Plan, text: string, more: Partial<typeof paragraph> = {}): Change[] =>
  plan.sections.flatMap((section) => updateRecord(section, { blocks: [{ ...paragraph, text, ...more }] }) ?? [])

const makeId = counterIds(0x2000)
/** The plan with what a delegation proposes by these edits of it. */
function proposed(plan: Plan, delegation: string, changes: readonly Change[], at = '2026-09-20T10:00:00Z'): Plan {
  return applied(plan, propose(plan, applied(plan, changes), { author: delegate(delegation), at, revision: null, makeId }))
}
const by = (plan: Plan, delegation: string): Proposal => {
  const found = plan.proposals.find(({ author }) => author.delegation === delegation)
  if (found === undefined) throw new Error(`nothing by ${delegation}`)
  return found
}

let minute = 0
const decision = (plan: Plan, proposal: Proposal, outcome: Outcome, instead: ProposedChange | null = null) =>
  decide(plan, proposal, {
    id: makeId(),
    outcome,
    by: chair,
    at: `2026-10-01T10:${String(++minute).padStart(2, '0')}:00Z`,
    reason: 'Said so',
    instead,
  })
function decided(plan: Plan, proposal: Proposal, outcome: Outcome, instead: ProposedChange | null = null): Plan {
  const changes = decision(plan, proposal, outcome, instead)
  if (!changes.ok) throw new Error(JSON.stringify(changes.error))
  return applied(plan, changes.value)
}

describe('What no longer fits the text', () => {
  const misfit = (change: ProposedChange, plan: Plan) => {
    const outcome = enact(plan, change)
    return outcome.ok ? 'fits' : outcome.error
  }

  it.each([
    ['an edit of a row that was deleted', worded(base, 1, 'Access to benefits'), removeRecord(row(base, 1)), 'gone'],
    ['an edit of words that were changed since', worded(base, 1, 'Access to benefits'), worded(base, 1, 'Access to health'), 'changed'],
    ['a date where another was set since', setWhen(row(base, 1), on('2026-10-20')), setWhen(row(base, 1), on('2026-10-27')), 'changed'],
    ['the deletion of a row that was edited since', removeRecord(row(base, 1)), worded(base, 1, 'Access to health'), 'changed'],
    [
      'the move of a row that was moved elsewhere since',
      moveActivities(base, [row(base, 1)], 2),
      moveActivities(base, [row(base, 1)], 1),
      'changed',
    ],
    ['the move of a row that was deleted', moveActivities(base, [row(base, 1)], 2), removeRecord(row(base, 1)), 'gone'],
    ['the deletion of a row that was merely moved', removeRecord(row(base, 1)), moveActivities(base, [row(base, 1)], 2), 'fits'],
    ['the deletion of a row that is gone already', removeRecord(row(base, 1)), removeRecord(row(base, 1)), 'fits'],
    ['a row after one that is gone', insertActivity(base, 1, makeId).changes, removeRecord(row(base, 1)), 'fits'],
    ['a move behind a row that is gone', moveActivities(base, [row(base, 3)], 1), removeRecord(row(base, 1)), 'fits'],
    ['a date that was set to the same since', setWhen(row(base, 1), on('2026-10-20')), setWhen(row(base, 1), on('2026-10-20')), 'fits'],
  ] as const)('%s', (_, wanted, since, expected) => {
    expect(misfit(by(proposed(base, 'Mexico', wanted), 'Mexico').change, applied(base, since))).toBe(expected)
  })

  it('what no record can hold, as a file may propose it, is refused whole', () => {
    const plan = proposed(base, 'Mexico', setWhen(row(base, 1), on('2026-10-20')))
    const proposal = by(plan, 'Mexico')
    const wrong: Proposal = { ...proposal, change: { ...proposal.change, value: 'tomorrow' } as ProposedChange }
    expect(decision(plan, wrong, 'accepted')).toEqual({ ok: false, error: { kind: 'misfit', why: 'invalid' } })
    const identity: Proposal = {
      ...proposal,
      change: { kind: 'set', type: 'activity', record: row(base, 1).id, field: 'id', was: row(base, 1).id, value: makeId() },
    }
    expect(decision(plan, identity, 'accepted')).toEqual({ ok: false, error: { kind: 'misfit', why: 'invalid' } })
  })
})

describe('Outcomes', () => {
  const plan = proposed(
    proposed(base, 'Mexico', worded(base, 1, 'Access to benefits in host countries')),
    'Chile',
    worded(base, 1, 'Access to all pensions in host countries'),
  )

  it('accepting one of two on the same words makes the other obsolete, and it stays on record', () => {
    const after = decided(plan, by(plan, 'Mexico'), 'accepted')
    expect(wording(after, 1)).toBe('Access to benefits in host countries')
    expect(after.proposals.map((proposal) => [proposal.author.delegation, stateOf(after, proposal)])).toEqual([
      ['Mexico', 'accepted'],
      ['Chile', 'obsolete'],
    ])
    expect(decision(after, by(after, 'Chile'), 'accepted')).toEqual({ ok: false, error: { kind: 'misfit', why: 'changed' } })
    const settled = decided(after, by(after, 'Chile'), 'rejected')
    expect(stateOf(settled, by(settled, 'Chile'))).toBe('rejected')
    expect(wording(settled, 1)).toBe('Access to benefits in host countries')
  })

  it('ad referendum: the words enter the text, and the state says that the capital has still to agree', () => {
    const after = decided(plan, by(plan, 'Mexico'), 'ad-referendum')
    expect(wording(after, 1)).toBe('Access to benefits in host countries')
    expect(stateOf(after, by(after, 'Mexico'))).toBe('ad-referendum')
    const refused = decided(after, by(after, 'Mexico'), 'rejected')
    expect(refused.activities).toEqual(base.activities)
  })

  it('deferred: the text stays as it is and the point stays open', () => {
    const after = decided(plan, by(plan, 'Mexico'), 'deferred')
    expect(after.activities).toEqual(base.activities)
    expect([stateOf(after, by(after, 'Mexico')), isOpen(stateOf(after, by(after, 'Mexico')))]).toEqual(['deferred', true])
    expect(standing(after, 'Mexico')).toHaveLength(1)
  })

  it('accepted with changes: what the Chair wrote enters, and taking it back takes that out', () => {
    const { change } = by(plan, 'Mexico')
    if (change.kind !== 'set') throw new Error('expected words')
    const instead: ProposedChange = {
      ...change,
      value: [{ id: row(base, 1).items[0]?.id ?? '', level: 0, marker: 'none', text: 'Access to social benefits' }],
    }
    const after = decided(plan, by(plan, 'Mexico'), 'accepted-with-changes', instead)
    expect(wording(after, 1)).toBe('Access to social benefits')
    expect(stateOf(after, by(after, 'Mexico'))).toBe('accepted-with-changes')
    expect(decided(after, by(after, 'Mexico'), 'deferred').activities).toEqual(base.activities)
  })

  it('decided again: the latest decision counts, all of them are the log', () => {
    const once = decided(plan, by(plan, 'Mexico'), 'rejected')
    const twice = decided(once, by(once, 'Mexico'), 'accepted')
    expect(wording(twice, 1)).toBe('Access to benefits in host countries')
    expect(twice.decisions.map(({ outcome }) => outcome)).toEqual(['rejected', 'accepted'])
    expect(stateOf(twice, by(twice, 'Mexico'))).toBe('accepted')
  })

  it('a former decision whose words were changed since cannot be taken out any more', () => {
    const after = decided(plan, by(plan, 'Mexico'), 'accepted')
    const changed = applied(after, worded(after, 1, 'Access to health'))
    expect(decision(changed, by(changed, 'Mexico'), 'rejected')).toEqual({ ok: false, error: { kind: 'irrevocable', why: 'changed' } })
  })

  it('a version written after the decision is open again; a proposal that was decided is not rewritten by new edits', () => {
    const after = decided(plan, by(plan, 'Mexico'), 'rejected')
    const later: Proposal = { ...by(plan, 'Mexico'), at: '2026-10-05T10:00:00Z' }
    const received = applied(after, collect(after, { proposals: [later], objections: [], decisions: [] }).changes)
    expect(stateOf(received, by(received, 'Mexico'))).toBe('open')
    const anew = proposed(after, 'Mexico', worded(after, 1, 'Access to benefits for all in host countries'))
    expect(anew.proposals.filter(({ author }) => author.delegation === 'Mexico').map((proposal) => stateOf(anew, proposal))).toEqual([
      'rejected',
      'open',
    ])
  })
})

describe('A late file, made on an earlier revision', () => {
  it('applies where it can and says where it cannot', () => {
    const mexico = proposed(base, 'Mexico', [
      ...worded(base, 1, 'Portable access to pensions in host countries'),
      ...setWhen(row(base, 2), on('2026-10-20')),
    ])
    const moved = applied(base, [
      ...worded(base, 1, 'Access to pensions in countries of destination'),
      ...setWhen(row(base, 2), on('2026-11-03')),
      ...moveActivities(base, [row(base, 1)], 2),
    ])
    const late = applied(moved, collect(moved, { proposals: mexico.proposals, objections: [], decisions: [] }).changes)
    expect(late.proposals.map((proposal) => stateOf(late, proposal))).toEqual(['open', 'obsolete'])
    const [first] = late.proposals
    if (first === undefined) throw new Error('nothing came')
    expect(wording(decided(late, first, 'accepted'), 3)).toBe('Portable access to pensions in countries of destination')
  })
})

describe('Notes and looks move with their words', () => {
  it('when one side adds words before them and the other behind', () => {
    const plan = proposed(
      base,
      'Mexico',
      reworded(base, 'The committee considers pensions and the integration of returnees in the region.'),
    )
    const moved = applied(
      plan,
      reworded(plan, 'In 2026 the committee considers pensions and the integration of returnees.', {
        footnotes: [{ id: numberedId(0x77), at: 40, text: 'See the report of 2025.' }],
        marks: [{ kind: 'bold', start: 32, end: 40 }],
      }),
    )
    const after = decided(moved, by(moved, 'Mexico'), 'accepted')
    expect(after.sections[0]?.blocks[0]).toMatchObject({
      text: 'In 2026 the committee considers pensions and the integration of returnees in the region.',
      footnotes: [{ at: 40, text: 'See the report of 2025.' }],
      marks: [{ kind: 'bold', start: 32, end: 40 }],
    })
  })

  it('and one side’s link comes together with the other’s words', () => {
    const link = { kind: 'link', start: 41, end: 52, href: 'https://example.org/' } as const
    const plan = proposed(base, 'Mexico', reworded(base, paragraph.text, { marks: [...(paragraph.marks ?? []), link] }))
    const changed = applied(
      plan,
      reworded(plan, 'The committee examines pensions and the integration of returnees.', {
        footnotes: [{ id: numberedId(0x77), at: 31, text: 'See the report of 2025.' }],
        marks: [{ kind: 'bold', start: 23, end: 31 }],
      }),
    )
    expect(decided(changed, by(changed, 'Mexico'), 'accepted').sections[0]?.blocks[0]?.marks).toEqual([
      { kind: 'bold', start: 23, end: 31 },
      { ...link, start: 40, end: 51 },
    ])
  })
})

describe('A paragraph longer than any that people write', () => {
  it('has one say, so that no file can keep the program busy', () => {
    const words = Array.from({ length: 4000 }, (_, place) => (place % 3 === 0 ? 'the' : `word${place % 50}`))
    const start = applied(base, reworded(base, words.join(' ')))
    const at = (place: number) => reworded(start, words.with(place, 'portable').join(' '))
    const plan = proposed(start, 'Mexico', at(10))
    expect(stateOf(plan, by(plan, 'Mexico'))).toBe('open')
    const changed = applied(plan, at(3000))
    expect(stateOf(changed, by(changed, 'Mexico'))).toBe('obsolete')
  })
})

describe('Answers', () => {
  it('a counter-proposal stands beside the one it answers; a sent proposal that is taken back stays on record', () => {
    const plan = proposed(base, 'Mexico', setWhen(row(base, 1), on('2026-10-20')))
    const mexican = by(plan, 'Mexico')
    if (mexican.change.kind !== 'set') throw new Error('expected a date')
    const answer = counter(
      mexican,
      { ...mexican.change, value: on('2026-10-21') },
      { author: delegate('Chile'), at: '2026-09-21T10:00:00Z', revision: null, makeId },
    )
    const after = applied(plan, answer)
    expect(by(after, 'Chile').parent).toBe(mexican.id)
    expect(standing(after, 'Chile')).toEqual([])
    expect(withdraw(mexican, '2026-09-22T10:00:00Z')).toEqual([{ kind: 'remove', record: mexican }])
    const sent = { ...mexican, sent: '2026-09-21T10:00:00Z' }
    const back = applied({ ...base, proposals: [sent] }, withdraw(sent, '2026-09-22T10:00:00Z'))
    expect(back.proposals.map((proposal) => stateOf(back, proposal))).toEqual(['withdrawn'])
  })
})
