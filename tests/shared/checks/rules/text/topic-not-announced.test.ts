import { topicNotAnnounced } from '#shared/checks/rules/text/topic-not-announced.ts'
import { anActivity, aPlan, aSection } from '../../../../builders/plan.ts'
import { testRule } from '../../rule-tester.ts'

const sections = [
  aSection({ kind: 'introduction', blocks: ['Meetings will thus be held on: “Migration and climate change”; “Data and statistics”.'] }),
]
const meeting = (...items: string[]) => [anActivity({ items })]

testRule(topicNotAnnounced, {
  valid: {
    'announced topics': {
      plan: aPlan({
        sections,
        activities: meeting('Thematic meeting', '· “Migration and climate change.”', '· Data and migration statistics'),
      }),
    },
    'a plan that announces no topics': { plan: aPlan({ activities: meeting('Thematic meeting', '· Vaccination of migrants') }) },
    'what is no thematic meeting': { plan: aPlan({ sections, activities: meeting('Election of the Vice Chair') }) },
  },
  invalid: {
    'a topic below the heading': {
      plan: aPlan({ sections, activities: meeting('Thematic meeting', '· “Vaccination of migrants against COVID-19.”') }),
      findings: [
        {
          row: 1,
          severity: 'info',
          about: 'Vaccination of migrants against COVID-19',
          message: 'The introduction announces topics, but not “Vaccination of migrants against COVID-19”.',
          field: 'items',
        },
      ],
    },
    'a topic behind the heading': {
      plan: aPlan({ sections, activities: meeting('Thematic meeting II: Socio-economic reintegration of returned migrants') }),
      findings: [{ message: 'The introduction announces topics, but not “Socio-economic reintegration of returned migrants”.' }],
    },
    'in Spanish': {
      plan: aPlan({ sections, activities: meeting('Reunión temática', '· Trata de personas y tráfico') }),
      findings: [{ message: 'The introduction announces topics, but not “Trata de personas y tráfico”.' }],
    },
  },
})
