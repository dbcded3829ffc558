import { notListed } from '#shared/checks/rules/citation/not-listed.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const rules = anInstrument('x', {
  symbol: null,
  kind: 'rules',
  titles: { en: 'Rules of Procedure for the Regular and Special Meetings of CIDI' },
})
const register = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)'), rules])
const byName = (name: string) => aCitation(name, [], { symbol: null, title: name })

testRule(notListed, {
  valid: {
    'what the list holds': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)')],
        activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)'] })],
      }),
      register,
    },
    'what the list holds under a wrong session': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2816 (XLIII-O/14)')],
        activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)'] })],
      }),
      register,
    },
    'an unknown instrument that is listed': {
      plan: aPlan({ mandates: [aMandate('AG/RES. 9 (I-O/71)')], activities: [anActivity({ mandate: ['AG/RES. 9 (I-O/71)'] })] }),
      register,
    },
  },
  invalid: {
    'what the list lacks, once a row': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 9 (I-O/71)')],
        activities: [anActivity({ mandate: ['AG/RES. 2816 (XLIV-O/14)', aCitation('AG/RES. 2816 (XLIV-O/14)', ['19'])] })],
      }),
      register,
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'AG/RES. 2816 (XLIV-O/14)',
          message: 'AG/RES. 2816 (XLIV-O/14) is not in the plan’s list of mandates.',
          fixes: ['Add AG/RES. 2816 (XLIV-O/14) to the list of mandates'],
        },
      ],
    },
    'rules cited by a variant of their name': {
      plan: aPlan({ activities: [anActivity({ mandate: [byName('Rules of Procedures for regular and special meetings of CIDI')] })] }),
      register,
      findings: [
        {
          about: 'Rules of Procedures for regular and special meetings of CIDI',
          message: 'Rules of Procedures for regular and special meetings of CIDI is not in the plan’s list of mandates.',
        },
      ],
    },
  },
})
