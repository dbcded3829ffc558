import { describe, expect, test } from 'vitest'
import { applyFixes, applySafeFixes, createChecker, formatFix, runChecks } from '#shared/checks/index.ts'
import { invertChanges, applyChanges } from '#shared/operations/apply.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, anItem, aPlan, aWaiver } from '../../builders/plan.ts'

const register = createRegister([
  anInstrument('AG/RES. 2816 (XLIV-O/14)', { titles: { en: 'Advancing Initiatives' } }),
  anInstrument('AG/DEC. 88 (XLVI-O/16)'),
])

const faulty = aPlan({
  mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)')],
  activities: [
    anActivity({
      mandate: [
        aCitation('AG/RES. 2816 (XLIII-O/14)', [], { title: 'Advancing Initiative' }),
        aCitation('AG/DEC. 88 (XLVI-O/16)', [], { written: 'AG/ DEC. 88 (XLVI-0/16)' }),
      ],
      items: [anItem('Election of the Vice President', { marker: 'number' }), anItem('', { marker: 'number' })],
    }),
  ],
})

describe('applyFixes', () => {
  test('does not apply two fixes of one field together', () => {
    const { applied, skipped } = applyFixes(faulty, runChecks(faulty, register), ({ fixes }) => fixes.find(({ safe }) => safe))
    expect(applied.map(({ finding }) => finding.rule)).toEqual(['activity/empty-item', 'citation/title-mismatch'])
    expect(skipped.map(({ rule }) => rule)).toEqual(['symbol/session-year', 'symbol/spelling', 'text/terminology'])
  })

  test('can be undone like any edit', () => {
    const { plan, changes } = applyFixes(faulty, runChecks(faulty, register), ({ fixes }) => fixes[0])
    expect(plan).not.toEqual(faulty)
    expect(applyChanges(plan, invertChanges(changes))).toEqual({ ok: true, value: faulty })
  })

  test('leaves waived findings alone', () => {
    const [activity] = faulty.activities
    const waived = { ...faulty, waivers: [aWaiver('activity/empty-item', { target: activity?.id ?? null })] }
    const { applied } = applyFixes(waived, runChecks(waived, register), ({ fixes }) => fixes.find(({ safe }) => safe))
    expect(applied.map(({ finding }) => finding.rule)).not.toContain('activity/empty-item')
  })

  test('offers nothing for a fix that no longer fits', () => {
    const findings = runChecks(faulty, register)
    const { skipped, applied } = applyFixes({ ...faulty, activities: [] }, findings, ({ fixes }) => fixes.find(({ safe }) => safe))
    expect(applied).toEqual([])
    expect(skipped.length).toBeGreaterThan(0)
  })
})

describe('applySafeFixes', () => {
  test('goes on until no safe fix is left', () => {
    const { plan, applied, skipped, changes } = applySafeFixes(faulty, createChecker(register))
    expect(applied.map(({ fix }) => formatFix(fix)).sort()).toEqual([
      'Remove the blank item',
      'Write AG/DEC. 88 (XLVI-O/16)',
      'Write AG/RES. 2816 (XLIV-O/14)',
      'Write “Advancing Initiatives”',
      'Write “Vice Chair”',
    ])
    expect(skipped).toEqual([])
    expect(
      runChecks(plan, register)
        .flatMap((finding) => finding.fixes)
        .filter(({ safe }) => safe),
    ).toEqual([])
    expect(applyChanges(faulty, changes)).toEqual({ ok: true, value: plan })
    expect(plan.activities[0]?.mandate).toMatchObject([
      { symbol: 'AG/RES. 2816 (XLIV-O/14)', written: 'AG/RES. 2816 (XLIV-O/14)', title: 'Advancing Initiatives' },
      { symbol: 'AG/DEC. 88 (XLVI-O/16)', written: 'AG/DEC. 88 (XLVI-O/16)' },
    ])
  })

  test('leaves quotations to a person', () => {
    const plan = aPlan({
      activities: [
        anActivity({
          mandate: ['AG/DEC. 88 (XLVI-O/16)'],
          items: ['Panel on “migratory workers”', 'On "migratory workers" and migratory workers'],
        }),
      ],
    })
    const { plan: after } = applySafeFixes(plan, createChecker(register))
    expect(after.activities[0]?.items.map(({ text }) => text)).toEqual([
      'Panel on “migratory workers”',
      'On "migratory workers" and migrant workers',
    ])
  })

  test('changes nothing in a plan without faults', () => {
    const plan = aPlan()
    expect(applySafeFixes(plan, createChecker(register))).toEqual({ plan, changes: [], applied: [], skipped: [] })
  })
})
