import { clash } from '#shared/checks/rules/date/clash.ts'
import type { Activity } from '#shared/model/activity.ts'
import { anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const meetings = (...activities: Partial<Pick<Activity, 'when' | 'state'>>[]) =>
  aPlan({ activities: activities.map((parts) => anActivity(parts)) })

testRule(clash, {
  valid: {
    'two meetings of a day, one after the other': {
      plan: meetings({ when: on('2021-03-30', '10:00', '12:00') }, { when: on('2021-03-30', '12:00') }),
    },
    'two activities of a day without a time': { plan: meetings({ when: on('2021-03-30') }, { when: on('2021-03-30') }) },
    'a meeting in place of one that was cancelled': {
      plan: meetings({ when: on('2021-03-30', '10:00'), state: 'cancelled' }, { when: on('2021-03-30', '10:00') }),
    },
  },
  invalid: {
    'two meetings at one hour': {
      plan: meetings({ when: on('2021-03-30', '10:00') }, { when: on('2021-04-01', '10:00') }, { when: on('2021-03-30', '10:00') }),
      findings: [
        {
          row: 3,
          severity: 'warning',
          about: '2021-03-30 10:00',
          message: 'Another meeting takes place on March 30, 2021 at 10:00.',
          field: 'when',
          fixes: [],
        },
      ],
    },
    'a meeting that begins while another goes on': {
      plan: meetings({ when: on('2021-03-30', '10:00', '13:00') }, { when: on('2021-03-30', '12:00') }),
      findings: [{ row: 2, message: 'Another meeting takes place on March 30, 2021 at 10:00.' }],
    },
  },
})
