import { noProvision } from '#shared/checks/rules/citation/no-provision.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aProvision, aRemark } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2904 (XLVII-O/17)', {
    provisions: [
      aProvision('1', 'To urge states to consider food security, disaster risk and health promotion.'),
      aProvision('2', 'To urge states to protect migrant women and girls.'),
      aProvision('4', 'To convene a meeting with the actors of the Program, to exchange best practices and information.'),
    ],
  }),
  anInstrument('AG/RES. 2738 (XLII-O/12)', {
    provisions: [aProvision('1', 'To establish the committee.'), aProvision('1.a'), aProvision('PP1')],
  }),
])

const symbol = 'AG/RES. 2904 (XLVII-O/17)'

testRule(noProvision, {
  valid: {
    'a citation that names its paragraph': { plan: aPlan({ activities: [anActivity({ mandate: [aCitation(symbol, ['4'])] })] }), register },
    'a resolution with one operative paragraph': {
      plan: aPlan({ activities: [anActivity({ mandate: ['AG/RES. 2738 (XLII-O/12)'] })] }),
      register,
    },
    'an entry of the list of mandates': { plan: aPlan({ mandates: [aMandate(symbol)] }), register },
  },
  invalid: {
    'a resolution cited whole, the best paragraph first': {
      plan: aPlan({ activities: [anActivity({ mandate: [symbol], items: ['Meeting to exchange best practices; migrant women'] })] }),
      register,
      findings: [
        {
          row: 1,
          severity: 'info',
          about: symbol,
          message: 'AG/RES. 2904 (XLVII-O/17) is cited whole; it has 3 known operative paragraphs.',
          fixes: ['Cite paragraph 4', 'Cite paragraph 2'],
          writes: '4',
        },
      ],
    },
    'with the words beside it that retell a paragraph': {
      plan: aPlan({
        activities: [
          anActivity({
            mandate: [symbol, aRemark('Convene a meeting with actors of the Program to exchange practices')],
            items: ['Launch'],
          }),
        ],
      }),
      register,
      findings: [{ message: 'AG/RES. 2904 (XLVII-O/17) is cited whole; it has 3 known operative paragraphs.', writes: '4' }],
    },
  },
})
