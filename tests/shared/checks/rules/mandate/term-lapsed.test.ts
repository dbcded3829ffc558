import { termLapsed } from '#shared/checks/rules/mandate/term-lapsed.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aProvision, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const words = 'To instruct the CAM to focus its cooperation on the integration, return and contributions of migrants'
const term = (from: number, to: number) => ({ term: { from, to } })
const register = createRegister([
  anInstrument('AG/RES. 2816 (XLIV-O/14)', {
    year: 2014,
    provisions: [
      aProvision('19', `${words} during 2014-2015.`, term(2014, 2015)),
      aProvision('19.A'),
      aProvision('20'),
      aProvision('21', '', term(2020, 2020)),
      aProvision('22', '', term(2015, 2020)),
      aProvision('23', '', term(2019, 2020)),
      aProvision('24', '', term(2020, 2021)),
    ],
  }),
  anInstrument('AG/RES. 2955 (L-O/20)', { year: 2020, provisions: [aProvision('34', `${words}.`)] }),
])
const symbol = 'AG/RES. 2816 (XLIV-O/14)'
const citing = (...labels: string[]) => aPlan({ activities: [anActivity({ mandate: [aCitation(symbol, labels)] })] })

testRule(termLapsed, {
  valid: {
    'provisions without a term': { plan: citing('20'), register },
    'a term that reaches into the plan’s': { plan: citing('21', '22', '24'), register },
    'a resolution cited whole': { plan: citing(), register },
    'a plan without a term': { plan: aPlan({ term: null, activities: citing('19').activities }), register },
    'the text, which tells of the past': {
      plan: aPlan({ sections: [aSection({ blocks: ['Operative paragraph 19 of AG/RES. 2816 (XLIV-O/14) was carried out.'] })] }),
      register,
    },
  },
  invalid: {
    'a provision of an earlier term': {
      plan: citing('19', '20'),
      register,
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: symbol,
          provision: '19',
          message: 'Paragraph 19 of AG/RES. 2816 (XLIV-O/14) limits itself to 2014-2015, before this plan’s term.',
          fixes: ['Leave 19 out'],
        },
      ],
    },
    'a part of it, with a current provision to cite instead': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 2955 (L-O/20)', ['34'])],
        activities: citing('19.A').activities,
      }),
      register,
      findings: [
        {
          provision: '19.A',
          message: 'Paragraph 19.A of AG/RES. 2816 (XLIV-O/14) limits itself to 2014-2015, before this plan’s term.',
          fixes: ['Cite AG/RES. 2955 (L-O/20), paragraph 34, instead of 19.A'],
          writes: 'AG/RES. 2955 (L-O/20)',
        },
      ],
    },
    'the term before, which ended when this one began': {
      plan: aPlan({ mandates: [aMandate(symbol, ['23'])] }),
      register,
      findings: [
        { row: 0, message: 'Paragraph 23 of AG/RES. 2816 (XLIV-O/14) limits itself to 2019-2020, before this plan’s term.', fixes: [] },
      ],
    },
  },
})
