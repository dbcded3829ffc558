import { weekday } from '#shared/checks/rules/date/weekday.ts'
import { anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const planned = (date: string, written: number, language: 'en' | 'es' = 'en') =>
  aPlan({ language, activities: [anActivity({ when: { ...on(date, '14:30'), weekday: written } })] })

testRule(weekday, {
  valid: {
    'the right weekday': { plan: planned('2021-01-26', 2) },
    'no weekday': { plan: aPlan({ activities: [anActivity({ when: on('2021-01-26') })] }) },
  },
  invalid: {
    'a weekday that is not the date’s': {
      plan: planned('2021-01-26', 1),
      findings: [
        {
          row: 1,
          severity: 'error',
          about: '2021-01-26',
          message: 'January 26, 2021 is a Tuesday, not a Monday.',
          field: 'when',
          fixes: ['Write Tuesday', 'Write January 25, 2021'],
          writes: 'Tuesday',
        },
      ],
    },
    'over the end of a month, the nearest day': {
      plan: planned('2021-03-30', 5),
      findings: [{ message: 'March 30, 2021 is a Tuesday, not a Friday.', fixes: ['Write Tuesday', 'Write April 2, 2021'] }],
    },
    'writing in the plan’s language': {
      plan: planned('2021-01-26', 1, 'es'),
      findings: [{ message: 'January 26, 2021 is a Tuesday, not a Monday.', writes: 'martes' }],
    },
  },
})
