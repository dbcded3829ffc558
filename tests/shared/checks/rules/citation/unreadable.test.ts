import { unreadable } from '#shared/checks/rules/citation/unreadable.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, anActivity, anInstrument, aPlan, aProvision, aRemark } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([
  anInstrument('AG/RES. 2955 (L-O/20)', {
    year: 2020,
    titles: { en: 'Promotion of Resilience' },
    provisions: [
      aProvision('4', 'To request the Council to convene a meeting with the actors of the Program, to exchange best practices.'),
    ],
  }),
])

const beside = (text: string) => aPlan({ activities: [anActivity({ mandate: [aRemark(text), 'AG/RES. 2955 (L-O/20)'] })] })

testRule(unreadable, {
  valid: {
    'language links': { plan: beside('Español - English – Français - Português'), register },
    'a label that agrees with its neighbour': { plan: beside('2020 Resolution:'), register },
    'the title of its neighbour': { plan: beside('“Promotion of resilience”'), register },
    'words that paraphrase a paragraph': {
      plan: beside('Request that the Council convene a meeting with the implementers of the Program to exchange best practices.'),
      register,
    },
    'a joining word': { plan: beside('and'), register },
  },
  invalid: {
    'words that name nothing': {
      plan: beside('Mandates of the previous Chair'),
      register,
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'Mandates of the previous Chair',
          message: '“Mandates of the previous Chair” is no mandate that the register knows.',
          field: 'mandate',
        },
      ],
    },
    'a label of another year': {
      plan: beside('2019 Resolution'),
      register,
      findings: [{ message: '“2019 Resolution” names a text of another year than those cited here.' }],
    },
    'a citation by a name that the register does not know': {
      plan: aPlan({
        activities: [anActivity({ mandate: [aCitation('x', [], { symbol: null, written: 'Pact of Utopia', title: 'Pact of Utopia' })] })],
      }),
      register,
      findings: [{ written: 'Pact of Utopia', message: '“Pact of Utopia” is no mandate that the register knows.' }],
    },
  },
})
