import { fold } from '../lib/text.ts'

/** What a column of the calendar holds. `other` columns go to the row's notes; numbers are counted anew. */
export const columnNames = ['date', 'time', 'mandate', 'activity', 'venue', 'number', 'other'] as const
export type Column = (typeof columnNames)[number]

const names: Readonly<Record<Exclude<Column, 'other'>, string>> = {
  date: 'date|dates|tentative date|proposed date|date and time|month|when|fecha|fechas|fecha tentativa|fecha y hora|mes|date et heure|dates provisoires|date provisoire|mois|data|datas|data e hora|data tentativa',
  time: 'time|hora|heure|horario',
  mandate:
    'mandate|mandates|mandate(s)|legal basis|resolution|resolutions|mandato|mandatos|mandato(s)|resolucion|resoluciones|mandat|mandats|base juridica|resolucao|resolucoes',
  activity:
    'activity|activities|activity(ies)|topic|topics|meeting|meetings|subject|agenda|actividad|actividades|tema|temas|asunto|activite|activites|theme|themes|sujet|atividade|atividades|assunto|assuntos',
  venue: 'venue|place|location|room|lugar|sala|sede|lieu|salle|local',
  number: 'no|n|nº|#|row|num|numero|number',
}

const byName = new Map<string, Column>(
  (['date', 'time', 'mandate', 'activity', 'venue', 'number'] as const).flatMap((column) =>
    names[column].split('|').map((name): [string, Column] => [name, column]),
  ),
)

/** The column that a cell heads; null when the cell is no heading we know. */
export function columnOf(cell: string): Column | null {
  if (cell.length > 40) return null
  const words = fold(cell)
    .replace(/[*_:.°]/g, '')
    .replace(/\s*\/\s*/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim()
  return byName.get(words) ?? byName.get(words.split(' / ')[0] ?? '') ?? null
}

/** Whether these columns can head a calendar: dates, and what happens on them or by whose authority. */
export const headCalendar = (columns: readonly (Column | null)[]): boolean =>
  columns.includes('date') && (columns.includes('activity') || columns.includes('mandate'))
