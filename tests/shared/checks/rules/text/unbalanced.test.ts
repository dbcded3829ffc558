import { unbalanced } from '#shared/checks/rules/text/unbalanced.ts'
import { aMandate, anActivity, aPlan, aRemark, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const text = (...blocks: string[]) => aPlan({ sections: [aSection({ blocks })] })

testRule(unbalanced, {
  valid: {
    'marks that pair': { plan: text('“Special situations in the region” (e.g., Venezuela); «foster[ing]» {a}.') },
    'a straight mark with a curly one': { plan: text('"Strengthening the Topic of Migration in the OAS,” operative paragraphs') },
    'list numbers': { plan: text('a) first; b) second; 1) third; (c) fourth; iv) fifth') },
    'a bullet that was lost': { plan: text('( Media campaigns', '(') },
    'a quotation over paragraphs': { plan: text('“First paragraph.', '“Second paragraph.”') },
    'a quotation closed in the next paragraph': { plan: text('He said: “First.', 'Second.”') },
    'straight marks over two paragraphs': { plan: text('He said: "First.', 'Second." And more.') },
    'negotiation brackets over two paragraphs': { plan: text('[To urge states', 'and to ask the Secretariat]') },
    'inches and apostrophes': { plan: text('A 5" screen; migrants’ rights; states\' duty') },
  },
  invalid: {
    'a quotation in the list of mandates that is never closed': {
      plan: aPlan({
        mandates: [aMandate('AG/RES. 1 (I-O/71)', [], { written: 'AG/RES. 1 (I-O/71) “Advancing Initiatives, operative paragraph 3' })],
      }),
      findings: [
        {
          row: 0,
          severity: 'warning',
          about: 'AG/RES. 1 (I-O/71)',
          written: '“',
          message: 'The “ before “Advancing Initiatives, operative” is never closed.',
          range: { start: 19, end: 20 },
        },
      ],
    },
    'a bracket that was never opened': {
      plan: text('in cooperation with the Organization (IOM)], whose theme'),
      findings: [{ message: 'The ] after “cooperation with the Organization (IOM)” was never opened.' }],
    },
    'in an item and a remark': {
      plan: aPlan({ activities: [anActivity({ mandate: [aRemark('(see below')], items: ['Meeting (virtual'] })] }),
      findings: [
        { row: 1, message: 'The ( before “virtual” is never closed.' },
        { row: 1, message: 'The ( before “see below” is never closed.' },
      ],
    },
  },
})
