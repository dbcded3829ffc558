import { titleMismatch } from '#shared/checks/rules/citation/title-mismatch.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2910 (XLVII-O/17)', { titles: { en: 'Migration in the Americas', es: 'Migración en las Américas' } }),
  anInstrument('AG/RES. 2916 (XLVIII-O/18)', { titles: { en: 'Advancing Hemispheric Initiatives on Integral Development' } }),
  anInstrument('CIDI/CAM/doc.10/13 rev. 5', { kind: 'document', titles: { en: 'Migration and Development' } }),
  anInstrument('AG/RES. 1 (I-O/71)'),
])

const titled = (symbol: string, title: string) => aPlan({ activities: [anActivity({ mandate: [aCitation(symbol, [], { title })] })] })

testRule(titleMismatch, {
  valid: {
    'the title in other case, with commas': { plan: titled('AG/RES. 2910 (XLVII-O/17)', 'MIGRATION, in the Americas,'), register },
    'a language version': { plan: titled('AG/RES. 2910 (XLVII-O/17)', 'Migracion en las Americas'), register },
    'a part’s heading after the title': {
      plan: titled(
        'AG/RES. 2916 (XLVIII-O/18)',
        'Advancing Hemispheric Initiatives on Integral Development. Fostering the rights of migrants',
      ),
      register,
    },
    'a leading “CIDI Document:”': { plan: titled('CIDI/CAM/doc.10/13 rev. 5', 'CIDI Document: Migration and Development'), register },
    'a translation that the register does not know': {
      plan: { ...titled('AG/RES. 2916 (XLVIII-O/18)', 'Impulsando iniciativas hemisféricas'), header: aPlan({ language: 'es' }).header },
      register,
    },
    'an instrument whose title is not known': { plan: titled('AG/RES. 1 (I-O/71)', 'Anything'), register },
  },
  invalid: {
    'another title': {
      plan: titled('AG/RES. 2910 (XLVII-O/17)', 'Migration Flows in the Americas'),
      register,
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'AG/RES. 2910 (XLVII-O/17)',
          written: 'Migration Flows in the Americas',
          message: 'The title of AG/RES. 2910 (XLVII-O/17) is “Migration in the Americas”.',
          fixes: ['Write “Migration in the Americas”'],
          writes: 'Migration in the Americas',
        },
      ],
    },
    'in the list of mandates, whose line follows': {
      plan: aPlan({
        mandates: [
          aMandate('AG/RES. 2910 (XLVII-O/17)', [], {
            citation: aCitation('AG/RES. 2910 (XLVII-O/17)', [], { title: 'Migration Flows' }),
            written: '1. AG/RES. 2910 (XLVII-O/17) Migration Flows',
          }),
        ],
      }),
      register,
      findings: [{ row: 0, message: 'The title of AG/RES. 2910 (XLVII-O/17) is “Migration in the Americas”.' }],
    },
    'in the text': {
      plan: aPlan({ sections: [aSection({ blocks: ['AG/RES. 2910 (XLVII-O/17) “Migration of Birds” says so.'] })] }),
      register,
      findings: [
        { row: 0, written: 'Migration of Birds', message: 'The title of AG/RES. 2910 (XLVII-O/17) is “Migration in the Americas”.' },
      ],
    },
  },
})
