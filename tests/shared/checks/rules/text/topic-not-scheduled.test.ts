import { topicNotScheduled } from '#shared/checks/rules/text/topic-not-scheduled.ts'
import { anActivity, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const announcing = (topics: string) => [aSection({ kind: 'introduction', blocks: [`Meetings will thus be held on: ${topics}`] })]

testRule(topicNotScheduled, {
  valid: {
    'a topic that an activity takes up in slightly other words': {
      plan: aPlan({
        sections: announcing('“The impact of migration on small island states and specific challenges for their capacity”'),
        activities: [
          anActivity({
            items: [
              'Thematic meeting',
              '· “The impact of migration on small island states and the specific challenges in their capacity.”',
            ],
          }),
        ],
      }),
    },
    'a plan that announces nothing': { plan: aPlan({ activities: [anActivity({ items: ['Election'] })] }) },
    'a plan without a calendar yet': { plan: aPlan({ sections: announcing('“Migration and health”') }) },
  },
  invalid: {
    'a topic that no activity takes up': {
      plan: aPlan({
        sections: announcing('“Migration and climate change”; “Collection of data and statistics”.'),
        activities: [anActivity({ items: ['Thematic meeting', '· Migration and climate change'] })],
      }),
      findings: [
        {
          row: 0,
          severity: 'warning',
          about: 'Collection of data and statistics',
          message: 'No activity takes up “Collection of data and statistics”, which the introduction announces.',
          fixes: ['Add a thematic meeting on it'],
        },
      ],
    },
  },
})
