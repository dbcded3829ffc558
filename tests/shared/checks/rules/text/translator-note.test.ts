import { translatorNote } from '#shared/checks/rules/text/translator-note.ts'
import { aBlock, anActivity, aPlan, aSection, numberedId } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const text = (words: string) => aPlan({ sections: [aSection({ blocks: [words] })] })

testRule(translatorNote, {
  valid: {
    'text under negotiation': { plan: text('To urge [Mexico: request] states [to check the figures] and [the Secretariat].') },
    'other brackets': { plan: text('“foster[ing] analysis” [sic] [footnote 3] [2021]') },
  },
  invalid: {
    'a translator’s note': {
      plan: text('In the Americas. [TRANSLATOR: check the logic of this paragraph?] The goal is clear.'),
      findings: [
        {
          row: 0,
          severity: 'warning',
          about: '[TRANSLATOR: check the logic of this paragraph?]',
          message: 'A working note was left in: “[TRANSLATOR: check the logic of this paragraph?]”.',
          range: { start: 17, end: 65 },
          fixes: ['Remove the note'],
        },
      ],
    },
    'a request to check, in a footnote': {
      plan: aPlan({
        sections: [
          aSection({ blocks: [aBlock('Data.', { footnotes: [{ id: numberedId(9), at: 4, text: 'https://example.org [check link]' }] })] }),
        ],
      }),
      findings: [{ about: '[check link]', message: 'A working note was left in: “[check link]”.' }],
    },
    'in Spanish, in an item': {
      plan: aPlan({
        activities: [anActivity({ items: ['Elección [Nota del traductor: confirmar] de la Presidencia', 'Reunión [por confirmar]'] })],
      }),
      findings: [
        { row: 1, message: 'A working note was left in: “[Nota del traductor: confirmar]”.' },
        { row: 1, message: 'A working note was left in: “[por confirmar]”.' },
      ],
    },
  },
})
