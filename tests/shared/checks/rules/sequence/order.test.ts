import { sequence } from '#shared/checks/rules/sequence/order.ts'
import { anActivity, aPlan, on } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const rows = (...pairs: [string, string][]) =>
  aPlan({ activities: pairs.map(([date, item]) => anActivity({ when: on(date), items: [item] })) })

testRule(sequence, {
  valid: {
    'distribution, negotiation, approval': {
      plan: rows(
        ['2021-08-17', 'Distribution by the Chair of paragraphs to be included in the CIDI draft resolution.'],
        ['2021-09-07', 'Negotiation of paragraphs for inclusion in the draft resolution to be considered by CIDI.'],
        ['2021-09-21', 'Final consideration and approval of paragraphs for inclusion in the draft resolution.'],
      ),
    },
    'a second round after the approval': {
      plan: rows(
        ['2021-09-07', 'Negotiation of the draft resolution'],
        ['2021-09-14', 'Approval of the draft resolution'],
        ['2021-09-21', 'Negotiation of the draft resolution'],
      ),
    },
    'the approval of something that is not negotiated': {
      plan: rows(
        ['2017-10-02', 'Approval of material to disseminate on social networks'],
        ['2018-04-02', 'Negotiation of the draft resolution'],
      ),
    },
    'two texts': {
      plan: rows(
        ['2021-03-02', 'Approval of the draft resolution on child trafficking victims'],
        ['2021-04-06', 'Negotiation of the draft resolution on climate displacement policy'],
      ),
    },
    'one day with both': {
      plan: rows(['2021-09-07', 'Approval of the draft resolution'], ['2021-09-07', 'Negotiation of the draft resolution']),
    },
  },
  invalid: {
    'an approval before the negotiation': {
      plan: rows(['2021-09-07', 'Approval of the draft resolution'], ['2021-09-14', 'Negotiation of the draft resolution']),
      findings: [
        {
          row: 1,
          severity: 'warning',
          about: 'approval',
          message: 'The approval of the text comes before its negotiation on September 14, 2021.',
          field: 'when',
        },
      ],
    },
    'a negotiation before the distribution, in Spanish': {
      plan: rows(
        ['2021-09-07', 'Negociación de los párrafos del proyecto de resolución'],
        ['2021-09-14', 'Distribución de los párrafos del proyecto de resolución'],
      ),
      findings: [{ row: 1, message: 'The negotiation of the text comes before its distribution on September 14, 2021.' }],
    },
  },
})
