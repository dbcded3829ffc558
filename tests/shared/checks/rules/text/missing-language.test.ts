import { missingLanguage } from '#shared/checks/rules/text/missing-language.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const symbol = 'CIDI/doc.97/14'
const register = createRegister([anInstrument(symbol, { languages: ['en', 'es'] }), anInstrument('CIDI/doc.96/14')])

testRule(missingLanguage, {
  valid: {
    'a version in the plan’s language': { plan: aPlan({ mandates: [aMandate(symbol)] }), register },
    'versions that are not known': { plan: aPlan({ language: 'pt', mandates: [aMandate('CIDI/doc.96/14')] }), register },
    'a version that the plan links to': {
      plan: aPlan({
        language: 'fr',
        mandates: [aMandate(symbol, [], { citation: aCitation(symbol, [], { links: [{ language: 'fr', url: null }] }) })],
      }),
      register,
    },
  },
  invalid: {
    'once, in the list': {
      plan: aPlan({ language: 'fr', mandates: [aMandate(symbol)], activities: [anActivity({ mandate: [symbol] })] }),
      register,
      findings: [
        { row: 0, severity: 'info', about: symbol, message: 'CIDI/doc.97/14 has no known version in French, in which the plan is issued.' },
      ],
    },
    'in the row where it is not listed': {
      plan: aPlan({ language: 'pt', activities: [anActivity({ mandate: [symbol] })] }),
      register,
      findings: [{ row: 1, message: 'CIDI/doc.97/14 has no known version in Portuguese, in which the plan is issued.' }],
    },
  },
})
