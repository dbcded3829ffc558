import { numberOrder } from '#shared/checks/rules/symbol/number-order.ts'
import { createRegister } from '#shared/register/register.ts'
import { anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)'), anInstrument('AG/RES. 2910 (XLVII-O/17)')])
const citing = (...mandate: string[]) => aPlan({ activities: [anActivity({ mandate })] })

testRule(numberOrder, {
  valid: {
    'a number between its neighbours': { plan: citing('AG/RES. 2881 (XLVI-O/16)'), register },
    'numbers beyond all that are known': { plan: citing('AG/RES. 2100 (XXXV-O/05)', 'AG/RES. 3000 (LII-O/22)'), register },
    'another series': { plan: citing('AG/DEC. 2850 (XXX-O/00)', 'AG/RES. 2850 (LI-E/16)'), register },
    'what session-year reports': { plan: citing('AG/RES. 2850 (XLIII-O/16)'), register },
  },
  invalid: {
    'a number too high for its year': {
      plan: citing('AG/RES. 2850 (XLII-O/12)'),
      register,
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'AG/RES. 2850 (XLII-O/12)',
          message: 'AG/RES. 2850 (XLII-O/12) cannot be of 2012: the lower number AG/RES. 2816 (XLIV-O/14) is of a later year.',
          fixes: [],
        },
      ],
    },
    'a number too low for its year': {
      plan: citing('AG/RES. 2850 (XLVIII-O/18)'),
      register,
      findings: [
        { message: 'AG/RES. 2850 (XLVIII-O/18) cannot be of 2018: the higher number AG/RES. 2910 (XLVII-O/17) is of an earlier year.' },
      ],
    },
  },
})
