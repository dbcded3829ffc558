import { gap } from '#shared/checks/rules/calendar/gap.ts'
import { aDate, anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const dated = (...whens: ReturnType<typeof on>[]) => aPlan({ term: null, activities: whens.map((when) => anActivity({ when })) })

testRule(gap, {
  valid: {
    'months one after the other, over a new year': {
      plan: dated(on('2017-12-05'), aDate({ kind: 'month', month: '2018-01', part: null })),
    },
    'a quarter that covers its months': {
      plan: dated(on('2017-12-05'), aDate({ kind: 'quarter', year: 2018, quarter: 1 }), on('2018-04-02')),
    },
    'the way to a date outside the term': {
      plan: aPlan({ activities: [anActivity({ when: on('2021-09-07') }), anActivity({ when: on('2022-03-01') })] }),
    },
    'a plan without dates': { plan: dated(aDate({ kind: 'open' })) },
  },
  invalid: {
    'a month with nothing': {
      plan: dated(on('2017-12-05'), on('2018-02-05')),
      findings: [{ row: 0, severity: 'info', about: '2018-01', message: 'Nothing is planned in January 2018.', fixes: [] }],
    },
    'a mistyped year, in one line': {
      plan: dated(on('2017-12-05'), on('2081-02-05')),
      findings: [{ about: '2018-01', message: 'Nothing is planned from January 2018 to January 2081.' }],
    },
  },
})
