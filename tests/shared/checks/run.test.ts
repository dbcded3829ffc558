import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createChecker, formatFinding, rules, runChecks } from '#shared/checks/index.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems, setMandate, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { aCitation, aMandate, anActivity, anItem, aPlan, aSection, aWaiver, counterIds, on } from '../../builders/plan.ts'

const register = shippedRegister()

/** Rules that look beyond one record; what they find is made anew. */
const seesFurther = new Set(rules.filter(({ meta }) => meta.scope === 'plan' || meta.scope === 'month').map(({ meta }) => meta.id))

const symbols = ['AG/RES. 2816 (XLIV-O/14)', 'AG/RES. 2816 (XLIII-O/14)', 'AG/RES. 2904 (XLVII-O/17)', 'AG/RES. 9 (I-O/71)']
const texts = [
  'Election of the Vice President',
  'Approval of the draft resolution',
  'Negotiation of the draft resolution',
  ' ',
  'Meeting (open',
]

/** A plan longer than one run of rows, with faults of every scope. */
const longPlan = (rows: number): Plan =>
  aPlan({
    sections: [
      aSection({ kind: 'introduction', blocks: ['Meetings will thus be held on: “Data and statistics”. See AG/RES 1480 XXVII-O/97.'] }),
    ],
    mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)', ['19']), aMandate('AG/RES. 2738 (XLII-O/12)', ['1'])],
    activities: Array.from({ length: rows }, (_, index) =>
      anActivity({
        when: on(`2021-0${1 + (index % 9)}-${String(1 + (index % 27)).padStart(2, '0')}`, index % 2 === 0 ? '10:00' : null),
        mandate: index % 7 === 0 ? [] : [aCitation(symbols[index % symbols.length] ?? '', index % 3 === 0 ? ['19'] : [])],
        items: [anItem(texts[index % texts.length] ?? '', { marker: 'number' })],
      }),
    ),
  })

const apply = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** One edit of any sort, chosen by two numbers. */
function edit(plan: Plan, sort: number, at: number, makeId: () => string): Plan {
  const index = plan.activities.length === 0 ? 0 : at % plan.activities.length
  const activity: Activity | undefined = plan.activities[index]
  if (activity === undefined) return apply(plan, insertActivity(plan, 0, makeId).changes)
  switch (sort % 10) {
    case 0:
      return apply(plan, setItems(activity, [anItem(texts[at % texts.length] ?? '', { id: makeId(), marker: 'number' })]))
    case 1:
      return apply(plan, setWhen(activity, on(`2021-0${1 + (at % 9)}-05`, '10:00')))
    case 2:
      return apply(plan, setMandate(activity, [aCitation(symbols[at % symbols.length] ?? '', ['19'], { id: makeId() })]))
    case 3:
      return apply(plan, insertActivity(plan, index, makeId).changes)
    case 4:
      return apply(plan, removeRecord(activity))
    case 5:
      return apply(plan, moveActivities(plan, [activity], (at * 7) % plan.activities.length))
    case 6:
      return apply(plan, [
        {
          kind: 'insert',
          record: { ...aMandate(symbols[at % symbols.length] ?? ''), id: makeId(), order: at % 3 === 0 ? `b${at % 10}` : 'a1' },
        },
      ])
    case 7:
      return apply(plan, [{ kind: 'insert', record: { ...aWaiver('activity/no-mandate', { target: activity.id }), id: makeId() } }])
    case 8: {
      const change = updateRecord(plan.header, { severities: at % 2 === 0 ? { 'text/terminology': 'off' } : { 'calendar/gap': 'error' } })
      return change === null ? plan : apply(plan, [change])
    }
    default: {
      const [section] = plan.sections
      const change = section === undefined ? null : updateRecord(section, { heading: `[TRANSLATOR: ${at}]` })
      return change === null ? plan : apply(plan, [change])
    }
  }
}

describe('the engine', () => {
  test('finds the same after any edits as when it checks the plan anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(400)), { maxLength: 8 }), (edits) => {
        const makeId = counterIds(0x9000_0000)
        const checker = createChecker(register)
        let plan = longPlan(150)
        expect(checker.check(plan)).toEqual(runChecks(plan, register))
        for (const [sort, at] of edits) {
          plan = edit(plan, sort, at, makeId)
          expect(checker.check(plan)).toEqual(runChecks(plan, register))
        }
      }),
      { numRuns: 15, seed: 20 },
    )
  }, 60_000)

  test('gives back the very same findings for what did not change', () => {
    const checker = createChecker(register)
    const plan = longPlan(300)
    const before = new Set(checker.check(plan))
    const [first] = plan.activities
    if (first === undefined) throw new Error('The plan has rows.')
    const after = checker.check(apply(plan, setItems(first, [anItem('Launch of the report')])))
    const fresh = after.filter((finding) => !before.has(finding) && !seesFurther.has(finding.rule))
    expect(new Set(fresh.map(({ row }) => row))).toEqual(new Set([1]))
    expect(checker.check(plan)).toEqual(runChecks(plan, register))
  })

  test('goes on where a plan’s order keys are not ours', () => {
    const plan = longPlan(30)
    const foreign = {
      ...plan,
      activities: plan.activities.map((row) => ({ ...row, order: 'zz' })),
      mandates: plan.mandates.map((entry) => ({ ...entry, order: '!' })),
    }
    expect(runChecks(foreign, register).length).toBe(runChecks(plan, register).length)
  })

  test('orders findings by row, the text and the list of mandates first', () => {
    const rows = runChecks(longPlan(200), register).map(({ row }) => row)
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(rows[0]).toBe(0)
  })

  test('hides nothing: every row of a large plan is told', () => {
    const plan = aPlan({ activities: Array.from({ length: 1000 }, () => anActivity({ items: ['Launch of the report'] })) })
    expect(runChecks(plan, register).filter(({ rule }) => rule === 'activity/no-mandate')).toHaveLength(1000)
  })

  test('gives the same ids to the same suggestions', () => {
    const plan = longPlan(20)
    const fixes = () => runChecks(plan, register).flatMap((finding) => finding.fixes)
    expect(fixes()).toEqual(fixes())
  })

  test('says every finding without a placeholder left', () => {
    for (const finding of runChecks(longPlan(100), register)) expect(formatFinding(finding)).not.toMatch(/[{}]|undefined/)
  })
})

describe('severities', () => {
  const activities = [anActivity({ items: ['Election of the Vice President'] })]
  const told = (plan: Plan, options = {}) => runChecks(plan, register, options).map(({ rule, severity }) => `${rule} ${severity}`)

  test('can be changed for a plan, and rules switched off', () => {
    expect(told(aPlan({ activities }))).toEqual(['activity/no-mandate error', 'text/terminology info'])
    expect(told(aPlan({ activities, severities: { 'activity/no-mandate': 'off', 'text/terminology': 'warning' } }))).toEqual([
      'text/terminology warning',
    ])
  })

  test('can be changed for all plans, below the plan’s own', () => {
    const options = { severities: { 'activity/no-mandate': 'info', 'text/terminology': 'off' } } as const
    expect(told(aPlan({ activities, severities: { 'activity/no-mandate': 'warning' } }), options)).toEqual(['activity/no-mandate warning'])
  })
})

describe('waivers', () => {
  const activity = anActivity({ items: ['Election of the Vice President'] })

  test('mark the finding that they cover, and leave it in the list', () => {
    const waiver = aWaiver('activity/no-mandate', { target: activity.id })
    const findings = runChecks(aPlan({ activities: [activity], waivers: [waiver] }), register)
    expect(findings.map(({ rule, waiver: held }) => [rule, held?.reason ?? null])).toEqual([
      ['activity/no-mandate', 'Agreed with the delegations.'],
      ['text/terminology', null],
    ])
  })

  test('cover one subject when they name it, and the plan as a whole by no target', () => {
    const dates = [anActivity({ when: on('2020-12-01') }), anActivity({ when: on('2021-03-01') })]
    const waivers = [aWaiver('calendar/gap', { about: '2021-01' })]
    const findings = runChecks(aPlan({ activities: dates, waivers }), register).filter(({ rule }) => rule === 'calendar/gap')
    expect(findings.map(({ about, waiver }) => [about, waiver !== null])).toEqual([
      ['2021-01', true],
      ['2021-02', false],
    ])
  })

  test('are reported when they match nothing any more, with a fix that removes them', () => {
    const plan = aPlan({ waivers: [aWaiver('mandate/unserved', { about: 'AG/RES. 2738 (XLII-O/12)' }), aWaiver('calendar/gap')] })
    const findings = runChecks(plan, register)
    expect(findings.map((finding) => [finding.rule, finding.severity, finding.row, formatFinding(finding)])).toEqual([
      ['waiver/unused', 'info', 0, 'The waiver of mandate/unserved for AG/RES. 2738 (XLII-O/12) matches nothing any more.'],
      ['waiver/unused', 'info', 0, 'The waiver of calendar/gap matches nothing any more.'],
    ])
    const after = apply(plan, findings[0]?.fixes[0]?.changes ?? [])
    expect(runChecks(after, register)).toHaveLength(1)
    const silent = aPlan({ waivers: plan.waivers, severities: { 'waiver/unused': 'off' } })
    expect(runChecks(silent, register)).toEqual([])
  })
})
