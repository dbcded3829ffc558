import { registerMismatch } from '#shared/checks/rules/symbol/register-mismatch.ts'
import { createRegister } from '#shared/register/register.ts'
import { anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2816 (XLIV-O/14)'),
  anInstrument('CP/RES. 760 (1217/99)'),
  anInstrument('AG/RES. 2 (LI-E/16) rev. 2'),
])
const citing = (...mandate: string[]) => aPlan({ activities: [anActivity({ mandate })] })

testRule(registerMismatch, {
  valid: {
    'the register’s symbol': { plan: citing('AG/RES. 2816 (XLIV-O/14)', 'CP/RES. 760 (1217/99)'), register },
    'what session-year reports': { plan: citing('AG/RES. 2816 (XLIII-O/14)'), register },
    'a special session, whose numbers start again': { plan: citing('AG/RES. 2 (LII-E/17)'), register },
    'a number without its session, which spelling reports': { plan: citing('AG/RES. 2816'), register },
  },
  invalid: {
    'another session of the same number': {
      plan: citing('AG/RES. 2816 (XLIII-O/13)'),
      register,
      findings: [
        {
          row: 1,
          severity: 'error',
          about: 'AG/RES. 2816 (XLIV-O/14)',
          written: 'AG/RES. 2816 (XLIII-O/13)',
          message: 'The register knows this number as AG/RES. 2816 (XLIV-O/14).',
          fixes: ['Write AG/RES. 2816 (XLIV-O/14)'],
        },
      ],
    },
    'another meeting of the Permanent Council': {
      plan: citing('CP/RES. 760 (1217/98)'),
      register,
      findings: [{ message: 'The register knows this number as CP/RES. 760 (1217/99).', writes: 'CP/RES. 760 (1217/99)' }],
    },
  },
})
