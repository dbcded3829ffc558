import type { DocumentLabels } from './labels.ts'

export const en: DocumentLabels = {
  page: (number, count) => `Page ${number} of ${count}`,
  continued: '(continued)',
  date: 'DATE',
  mandate: 'MANDATE',
  activity: 'ACTIVITY',
  introduction: 'Introduction',
  mandates: 'Mandates',
  stakeholders: 'Stakeholders',
  calendar: 'Calendar of activities',
  original: 'Original',
  languages: { en: 'English', es: 'Spanish', fr: 'French', pt: 'Portuguese' },
  undated: 'During the month',
  otherDates: 'Other dates',
  tentative: 'Tentative',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  noActivities: 'No activities yet',
  thematicMeeting: 'Thematic meeting',
}
