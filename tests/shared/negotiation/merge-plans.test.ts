import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deadline } from '#shared/model/deadline.ts'
import type { Outcome } from '#shared/model/decision.ts'
import type { Plan } from '#shared/model/plan.ts'
import { kindOf } from '#shared/negotiation/change-kind.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { mergePlans } from '#shared/negotiation/merge-plans.ts'
import { asProposed, propose } from '#shared/negotiation/propose.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { anActivity, anItem, aPlan, counterIds, on } from '../../builders/plan.ts'
import { applied, chair, delegate, type Edit, edited, edits, startingPlan } from './random-plans.ts'

const by = () => ({ author: delegate('Secretariat'), at: '2026-10-01T10:00:00Z', revision: null, makeId: counterIds(0xf_0000) })

const base = aPlan({
  title: 'Work plan',
  activities: ['Access to pensions in host countries', 'Election of the Vice Chair', 'Approval of the report'].map((text) =>
    anActivity({ when: on('2026-10-13'), items: [text] }),
  ),
})
const row = (plan: Plan, number: number) => {
  const activity = plan.activities[number - 1]
  if (activity === undefined) throw new Error(`no row ${number}`)
  return activity
}
const worded = (number: number, text: string): readonly Change[] => {
  const { items, ...held } = row(base, number)
  return setItems({ items, ...held }, items.with(0, anItem(text, { id: items[0]?.id ?? '' })))
}
const merged = (ours: readonly Change[], theirs: readonly Change[]) => mergePlans(base, applied(base, ours), applied(base, theirs), by())
const words = (plan: Plan) => plan.activities.map(({ items }) => items.map(({ text }) => text).join('; '))

describe('Two branches of a plan', () => {
  it('that changed different words of one line come together', () => {
    const { plan, conflicts } = merged(
      worded(1, 'Portable access to pensions in host countries'),
      worded(1, 'Access to pensions in countries of destination'),
    )
    expect(conflicts).toEqual([])
    expect(words(plan)[0]).toBe('Portable access to pensions in countries of destination')
  })

  it('that changed the same words: ours stands and theirs is proposed, the rest of theirs goes in', () => {
    const ours = [...worded(1, 'Access to benefits in host countries')]
    const theirs = [...worded(1, 'Portable access to all pensions in host countries'), ...setWhen(row(base, 2), on('2026-11-03'))]
    const { plan, conflicts } = merged(ours, theirs)
    expect(words(plan)[0]).toBe('Portable access to benefits in host countries')
    expect(plan.activities[1]?.when).toEqual(on('2026-11-03'))
    expect(conflicts).toHaveLength(1)
    const [proposal] = plan.proposals
    expect(proposal?.author.delegation).toBe('Secretariat')
    expect(words(asProposed(plan, plan.proposals))[0]).toBe('Portable access to all pensions in host countries')
  })

  it('that moved a row to one place by different keys: nothing is to be decided, and both desks hold the same', () => {
    const to = (order: string) => [updateRecord(row(base, 1), { order })].filter((change) => change !== null)
    const both = [merged(to('a5'), to('a9')), merged(to('a9'), to('a5'))]
    for (const { plan, conflicts } of both) {
      expect(conflicts).toEqual([])
      expect(plan.activities.map(({ order }) => order).at(-1)).toBe('a5')
      expect(words(plan)).toEqual(['Election of the Vice Chair', 'Approval of the report', 'Access to pensions in host countries'])
    }
  })

  it('that gave a row two dates: ours stands and theirs is proposed', () => {
    const { plan } = merged(setWhen(row(base, 1), on('2026-10-20')), setWhen(row(base, 1), on('2026-10-27')))
    expect(plan.activities[0]?.when).toEqual(on('2026-10-20'))
    expect(plan.proposals.map(({ change }) => change)).toMatchObject([
      { kind: 'set', field: 'when', was: on('2026-10-20'), value: on('2026-10-27') },
    ])
    expect(plan.proposals.map((proposal) => stateOf(plan, proposal))).toEqual(['open'])
  })

  it('of which one deleted the row that the other edited: what they did is proposed', () => {
    const deletion = removeRecord(row(base, 1))
    const edit = worded(1, 'Access to benefits')
    expect(merged(edit, deletion).plan.proposals.map(({ change }) => kindOf(change))).toEqual(['delete'])
    const { plan } = merged(deletion, edit)
    expect(words(plan)).toEqual(['Election of the Vice Chair', 'Approval of the report'])
    expect(words(asProposed(plan, plan.proposals))).toEqual(['Access to benefits', 'Election of the Vice Chair', 'Approval of the report'])
  })

  it('that each put a row after row 1: both stand there, and another can be put between them', () => {
    const [left, right] = [insertActivity(base, 1, counterIds(0x100)), insertActivity(base, 1, counterIds(0x200))]
    const { plan, conflicts } = merged(left.changes, right.changes)
    expect(conflicts).toEqual([])
    expect(plan.activities.map(({ id }) => id)).toEqual([
      row(base, 1).id,
      left.activity.id,
      right.activity.id,
      row(base, 2).id,
      row(base, 3).id,
    ])
    expect(insertActivity(plan, 2, counterIds(0x300)).activity.order > (plan.activities[1]?.order ?? '')).toBe(true)
  })

  it('that moved one row to different places', () => {
    const { plan } = merged(moveActivities(base, [row(base, 3)], 0), moveActivities(base, [row(base, 3)], 1))
    expect(words(plan)[0]).toBe('Approval of the report')
    expect(plan.proposals.map(({ change }) => kindOf(change))).toEqual(['move'])
    expect(words(asProposed(plan, plan.proposals))[1]).toBe('Approval of the report')
  })

  it('with two titles', () => {
    const title = (text: string) => [updateRecord(base.header, { title: text }) ?? []].flat()
    const { plan } = merged(title('Work plan 2026'), title('Plan of work'))
    expect(plan.header.title).toBe('Work plan 2026')
    expect(asProposed(plan, plan.proposals).header.title).toBe('Plan of work')
  })

  it('with two expiries of one deadline: both stand', () => {
    const deadline: Deadline = {
      type: 'deadline',
      id: counterIds(0x700)(),
      kind: 'silence',
      title: 'Silence',
      opened: '2026-09-01T10:00:00Z',
      expires: '2026-09-10T10:00:00Z',
      timeZone: 'America/New_York',
      note: '',
    }
    const start = { ...base, deadlines: [deadline] }
    const until = (expires: string) => ({ ...base, deadlines: [{ ...deadline, expires }] })
    const { plan, conflicts } = mergePlans(start, until('2026-09-11T10:00:00Z'), until('2026-09-12T10:00:00Z'), by())
    expect(plan.deadlines.map(({ expires }) => expires)).toEqual(['2026-09-11T10:00:00Z', '2026-09-12T10:00:00Z'])
    expect(conflicts.map(({ kind }) => kind)).toEqual(['beside'])
  })

  it('of which one accepted what the other later rejected: the words are out again', () => {
    const mexico = { ...by(), author: delegate('Mexico'), makeId: counterIds(0x900) }
    const plan = applied(base, propose(base, applied(base, worded(1, 'Access to benefits')), mexico))
    const [proposal] = plan.proposals
    if (proposal === undefined) throw new Error('nothing proposed')
    const decided = (outcome: Outcome, at: string, id: string) => {
      const decision = decide(plan, proposal, { id, outcome, by: chair, at, reason: 'Said so', instead: null })
      if (!decision.ok) throw new Error('not decided')
      return applied(plan, decision.value)
    }
    const [accepted, rejected] = [
      decided('accepted', '2026-10-01T10:00:00Z', counterIds(0xa00)()),
      decided('rejected', '2026-10-02T10:00:00Z', counterIds(0xb00)()),
    ]
    for (const { plan: end } of [mergePlans(plan, accepted, rejected, by()), mergePlans(plan, rejected, accepted, by())]) {
      expect(words(end)[0]).toBe('Access to pensions in host countries')
      expect(stateOf(end, proposal)).toBe('rejected')
      expect(end.decisions).toHaveLength(2)
    }
  })
})

describe('Merging plans, always', { timeout: 60_000 }, () => {
  const branch = (plan: Plan, steps: readonly Edit[], series: number): Plan => {
    const makeId = counterIds(0x10_0000_0000 * series)
    const written = edited(plan, steps, makeId)
    const author = { author: delegate(`D${series}`), at: `2026-09-2${series}T10:00:00Z`, revision: null, makeId }
    return applied(written, propose(written, edited(written, steps.slice(0, 2), makeId), author))
  }
  const runs = { numRuns: 100 }

  it('gives what both did where they did the same, and what one did where the other did nothing', () => {
    fc.assert(
      fc.property(edits, edits, (start, steps) => {
        const plan = startingPlan(start)
        const other = branch(plan, steps, 1)
        for (const [ours, theirs] of [
          [other, other],
          [plan, other],
          [other, plan],
        ] as const)
          expect(mergePlans(plan, ours, theirs, by())).toEqual({ plan: other, conflicts: [] })
      }),
      runs,
    )
  })

  it('does not depend on whose plan is ours where nothing conflicts, and loses nothing where something does', () => {
    fc.assert(
      fc.property(edits, edits, edits, (start, left, right) => {
        const plan = startingPlan(start)
        const [ours, theirs] = [branch(plan, left, 1), branch(plan, right, 2)]
        const [one, other] = [mergePlans(plan, ours, theirs, by()), mergePlans(plan, theirs, ours, by())]
        expect(one.conflicts.length === 0).toBe(other.conflicts.length === 0)
        if (one.conflicts.length === 0) expect(canonicalize(one.plan)).toBe(canonicalize(other.plan))
        const added = one.conflicts.flatMap((conflict) => (conflict.kind === 'proposed' ? [conflict.proposal] : []))
        const keyless = ({ header, sections, mandates, activities }: Plan) => ({
          header,
          ...Object.fromEntries(
            Object.entries({ sections, mandates, activities }).map(([list, records]) => [
              list,
              records.map((each) => ({ ...each, order: '' })),
            ]),
          ),
        })
        expect(keyless(asProposed(one.plan, added))).toEqual(keyless(other.plan))
        const known = new Set(one.plan.proposals.map(({ id }) => id))
        for (const { id } of [...ours.proposals, ...theirs.proposals]) expect(known.has(id)).toBe(true)
      }),
      runs,
    )
  })

  it('never fails, even for plans that have nothing in common but their id', () => {
    fc.assert(
      fc.property(edits, edits, edits, (first, second, third) => {
        const { header } = base
        const plans = [first, second, third].map((steps, index) => ({ ...branch(startingPlan(steps), steps, index + 1), header }))
        const [from = base, ours = base, theirs = base] = plans
        expect(mergePlans(from, ours, theirs, by()).plan.header.id).toBe(header.id)
      }),
      runs,
    )
  })
})
