import type { Template } from './template.ts'

export const en: Template = {
  sections: [
    {
      kind: 'introduction',
      heading: 'Introduction',
      paragraphs: ['This plan sets out what the {committee} will do in the {term} term, when, and by whose authority.'],
      items: [],
    },
    { kind: 'mandates', heading: 'Mandates', paragraphs: ['The work of the committee rests on the following mandates:'], items: [] },
    { kind: 'stakeholders', heading: 'Stakeholders', paragraphs: [], items: ['Member states', 'The General Secretariat', 'Civil society'] },
  ],
  rows: {
    installation: ['Installation of the committee and election of its officers', 'Consideration and adoption of the work plan'],
    meeting: ['Thematic meeting'],
    distribution: ['Distribution of the draft paragraphs for the resolution of the General Assembly'],
    negotiation: ['Negotiation of the draft paragraphs'],
    approval: ['Approval of the paragraphs and their transmission to the {parent}'],
    dissemination: ['Dissemination of the conclusions of the thematic meetings'],
  },
}
