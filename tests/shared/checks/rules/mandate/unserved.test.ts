import { unserved } from '#shared/checks/rules/mandate/unserved.ts'
import { createRegister } from '#shared/register/register.ts'
import { aMandate, anActivity, anInstrument, aPlan, aProvision } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2816 (XLIV-O/14)', {
    provisions: [aProvision('19', '', { summary: { en: 'Has the CAM work on integration.' } })],
  }),
])

testRule(unserved, {
  valid: {
    'a mandate that an activity cites': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)')],
        activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)'] })],
      }),
      register,
    },
    'a mandate listed under a wrong session': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2816 (XLIII-O/14)')],
        activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)'] })],
      }),
      register,
    },
    'a plan without a calendar yet': { plan: aPlan({ mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)')] }), register },
  },
  invalid: {
    'a mandate that no activity cites': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)', ['19'])], activities: [anActivity({ items: ['Election'] })] }),
      register,
      findings: [
        {
          row: 0,
          severity: 'warning',
          about: 'AG/RES. 2816 (XLIV-O/14)',
          message: 'No activity cites AG/RES. 2816 (XLIV-O/14).',
          fixes: ['Add an activity that cites AG/RES. 2816 (XLIV-O/14)'],
        },
      ],
    },
    'an unknown instrument, too': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 9 (I-O/71)')], activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)'] })] }),
      register,
      findings: [{ about: 'AG/RES. 9 (I-O/71)', message: 'No activity cites AG/RES. 9 (I-O/71).' }],
    },
  },
})
