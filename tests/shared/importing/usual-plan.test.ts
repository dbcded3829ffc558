import { describe, expect, test } from 'vitest'
import { runChecks } from '#shared/checks/index.ts'
import { usualPlan } from '#shared/importing/templates/usual-plan.ts'
import { languages } from '#shared/model/language.ts'
import { planRecord, termFrom } from '#shared/model/plan.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { aPlan, counterIds } from '../../builders/plan.ts'

const committee = { name: 'Committee on Papers', acronym: 'CP', parentName: 'Council on Writing', parentAcronym: 'CW' }
const { header } = aPlan({ term: termFrom(2026) })

describe('the plan of a usual year', () => {
  test('runs from the installation in September to the approval in May, and names the committee', () => {
    const plan = usualPlan({ ...header, committee }, counterIds())
    expect(plan.activities.map(({ when, kind }) => [when.value.kind === 'month' ? when.value.month : '', kind])).toEqual([
      ['2026-09', 'election'],
      ['2026-10', 'thematic-meeting'],
      ['2026-11', 'thematic-meeting'],
      ['2027-02', 'distribution'],
      ['2027-02', 'thematic-meeting'],
      ['2027-03', 'negotiation'],
      ['2027-04', 'negotiation'],
      ['2027-05', 'approval'],
      ['2027-06', 'dissemination'],
    ])
    expect(plan.sections[0]?.blocks[0]?.text).toBe(
      'This plan sets out what the Committee on Papers will do in the 2026-2027 term, when, and by whose authority.',
    )
  })

  test.each(languages)('is a whole plan in %s, without a date that cannot be and without a gap in its words', (language) => {
    const plan = usualPlan({ ...header, committee, language }, counterIds())
    for (const record of recordsOf(plan)) expect(planRecord.safeParse(record).success).toBe(true)
    expect(JSON.stringify(plan)).not.toMatch(/[{]\w+[}]|"text":""/)
    const rules = new Set(runChecks(plan, shippedRegister()).map(({ rule }) => rule))
    expect([...rules].filter((rule) => rule.startsWith('date/') && rule !== 'date/tentative')).toEqual([])
    expect(rules).not.toContain('sequence/order')
  })

  test('without a term its dates are open', () => {
    const plan = usualPlan({ ...header, term: null }, counterIds())
    expect(plan.activities.every(({ when }) => when.value.kind === 'open')).toBe(true)
  })
})
