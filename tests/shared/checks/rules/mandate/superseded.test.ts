import { superseded } from '#shared/checks/rules/mandate/superseded.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import { createRegister } from '#shared/register/register.ts'
import { aMandate, anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const symbol = 'AG/RES. 2141 (XXXV-O/05)'
const inState = (state: Instrument['state'], successor: string | null = null) =>
  createRegister([anInstrument(symbol, { state, successor }), anInstrument('AG/RES. 2883 (XLVI-O/16)')])
const plan = aPlan({ activities: [anActivity({ mandate: [symbol] })] })

testRule(superseded, {
  valid: {
    'an instrument in force': { plan, register: inState('current') },
    'a procedural one': { plan, register: inState('procedural') },
    'one that the register does not know': { plan },
  },
  invalid: {
    'one that was superseded': {
      plan,
      register: inState('superseded', 'AG/RES. 2883 (XLVI-O/16)'),
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: symbol,
          message: 'AG/RES. 2141 (XXXV-O/05) has been superseded: see AG/RES. 2883 (XLVI-O/16).',
          fixes: ['Write AG/RES. 2883 (XLVI-O/16)'],
          writes: 'AG/RES. 2883 (XLVI-O/16)',
        },
      ],
    },
    'one that was fulfilled': {
      plan,
      register: inState('fulfilled'),
      findings: [{ message: 'AG/RES. 2141 (XXXV-O/05) has been fulfilled.', fixes: [] }],
    },
    'one that repeats another': {
      plan,
      register: inState('duplicate'),
      findings: [{ message: 'AG/RES. 2141 (XXXV-O/05) repeats another mandate.' }],
    },
    'one that is no mandate, in the list': {
      plan: aPlan({ mandates: [aMandate(symbol)] }),
      register: inState('not-a-mandate'),
      findings: [{ row: 0, message: 'AG/RES. 2141 (XXXV-O/05) is not a mandate.' }],
    },
  },
})
