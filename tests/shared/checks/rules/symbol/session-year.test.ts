import { sessionYear } from '#shared/checks/rules/symbol/session-year.ts'
import { createRegister } from '#shared/register/register.ts'
import { aMandate, anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)')])
const citing = (...mandate: string[]) => aPlan({ activities: [anActivity({ mandate })] })

testRule(sessionYear, {
  valid: {
    'ordinary sessions of the General Assembly': {
      plan: citing('AG/RES. 2816 (XLIV-O/14)', 'AG/DEC. 88 (XLVI-O/16)', 'AG/RES. 2 (II-O/72)'),
    },
    'special sessions, which have their own counter': { plan: citing('AG/RES. 2 (LI-E/16) rev. 2', 'AG/RES. 1 (XLVII-E/14)') },
    'other bodies, which have theirs': {
      plan: citing('CIM/RES. 252 (XXXIV-O/08)', 'CIDI/RES. 339 (LXXXII-O/19)', 'CP/RES. 760 (1217/99)'),
    },
  },
  invalid: {
    'a wrong session, with the register’s symbol': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 2816 (XLIII-O/14)')] }),
      register,
      findings: [
        {
          row: 0,
          severity: 'error',
          about: 'AG/RES. 2816 (XLIV-O/14)',
          written: 'AG/RES. 2816 (XLIII-O/14)',
          message: 'The General Assembly’s ordinary session of 2014 was its 44th, not its 43rd.',
          fixes: ['Write AG/RES. 2816 (XLIV-O/14)'],
          writes: 'AG/RES. 2816 (XLIV-O/14)',
        },
      ],
    },
    'a wrong year, with the register’s symbol': {
      plan: citing('AG/RES. 2816 (XLIV-O/15)'),
      register,
      findings: [
        {
          row: 1,
          message: 'The General Assembly’s ordinary session of 2015 was its 45th, not its 44th.',
          writes: 'AG/RES. 2816 (XLIV-O/14)',
        },
      ],
    },
    'a number that the register does not know, with the computed session': {
      plan: citing('AG/DEC. 200 (XLVIII-O/17)'),
      findings: [
        { message: 'The General Assembly’s ordinary session of 2017 was its 47th, not its 48th.', writes: 'AG/DEC. 200 (XLVII-O/17)' },
      ],
    },
  },
})
