import { expect, test } from 'vitest'
import { isWaivable, runChecks, waiverFor } from '#shared/checks/index.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { anActivity, anItem, aPlan, numberedId } from '../../builders/plan.ts'

const register = shippedRegister()
const plan = aPlan({ activities: [anActivity({ items: [anItem('One')] }), anActivity({ items: [anItem('Two')] })] })
const uncited = (findings: ReturnType<typeof runChecks>) => findings.filter(({ rule }) => rule === 'activity/no-mandate')

test('a waiver made for a finding covers that one and no other, and keeps the reason', () => {
  const [first] = uncited(runChecks(plan, register))
  if (first === undefined) throw new Error('The row cites nothing.')
  const waiver = waiverFor(first, numberedId(1), 'Decided in plenary')
  const after = uncited(runChecks({ ...plan, waivers: [waiver] }, register))
  expect(after.map((finding) => finding.waiver?.reason ?? null)).toEqual(['Decided in plenary', null])
})

test('that a waiver matches nothing cannot itself be waived', () => {
  expect(isWaivable({ rule: 'waiver/unused' })).toBe(false)
  expect(isWaivable({ rule: 'date/weekday' })).toBe(true)
})
