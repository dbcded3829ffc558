import { tentative } from '#shared/checks/rules/date/tentative.ts'
import { aDate, anActivity, aPlan } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const december = { kind: 'month', month: '2017-12', part: null } as const
const when = (more: Parameters<typeof aDate>[1]) =>
  aPlan({ activities: [anActivity({ when: aDate(december, { tentative: true, ...more }) })] })

testRule(tentative, {
  valid: {
    'a date that is fixed': { plan: when({ tentative: false }) },
    'with another date': { plan: when({ alternative: { kind: 'quarter', year: 2018, quarter: 1 } }) },
    'with a note': { plan: when({ note: 'to be coordinated with CIDI' }) },
  },
  invalid: {
    'with neither': {
      plan: when({ note: ' ', written: 'DECEMBER 2017 (tentative)' }),
      findings: [
        {
          row: 1,
          severity: 'info',
          about: 'DECEMBER 2017 (tentative)',
          message: 'The date is tentative; neither another date nor a note says what it depends on.',
          field: 'when',
        },
      ],
    },
  },
})
