import { spelling } from '#shared/checks/rules/symbol/spelling.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, anActivity, anInstrument, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const register = createRegister([anInstrument('AG/RES. 2910 (XLVII-O/17)')])
const citing = (written: string, symbol: string) => aPlan({ activities: [anActivity({ mandate: [aCitation(symbol, [], { written })] })] })

testRule(spelling, {
  valid: {
    'a symbol in its canonical spelling': { plan: citing('AG/DEC. 88 (XLVI-O/16)', 'AG/DEC. 88 (XLVI-O/16)') },
    'a no-break space, which nobody sees': { plan: citing('AG/DEC.\u00a088 (XLVI-O/16)', 'AG/DEC. 88 (XLVI-O/16)') },
    'a resolution named in words': { plan: citing('resolution 75/136', 'A/RES/75/136') },
    'a symbol in the text': { plan: aPlan({ sections: [aSection({ blocks: ['See AG/RES. 2910 (XLVII-O/17).'] })] }) },
  },
  invalid: {
    'a blank and a zero': {
      plan: citing('AG/ DEC. 88 (XLVI-0/16)', 'AG/DEC. 88 (XLVI-O/16)'),
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'AG/DEC. 88 (XLVI-O/16)',
          written: 'AG/ DEC. 88 (XLVI-0/16)',
          message: '“AG/ DEC. 88 (XLVI-0/16)” is spelt AG/DEC. 88 (XLVI-O/16).',
          fixes: ['Write AG/DEC. 88 (XLVI-O/16)'],
          writes: 'AG/DEC. 88 (XLVI-O/16)',
        },
      ],
    },
    'missing parentheses in the text': {
      plan: aPlan({ sections: [aSection({ blocks: ['See AG/RES 1480 XXVII-O/97 on this.'] })] }),
      findings: [
        {
          row: 0,
          written: 'AG/RES 1480 XXVII-O/97',
          writes: 'AG/RES. 1480 (XXVII-O/97)',
          message: '“AG/RES 1480 XXVII-O/97” is spelt AG/RES. 1480 (XXVII-O/97).',
        },
      ],
    },
    'a number without its session, which the register knows': {
      plan: citing('AG/RES. 2910', 'AG/RES. 2910'),
      register,
      findings: [
        { message: '“AG/RES. 2910” lacks its session; the register knows AG/RES. 2910 (XLVII-O/17).', writes: 'AG/RES. 2910 (XLVII-O/17)' },
      ],
    },
  },
})
