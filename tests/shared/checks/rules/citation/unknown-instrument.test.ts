import { unknownInstrument } from '#shared/checks/rules/citation/unknown-instrument.ts'
import { createRegister } from '#shared/register/register.ts'
import { aBlock, aCitation, aMandate, anActivity, anInstrument, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([anInstrument('AG/RES. 2910 (XLVII-O/17)'), anInstrument('CIDI/CAM/doc.2/13 rev. 2')])

testRule(unknownInstrument, {
  valid: {
    'a symbol that the register holds': { plan: aPlan({ activities: [anActivity({ mandate: ['AG/RES. 2910 (XLVII-O/17)'] })] }), register },
    'a known number under another session, which other rules report': {
      plan: aPlan({ activities: [anActivity({ mandate: ['AG/RES. 2910 (XLVI-O/16)'] })] }),
      register,
    },
    'a series header and the plan’s own symbol': {
      plan: aPlan({ symbol: 'CIDI/CAM/doc.3/26', sections: [aSection({ blocks: ['OEA/Ser.W CIDI/CAM/doc.3/26'] })] }),
      register,
    },
    'dates, ratios and terms': { plan: aPlan({ sections: [aSection({ blocks: ['In 2020/21, on 12/10, available 24/7.'] })] }), register },
  },
  invalid: {
    'a symbol that the register does not hold': {
      plan: aPlan({ activities: [anActivity({ mandate: ['AG/RES. 3100 (LIV-O/24)'] })] }),
      register,
      findings: [
        {
          row: 1,
          severity: 'error',
          about: 'AG/RES. 3100 (LIV-O/24)',
          written: 'AG/RES. 3100 (LIV-O/24)',
          message: 'The register does not hold AG/RES. 3100 (LIV-O/24).',
          fixes: ['Add AG/RES. 3100 (LIV-O/24) to the register'],
        },
      ],
    },
    'a number one digit off, with the number meant': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 2901 (XLVII-O/17)')] }),
      register,
      findings: [
        {
          row: 0,
          message: 'The register does not hold AG/RES. 2901 (XLVII-O/17).',
          fixes: ['Write AG/RES. 2910 (XLVII-O/17)', 'Add AG/RES. 2901 (XLVII-O/17) to the register'],
          writes: 'AG/RES. 2910 (XLVII-O/17)',
        },
      ],
    },
    'a symbol whose session cannot be that year’s, which is not offered to the register': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 3100 (XLIII-O/24)')] }),
      register,
      findings: [{ row: 0, message: 'The register does not hold AG/RES. 3100 (XLIII-O/24).', fixes: [] }],
    },
    'another revision of a known document, in a footnote': {
      plan: aPlan({
        sections: [
          aSection({
            blocks: [aBlock('As decided.', { footnotes: [{ id: aCitation('x').id, at: 3, text: 'See CIDI/CAM/doc.2/13 rev. 1.' }] })],
          }),
        ],
      }),
      register,
      findings: [
        {
          row: 0,
          about: 'CIDI/CAM/doc.2/13 rev. 1',
          message: 'The register does not hold CIDI/CAM/doc.2/13 rev. 1.',
          range: { start: 4, end: 28 },
          fixes: ['Write CIDI/CAM/doc.2/13 rev. 2', 'Add CIDI/CAM/doc.2/13 rev. 1 to the register'],
        },
      ],
    },
  },
})
