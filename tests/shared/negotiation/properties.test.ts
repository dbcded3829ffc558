import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanFile, writePlanFile } from '#shared/exchange/plan-file.ts'
import type { Outcome } from '#shared/model/decision.ts'
import { z } from '#shared/lib/zod.ts'
import { type Plan, planRecord } from '#shared/model/plan.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { type Collected, collect, type Incoming } from '#shared/negotiation/collect.ts'
import { decide, enacts } from '#shared/negotiation/decide.ts'
import { conflictsOf } from '#shared/negotiation/conflicts.ts'
import { mergePlans } from '#shared/negotiation/merge-plans.ts'
import { asProposed, proposalOf, propose, standing } from '#shared/negotiation/propose.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { invertChanges, recordsOf } from '#shared/operations/apply.ts'
import { counterIds } from '../../builders/plan.ts'
import { applied, chair, delegate, type Edit, edited, edits, startingPlan } from './random-plans.ts'

const names = ['Mexico', 'Chile', 'Canada']

/** The proposals of a delegation that made these edits of a plan. */
function proposalsOf(base: Plan, steps: readonly Edit[], delegation: number): Plan {
  const makeId = counterIds(0x10_0000_0000 * (delegation + 1))
  const by = { author: delegate(names[delegation] ?? ''), at: `2026-09-2${delegation}T10:00:00Z`, revision: null, makeId }
  return applied(base, propose(base, edited(base, steps, makeId), by))
}

const sent = (proposals: readonly Proposal[]): Incoming => ({ proposals, objections: [], decisions: [] })
const taken = (plan: Plan, collected: Collected): Plan => applied(plan, collected.changes)
const received = (plan: Plan, files: readonly Incoming[]): Plan =>
  files.reduce<Plan>((held, file) => taken(held, collect(held, file)), plan)

const textOf = ({ header, sections, mandates, activities }: Plan): string | undefined =>
  canonicalize({ header, sections, mandates, activities })
/** The text without its keys of order. */
const wordsOf = ({ header, sections, mandates, activities }: Plan) => {
  const keyless = <R extends { readonly order: string }>(record: R) => ({ ...record, order: '' })
  return { header, sections: sections.map(keyless), mandates: mandates.map(keyless), activities: activities.map(keyless) }
}

/** The plan as somebody reads it who gets it in a file. */
function sentAndReceived(plan: Plan): Plan {
  const read = readPlanFile(writePlanFile({ plan, instruments: [], generator: 'Test 1.0', exportedAt: null, unknown: {} }))
  if (!read.ok) throw new Error(read.error.sentence)
  expect(read.value.setAside).toEqual([])
  return read.value.plan
}

const runs = { numRuns: 100 }

describe('A delegation’s proposals', { timeout: 60_000 }, () => {
  it('say exactly what it wrote, however it went on, and are not doubled by being made twice', () => {
    fc.assert(
      fc.property(edits, edits, edits, (start, first, second) => {
        const base = startingPlan(start)
        const makeId = counterIds(0x1_0000)
        const by = { author: delegate('Mexico'), at: '2026-09-20T10:00:00Z', revision: null, makeId }
        let plan = base
        for (const steps of [first, second]) {
          const wanted = edited(asProposed(plan, standing(plan, 'Mexico')), steps, makeId)
          plan = applied(plan, propose(plan, wanted, by))
          expect(wordsOf(asProposed(plan, standing(plan, 'Mexico')))).toEqual(wordsOf(wanted))
          expect(propose(plan, wanted, by)).toEqual([])
          expect(propose(plan, asProposed(plan, standing(plan, 'Mexico')), by)).toEqual([])
        }
        expect(textOf(plan)).toBe(textOf(base))
      }),
      runs,
    )
  })

  it('say the same whatever the order in which they are listed', () => {
    fc.assert(
      fc.property(edits, edits, fc.nat(), (start, steps, turn) => {
        const base = startingPlan(start)
        const { proposals } = proposalsOf(base, steps, 0)
        const place = ({ id }: Proposal): number => (Number.parseInt(id.slice(-6), 16) * (turn + 7)) % 101
        const shuffled = proposals.toSorted((a, b) => place(a) - place(b))
        expect(wordsOf(asProposed(base, shuffled))).toEqual(wordsOf(asProposed(base, proposals)))
      }),
      runs,
    )
  })

  it('that no longer fit are not taken back by edits of something else', () => {
    fc.assert(
      fc.property(edits, edits, edits, (first, others, second) => {
        const base = startingPlan([])
        const { proposals } = proposalsOf(base, first, 0)
        const later = { ...edited(base, others, counterIds(0x9_0000)), proposals }
        const makeId = counterIds(0x5_0000)
        const seen = asProposed(later, standing(later, 'Mexico'))
        const after = applied(
          later,
          propose(later, seen, { author: delegate('Mexico'), at: '2026-09-25T10:00:00Z', revision: null, makeId }),
        )
        expect(after.proposals).toEqual(proposals)
        const wanted = edited(seen, second, makeId)
        propose(later, wanted, { author: delegate('Mexico'), at: '2026-09-25T10:00:00Z', revision: null, makeId })
      }),
      runs,
    )
  })
})

describe('Collecting files', { timeout: 60_000 }, () => {
  const three = fc.tuple(edits, edits, edits)

  it('ends alike in any order, and the same file twice changes nothing', () => {
    fc.assert(
      fc.property(edits, three, (start, perDelegation) => {
        const base = startingPlan(start)
        const files = perDelegation.map((steps, index) => sent(proposalsOf(base, steps, index).proposals))
        const once = received(base, files)
        expect(received(base, files.toReversed())).toEqual(once)
        expect(received(base, [...files, ...files])).toEqual(once)
        expect(files.map((file) => collect(once, file).changes)).toEqual([[], [], []])
        expect(textOf(once)).toBe(textOf(base))
      }),
      runs,
    )
  })

  it('takes the later version of a proposal, whichever comes first', () => {
    const version = fc.record({ at: fc.nat(3), withdrawn: fc.option(fc.nat(3)), justification: fc.constantFrom('', 'Because', 'Why not') })
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        const base = startingPlan([])
        const [proposal] = proposalsOf(base, [{ action: 4, place: 0, salt: 2 }], 0).proposals
        if (proposal === undefined) throw new Error('nothing proposed')
        const moment = (day: number) => `2026-09-2${day}T10:00:00Z`
        const files = versions.map(({ at, withdrawn, justification }) =>
          sent([{ ...proposal, at: moment(at), withdrawn: withdrawn === null ? null : moment(withdrawn), justification }]),
        )
        const once = received(base, files)
        expect(received(base, files.toReversed())).toEqual(once)
        expect(received(once, files)).toEqual(once)
      }),
      runs,
    )
  })

  it('loses nothing: every proposal is there and has a state, those that no longer fit among them', () => {
    fc.assert(
      fc.property(three, edits, (perDelegation, since) => {
        const base = startingPlan([])
        const files = perDelegation.map((steps, index) => sent(proposalsOf(base, steps, index).proposals))
        const late = received(edited(base, since, counterIds(0x9_0000)), files)
        const all = files.flatMap(({ proposals }) => proposals)
        expect(late.proposals.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        for (const proposal of late.proposals) expect(['open', 'obsolete']).toContain(stateOf(late, proposal))
      }),
      runs,
    )
  })
})

const outcomes = ['accepted', 'rejected', 'ad-referendum', 'deferred'] as const satisfies readonly Outcome[]

describe('Deciding', { timeout: 60_000 }, () => {
  const choices = fc.array(fc.record({ which: fc.nat(99), outcome: fc.constantFrom(...outcomes) }), { maxLength: 12 })

  it('leaves each proposal in the state decided, survives a file, and undoing it restores every byte', () => {
    fc.assert(
      fc.property(fc.tuple(edits, edits, edits), choices, (perDelegation, verdicts) => {
        const base = startingPlan([])
        const makeId = counterIds(0x7_0000)
        let plan = received(
          base,
          perDelegation.map((steps, index) => sent(proposalsOf(base, steps, index).proposals)),
        )
        const proposed = plan.proposals.map(({ id }) => id)
        verdicts.forEach(({ which, outcome }, turn) => {
          const proposal = plan.proposals[which % Math.max(1, plan.proposals.length)]
          if (proposal === undefined) return
          const at = `2026-10-01T10:${String(turn).padStart(2, '0')}:00Z`
          const decided = decide(plan, proposal, { id: makeId(), outcome, by: chair, at, reason: 'Said so', instead: null })
          if (!decided.ok) return
          const after = applied(plan, decided.value)
          const state = stateOf(after, proposal)
          if (outcome === 'deferred') expect(['deferred', 'obsolete']).toContain(state)
          else expect(state).toBe(outcome)
          expect(canonicalize(applied(after, invertChanges(decided.value)))).toBe(canonicalize(plan))
          expect(sentAndReceived(after)).toEqual(after)
          plan = after
        })
        expect(plan.proposals.map(({ id }) => id)).toEqual(proposed)
      }),
      runs,
    )
  })

  it('a proposal that is rejected, at once or after it was accepted, leaves no trace in the text', () => {
    fc.assert(
      fc.property(edits, edits, fc.nat(99), fc.constantFrom(...outcomes.filter(enacts)), (start, steps, which, first) => {
        const base = startingPlan(start)
        const plan = proposalsOf(base, steps, 0)
        const proposal = plan.proposals[which % Math.max(1, plan.proposals.length)]
        if (proposal === undefined) return
        const verdict = { id: counterIds(0x7_0000)(), by: chair, at: '2026-10-01T10:00:00Z', reason: 'Said so', instead: null }
        const accepted = decide(plan, proposal, { ...verdict, outcome: first })
        if (!accepted.ok) throw new Error(JSON.stringify(accepted.error))
        const after = applied(plan, accepted.value)
        const rejected = decide(after, proposal, {
          ...verdict,
          id: counterIds(0x7_1000)(),
          at: '2026-10-02T10:00:00Z',
          outcome: 'rejected',
        })
        if (!rejected.ok) throw new Error(JSON.stringify(rejected.error))
        const end = applied(after, rejected.value)
        expect(textOf(end)).toBe(textOf(base))
        expect(stateOf(end, proposal)).toBe('rejected')
      }),
      runs,
    )
  })
})

describe('A file may propose anything', { timeout: 60_000 }, () => {
  const base = startingPlan([])
  const ids = [base.header, ...base.sections, ...base.mandates, ...base.activities].map(({ id }) => id)
  const id = fc.constantFrom(...ids, counterIds(0xdead)())
  const field = fc.constantFrom(
    'when',
    'items',
    'blocks',
    'title',
    'severities',
    'citation',
    'mandate',
    'id',
    'order',
    '__proto__',
    'constructor',
    'unknown',
  )
  const held = fc.constantFrom(...base.sections.map(({ blocks }) => blocks), ...base.activities.flatMap(({ when, items }) => [when, items]))
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => z.json().parse(value))
  const loose = fc.oneof(
    json,
    held.map((value) => z.json().parse(value)),
    fc
      .tuple(held, json)
      .map(([value, more]) =>
        z
          .json()
          .parse([...(Array.isArray(value) ? value : []), { id: 'x', text: 'words', footnotes: [{ id: 'n', at: more }], marks: more }]),
      ),
  )
  const key = fc.constantFrom('a0', 'a1V', '!!', 'zzzz', ' ')
  const row = fc.constantFrom(...base.activities)
  const after = fc.option(id)
  const change: fc.Arbitrary<ProposedChange> = fc.oneof(
    fc.record({
      kind: fc.constant('set'),
      type: fc.constantFrom('plan', 'section', 'mandate', 'activity'),
      record: id,
      field,
      was: loose,
      value: loose,
    }),
    fc.record({
      kind: fc.constant('insert'),
      record: fc.tuple(row, id, key).map(([held, other, order]) => ({ ...held, id: other, order })),
      after,
    }),
    fc.record({ kind: fc.constant('remove'), record: row }),
    fc.record({
      kind: fc.constant('move'),
      type: fc.constantFrom('section', 'mandate', 'activity'),
      record: id,
      was: after,
      after,
      from: key,
      to: key,
    }),
  )

  it('and nothing throws: states, conflicts, the text as it would read, decisions and what takes them back', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.array(change, { maxLength: 6 }), (ones, others) => {
        const makeId = counterIds(0x3_0000)
        const by = { author: delegate('Mexico'), at: '2026-09-20T10:00:00Z', revision: null, makeId }
        const proposals = [...ones, ...others].map((asked) => proposalOf(asked, null, by))
        let plan: Plan = received(base, [sent(proposals)])
        for (const proposal of proposals) conflictsOf(plan, proposal)
        asProposed(plan, proposals)
        for (const [turn, outcome] of (['accepted', 'rejected'] as const).entries())
          for (const proposal of proposals) {
            const at = `2026-10-0${turn + 1}T10:00:00Z`
            const decided = decide(plan, proposal, { id: makeId(), outcome, by: chair, at, reason: 'Said so', instead: null })
            if (decided.ok) plan = applied(plan, decided.value)
            stateOf(plan, proposal)
          }
        mergePlans(base, plan, received(base, [sent(proposals)]), by)
        expect(planRecord.array().safeParse(recordsOf(plan)).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
