import { describe, expect, test } from 'vitest'
import { applySafeFixes, applyFixes, createChecker, runChecks } from '#shared/checks/index.ts'
import type { Plan } from '#shared/model/plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { aBlock, aCitation, aMandate, anActivity, anInstrument, aPlan, aRemark, aSection, numberedId } from '../../builders/plan.ts'

const register = createRegister([anInstrument('AG/RES. 2910 (XLVII-O/17)', { titles: { en: 'Migration in the Americas' } })])

const mended = (plan: Plan): Plan => applySafeFixes(plan, createChecker(register)).plan

describe('fixes write where the words stand', () => {
  test('in a heading, a block and a footnote, whose mark keeps its place', () => {
    const note = { id: numberedId(1), at: 30, text: 'The Vice Chairman said so.' }
    const before = { id: numberedId(2), at: 4, text: 'Before.' }
    const within = { id: numberedId(3), at: 12, text: 'Within.' }
    const plan = aPlan({
      sections: [
        aSection({
          heading: 'On migratory workers',
          blocks: [
            aBlock('The Committee on Migratory Issues met.', { footnotes: [before, within, { ...note, at: 33 }] }),
            aBlock('Untouched.'),
          ],
        }),
      ],
    })
    const [section] = mended(plan).sections
    expect(section?.heading).toBe('On migrant workers')
    expect(section?.blocks.map(({ text }) => text)).toEqual(['The Committee on Migration Issues met.', 'Untouched.'])
    expect(section?.blocks[0]?.footnotes.map(({ at, text }) => [at, text])).toEqual([
      [4, 'Before.'],
      [33, 'Within.'],
      [33, 'The Vice Chair said so.'],
    ])
  })

  test('in the items, the remarks and the notes of an activity', () => {
    const plan = aPlan({
      activities: [
        anActivity({
          mandate: [aRemark('Mandates on migratory workers'), 'AG/RES. 2910 (XLVII-O/17)'],
          items: ['Election', 'Panel on migratory workers'],
          notes: 'Ask the Vice Chairman.',
        }),
      ],
    })
    const [activity] = mended(plan).activities
    expect(activity?.items.map(({ text }) => text)).toEqual(['Election', 'Panel on migrant workers'])
    expect(activity?.mandate[0]).toMatchObject({ text: 'Mandates on migrant workers' })
    expect(activity?.notes).toBe('Ask the Vice Chair.')
  })

  test('a remark that loses all its words goes', () => {
    const plan = aPlan({ activities: [anActivity({ mandate: [aRemark('[check link]'), aRemark('Left')], items: ['Election'] })] })
    const findings = runChecks(plan, register).filter(({ rule }) => rule === 'text/translator-note')
    const { plan: after } = applyFixes(plan, findings, ({ fixes }) => fixes[0])
    expect(after.activities[0]?.mandate.map((entry) => (entry.kind === 'remark' ? entry.text : ''))).toEqual(['Left'])
  })

  test('in a mandate, whose line and title follow one another', () => {
    const written = 'I. AG/RES 2910 (XLVII-O/17) “Migration in the American” on migratory workers'
    const citation = aCitation('AG/RES. 2910 (XLVII-O/17)', [], { written: 'AG/RES 2910 (XLVII-O/17)', title: 'Migration in the American' })
    const [mandate] = mended(aPlan({ mandates: [aMandate('x', [], { citation, written })] })).mandates
    expect(mandate?.citation).toMatchObject({ written: 'AG/RES. 2910 (XLVII-O/17)', title: 'Migration in the Americas' })
    expect(mandate?.written).toBe('I. AG/RES. 2910 (XLVII-O/17) “Migration in the Americas” on migrant workers')
  })

  test('in a mandate’s title, where the line repeats it', () => {
    const citation = aCitation('AG/RES. 9 (I-O/71)', [], { title: 'On migratory workers' })
    const plan = aPlan({ mandates: [aMandate('x', [], { citation, written: 'AG/RES. 9 (I-O/71) On migratory workers' })] })
    const [mandate] = mended(plan).mandates
    expect([mandate?.citation.title, mandate?.written]).toEqual(['On migrant workers', 'AG/RES. 9 (I-O/71) On migrant workers'])
  })

  test('in the text, symbol and title apart', () => {
    const plan = aPlan({ sections: [aSection({ blocks: ['AG/ RES. 2910 (XLVII-0/17) “Migration in the American” says so.'] })] })
    expect(mended(plan).sections[0]?.blocks[0]?.text).toBe('AG/RES. 2910 (XLVII-O/17) “Migration in the Americas” says so.')
  })
})
