import { unreadableDate } from '#shared/checks/rules/date/unreadable.ts'
import { aDate, anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

testRule(unreadableDate, {
  valid: {
    'a date': { plan: aPlan({ activities: [anActivity({ when: on('2021-01-26') })] }) },
    'a date still open': { plan: aPlan({ activities: [anActivity()] }) },
  },
  invalid: {
    'words that are no date': {
      plan: aPlan({ activities: [anActivity({ when: aDate({ kind: 'unreadable' }, { written: 'When the snow melts ' }) })] }),
      findings: [
        {
          row: 1,
          severity: 'error',
          about: 'When the snow melts',
          message: '“When the snow melts” is no date that can be read.',
          field: 'when',
          fixes: [],
        },
      ],
    },
  },
})
