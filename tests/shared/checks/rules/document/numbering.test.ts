import { numbering } from '#shared/checks/rules/document/numbering.ts'
import { aBlock, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const draft = (...blocks: string[]) =>
  aPlan({ sections: [aSection({ heading: 'Draft resolution', blocks: ['THE GENERAL ASSEMBLY,', 'RESOLVES:', ...blocks] })] })

testRule(numbering, {
  valid: {
    'paragraphs in order, with one inserted': {
      plan: draft('4. To urge states.', '5. To instruct the CAM.', '5bis To instruct the CAM.', '5 ter. To ask.', '6. To report.'),
    },
    'a paragraph that would replace another': { plan: draft('5. To urge.', '5alt To ask.', '6. To report.') },
    'figures that are no numbers, and lists below a paragraph': {
      plan: aPlan({
        sections: [
          aSection({
            heading: 'RESOLVES',
            blocks: [
              '1. To urge.',
              '2030 Agenda',
              { ...aBlock('1. first'), level: 1 },
              { ...aBlock('7. quoted'), kind: 'quotation' },
              '2. To ask.',
            ],
          }),
        ],
      }),
    },
    'a text that is no draft resolution': {
      plan: aPlan({ sections: [aSection({ heading: 'Goals', blocks: ['1. One', '1. One again', '7. Seven'] })] }),
    },
    'recitals and figures before RESOLVES': {
      plan: aPlan({
        sections: [aSection({ heading: 'DRAFT RESOLUTION', blocks: ['3. a recital', '3. another', 'RESUELVE:', '1. Instar', '2. Pedir'] })],
      }),
    },
  },
  invalid: {
    'a number twice': {
      plan: draft('1. To urge.', '2. To ask.', '2. To instruct.'),
      findings: [
        {
          row: 0,
          severity: 'error',
          about: '2',
          message: 'Operative paragraph 2 stands twice or out of order, after 2.',
          range: { start: 0, end: 1 },
          fixes: ['Renumber the operative paragraphs'],
        },
      ],
    },
    'a number left out, and an insertion after nothing': {
      plan: draft('1. To urge.', '3. To ask.', '4ter To instruct.'),
      findings: [
        { message: 'Operative paragraph 3 follows 1; a number is missing.', fixes: ['Renumber the operative paragraphs'] },
        { message: 'Operative paragraph 4ter follows 3; a number is missing.' },
      ],
    },
    'an alternative that stays with its paragraph when numbers move': {
      plan: draft('1. To urge.', '3. To ask.', '3alt To invite.', '3bis To report.'),
      findings: [{ message: 'Operative paragraph 3 follows 1; a number is missing.' }],
    },
    'in French': {
      plan: aPlan({ sections: [aSection({ heading: 'PROJET DE RÉSOLUTION', blocks: ['1. Charger', '1. Prier'] })] }),
      findings: [{ message: 'Operative paragraph 1 stands twice or out of order, after 1.' }],
    },
  },
})
