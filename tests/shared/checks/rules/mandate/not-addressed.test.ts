import { notAddressed } from '#shared/checks/rules/mandate/not-addressed.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, anActivity, anInstrument, aPlan, aProvision } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2904 (XLVII-O/17)', {
    provisions: [
      aProvision('1', '', { addressees: ['states'] }),
      aProvision('2', '', { addressees: ['states', 'committee'] }),
      aProvision('3', '', { addressees: ['council'] }),
      aProvision('4', '', { addressees: ['secretariat'] }),
      aProvision('5'),
    ],
  }),
])
const citing = (...labels: string[]) => aPlan({ activities: [anActivity({ mandate: [aCitation('AG/RES. 2904 (XLVII-O/17)', labels)] })] })

testRule(notAddressed, {
  valid: {
    'the committee among others': { plan: citing('2'), register },
    'the Council, whose committee it is': { plan: citing('3'), register },
    'a provision whose addressees are not known': { plan: citing('5', '9'), register },
    'a resolution cited whole': { plan: citing(), register },
  },
  invalid: {
    'provisions that address others alone': {
      plan: citing('1', '4'),
      register,
      findings: [
        {
          row: 1,
          severity: 'info',
          provision: '1',
          about: 'AG/RES. 2904 (XLVII-O/17)',
          message: 'Paragraph 1 of AG/RES. 2904 (XLVII-O/17) addresses the member states, not the committee.',
          fixes: [],
        },
        { provision: '4', message: 'Paragraph 4 of AG/RES. 2904 (XLVII-O/17) addresses the Secretariat, not the committee.' },
      ],
    },
  },
})
