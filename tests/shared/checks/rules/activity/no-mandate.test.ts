import { noMandate } from '#shared/checks/rules/activity/no-mandate.ts'
import { createRegister } from '#shared/register/register.ts'
import { aMandate, anActivity, anInstrument, aPlan, aProvision, aRemark } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2904 (XLVII-O/17)', {
    provisions: [
      aProvision('1', 'To urge states to protect the rights of migrant women.'),
      aProvision('4', 'To convene a meeting of those who implement the Program, to exchange best practices.'),
    ],
  }),
])

testRule(noMandate, {
  valid: {
    'an activity that cites something': {
      plan: aPlan({ activities: [anActivity({ mandate: ['AG/RES. 1 (I-O/71)'], items: ['Election'] })] }),
    },
    'an empty row': { plan: aPlan({ activities: [anActivity({ items: ['', ' '] })] }) },
  },
  invalid: {
    'an activity without a mandate': {
      plan: aPlan({ activities: [anActivity({ items: ['Election of the Chair'] })] }),
      findings: [{ row: 1, severity: 'error', message: 'This activity cites no mandate.', field: 'mandate', fixes: [], writes: null }],
    },
    'words that are no mandate': {
      plan: aPlan({ activities: [anActivity({ mandate: [aRemark('To be determined')], items: ['Election of the Chair'] })] }),
      findings: [{ message: 'This activity cites no mandate.' }],
    },
    'with the provisions that fit best': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2904 (XLVII-O/17)')],
        activities: [anActivity({ items: ['Meeting to exchange best practices on the Program'] })],
      }),
      register,
      findings: [
        {
          message: 'This activity cites no mandate.',
          fixes: ['Cite AG/RES. 2904 (XLVII-O/17), paragraph 4'],
          writes: 'AG/RES. 2904 (XLVII-O/17)',
        },
      ],
    },
  },
})
