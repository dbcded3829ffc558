import { unknownProvision } from '#shared/checks/rules/citation/unknown-provision.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, anActivity, anInstrument, aPlan, aProvision, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const provisions = [aProvision('19'), aProvision('19.A'), aProvision('20'), aProvision('Article 58')]
const complete = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)', { provisions })])
const incomplete = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)', { provisions, complete: false })])

const citing = (...labels: string[]) => aPlan({ activities: [anActivity({ mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)', labels)] })] })

testRule(unknownProvision, {
  valid: {
    'paragraphs that exist': { plan: citing('19', '20', '19.A', 'Article 58'), register: complete },
    'a part of a paragraph whose parts nobody has listed': { plan: citing('20.b'), register: complete },
    'any paragraph of an unknown instrument': { plan: citing('99') },
  },
  invalid: {
    'a paragraph that does not exist': {
      plan: citing('19', '24'),
      register: complete,
      findings: [
        {
          row: 1,
          severity: 'error',
          about: 'AG/RES. 2816 (XLIV-O/14)',
          provision: '24',
          message: 'AG/RES. 2816 (XLIV-O/14) has no paragraph 24.',
          fixes: ['Cite paragraph 20'],
          writes: '20',
        },
      ],
    },
    'a part that is not among those listed': {
      plan: citing('19.F'),
      register: complete,
      findings: [{ provision: '19.F', message: 'AG/RES. 2816 (XLIV-O/14) has no paragraph 19.F.', fixes: ['Cite paragraph 19'] }],
    },
    'as a warning while the register knows only some': {
      plan: citing('24'),
      register: incomplete,
      findings: [
        {
          severity: 'warning',
          message: 'The register holds no paragraph 24 of AG/RES. 2816 (XLIV-O/14), whose provisions it does not all know.',
        },
      ],
    },
    'in the text, too': {
      plan: aPlan({ sections: [aSection({ blocks: ['Operative paragraph 41 of AG/RES. 2816 (XLIV-O/14) asks for it.'] })] }),
      register: complete,
      findings: [{ row: 0, provision: '41', message: 'AG/RES. 2816 (XLIV-O/14) has no paragraph 41.', fixes: [] }],
    },
  },
})
