import type { DocumentLabels } from './labels.ts'

export const fr: DocumentLabels = {
  page: (number, count) => `Page ${number} sur ${count}`,
  continued: '(suite)',
  date: 'DATE',
  mandate: 'MANDAT',
  activity: 'ACTIVITÉ',
  introduction: 'Introduction',
  mandates: 'Mandats',
  stakeholders: 'Parties prenantes',
  calendar: 'Calendrier des activités',
  original: 'Original',
  languages: { en: 'anglais', es: 'espagnol', fr: 'français', pt: 'portugais' },
  undated: 'Au cours du mois',
  otherDates: 'Autres dates',
  tentative: 'Provisoire',
  postponed: 'Reportée',
  cancelled: 'Annulée',
  noActivities: 'Aucune activité pour l’instant',
  thematicMeeting: 'Réunion thématique',
}
