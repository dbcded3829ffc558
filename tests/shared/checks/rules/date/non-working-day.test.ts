import { nonWorkingDay } from '#shared/checks/rules/date/non-working-day.ts'
import { aDate, anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

testRule(nonWorkingDay, {
  valid: {
    'a working day': { plan: aPlan({ activities: [anActivity({ when: on('2021-01-26') })] }) },
    'content that is sent out on a Sunday': {
      plan: aPlan({ activities: [anActivity({ when: on('2021-01-24'), kind: 'dissemination' })] }),
    },
    'a range over a weekend': {
      plan: aPlan({ activities: [anActivity({ when: aDate({ kind: 'range', start: '2021-01-22', end: '2021-01-25' }) })] }),
    },
    'a meeting that was cancelled': { plan: aPlan({ activities: [anActivity({ when: on('2021-01-24'), state: 'cancelled' })] }) },
  },
  invalid: {
    'a meeting on a Saturday': {
      plan: aPlan({ activities: [anActivity({ when: on('2021-01-23', '10:00') })] }),
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: '2021-01-23',
          message: 'January 23, 2021 is a Saturday.',
          fixes: ['Move to January 25, 2021'],
          writes: 'January 25, 2021',
        },
      ],
    },
    'a meeting on a holiday, moved beyond the weekend that follows': {
      plan: aPlan({ holidays: ['2021-01-22', '2021-01-25'], activities: [anActivity({ when: { ...on('2021-01-22'), weekday: 5 } })] }),
      findings: [{ message: 'January 22, 2021 is a holiday.', fixes: ['Move to January 26, 2021'] }],
    },
  },
})
