import type { DocumentLabels } from './labels.ts'

export const pt: DocumentLabels = {
  page: (number, count) => `Página ${number} de ${count}`,
  continued: '(continuação)',
  date: 'DATA',
  mandate: 'MANDATO',
  activity: 'ATIVIDADE',
  introduction: 'Introdução',
  mandates: 'Mandatos',
  stakeholders: 'Partes interessadas',
  calendar: 'Calendário de atividades',
  original: 'Original',
  languages: { en: 'inglês', es: 'espanhol', fr: 'francês', pt: 'português' },
  undated: 'Durante o mês',
  otherDates: 'Outras datas',
  tentative: 'Tentativa',
  postponed: 'Adiada',
  cancelled: 'Cancelada',
  noActivities: 'Ainda sem atividades',
  thematicMeeting: 'Reunião temática',
}
