import { outsideTerm } from '#shared/checks/rules/date/outside-term.ts'
import { aDate, anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const term = { start: '2020-07-01', end: '2021-11-30' }

testRule(outsideTerm, {
  valid: {
    'dates of the term': {
      plan: aPlan({ term, activities: [anActivity({ when: on('2020-07-01') }), anActivity({ when: on('2021-11-30') })] }),
    },
    'a span that reaches into it': {
      plan: aPlan({
        term,
        activities: [
          anActivity({ when: aDate({ kind: 'half', year: 2020, half: 1 }) }),
          anActivity({ when: aDate({ kind: 'year', year: 2020 }) }),
        ].slice(1),
      }),
    },
    'a plan without a term': { plan: aPlan({ term: null, activities: [anActivity({ when: on('1999-01-01') })] }) },
    'a date still open': { plan: aPlan({ term, activities: [anActivity()] }) },
  },
  invalid: {
    'a date before it': {
      plan: aPlan({ term, activities: [anActivity({ when: on('2020-06-30') })] }),
      findings: [
        {
          row: 1,
          severity: 'error',
          about: '2020-06-30',
          message: 'June 30, 2020 is before the plan’s term, which begins on July 1, 2020.',
          fixes: [],
        },
      ],
    },
    'a month after it': {
      plan: aPlan({ term, activities: [anActivity({ when: aDate({ kind: 'month', month: '2021-12', part: null }) })] }),
      findings: [{ message: 'December 2021 is after the plan’s term, which ends on November 30, 2021.' }],
    },
  },
})
