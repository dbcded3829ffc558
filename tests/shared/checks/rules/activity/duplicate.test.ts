import { duplicate } from '#shared/checks/rules/activity/duplicate.ts'
import { anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

testRule(duplicate, {
  valid: {
    'the same item in two months': {
      plan: aPlan({
        activities: [
          anActivity({ when: on('2021-03-02'), items: ['Dissemination of content'] }),
          anActivity({ when: on('2021-04-06'), items: ['Dissemination of content'] }),
        ],
      }),
    },
    'two thematic meetings of a month on different topics': {
      plan: aPlan({
        activities: [
          anActivity({ when: on('2021-07-09'), items: ['Thematic meeting', '· Data and statistics'] }),
          anActivity({ when: on('2021-07-23'), items: ['Thematic meeting', '· Climate change'] }),
        ],
      }),
    },
  },
  invalid: {
    'an item that stands twice in one row': {
      plan: aPlan({ activities: [anActivity({ when: on('2021-03-02'), items: ['Election of the Chair', 'Election of the chair.'] })] }),
      findings: [
        {
          row: 1,
          severity: 'info',
          about: '2021-03',
          message: '“Election of the chair.” stands twice in this row.',
          fixes: ['Remove the repetition'],
        },
      ],
    },
    'an item that stands in two rows of a month': {
      plan: aPlan({
        activities: [
          anActivity({ when: on('2021-09-07'), items: ['Negotiation of paragraphs'] }),
          anActivity({ when: on('2021-09-14'), items: ['Negotiation of paragraphs'] }),
        ],
      }),
      findings: [{ row: 2, message: '“Negotiation of paragraphs” stands twice in September 2021.', fixes: ['Remove this row'] }],
    },
  },
})
