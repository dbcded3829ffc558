import { order } from '#shared/checks/rules/date/order.ts'
import { aDate, anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { aRevision } from '../../../../builders/negotiation.ts'
import { testRule } from '../../rule-tester.ts'

const month = (value: string) => aDate({ kind: 'month', month: value, part: null })
const dated = (...whens: ReturnType<typeof on>[]) => aPlan({ activities: whens.map((when) => anActivity({ when })) })

/** A plan of a revision with two rows, between which another was put since. */
function afterRevision() {
  const plan = dated(on('2021-01-26'), on('2021-04-01'), on('2021-02-01'))
  const [first, , last] = plan.activities
  const revised = first === undefined || last === undefined ? [] : [first, last]
  return { ...plan, revisions: [aRevision({ ...plan, activities: revised }, 1)] }
}

testRule(order, {
  valid: {
    'rows in order': { plan: dated(on('2021-01-26'), on('2021-01-26', '14:30'), month('2021-02'), on('2021-03-01')) },
    'a month below one of its days': { plan: dated(on('2021-02-16'), month('2021-02')) },
    'rows without a date': { plan: dated(on('2021-02-16'), aDate({ kind: 'open' }), on('2021-02-17')) },
  },
  invalid: {
    'a row that ends before one above it begins': {
      plan: dated(on('2021-01-26'), on('2021-03-30'), on('2021-02-16'), on('2021-04-01')),
      findings: [
        {
          row: 3,
          severity: 'warning',
          about: '2021-02-16',
          message: 'February 16, 2021 stands below March 30, 2021.',
          fixes: ['Move the row up to row 2'],
        },
      ],
    },
    'a row below one that was put in after a revision, which is called by its number there': {
      plan: afterRevision(),
      findings: [{ row: 3, message: 'February 1, 2021 stands below April 1, 2021.', fixes: ['Move the row up to row 1bis'] }],
    },
    'several, each told apart': {
      plan: dated(on('2021-04-01'), on('2021-03-01'), on('2021-02-01')),
      findings: [
        { row: 2, message: 'March 1, 2021 stands below April 1, 2021.', fixes: ['Move the row up to row 1'] },
        { row: 3, message: 'February 1, 2021 stands below April 1, 2021.', fixes: ['Move the row up to row 1'] },
      ],
    },
  },
})
