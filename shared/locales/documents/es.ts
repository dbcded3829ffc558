import type { DocumentLabels } from './labels.ts'

export const es: DocumentLabels = {
  page: (number, count) => `Página ${number} de ${count}`,
  continued: '(continuación)',
  date: 'FECHA',
  mandate: 'MANDATO',
  activity: 'ACTIVIDAD',
  introduction: 'Introducción',
  mandates: 'Mandatos',
  stakeholders: 'Actores',
  calendar: 'Calendario de actividades',
  original: 'Original',
  languages: { en: 'inglés', es: 'español', fr: 'francés', pt: 'portugués' },
  undated: 'Durante el mes',
  otherDates: 'Otras fechas',
  tentative: 'Tentativa',
  postponed: 'Aplazada',
  cancelled: 'Cancelada',
  noActivities: 'Aún sin actividades',
  thematicMeeting: 'Reunión temática',
}
