import { fold } from '../lib/text.ts'
import type { Section } from '../model/section.ts'
import { withoutMarks } from './notes.ts'

/** Headings that plans use, folded, and the part of the plan that each begins. */
const known: readonly (readonly [Section['kind'], RegExp])[] = [
  ['introduction', /^(?:introduction|introduccion|introducao|background|antecedentes|contexte|contexto|presentacion|apresentacao)$/],
  [
    'mandates',
    /^(?:(?:list of |the )?mandates?|(?:lista de )?mandatos?|(?:liste des )?mandats?|mandate of the committee|legal basis|base juridica|base juridique|bases? legal(?:es)?)$/,
  ],
  [
    'stakeholders',
    /^(?:(?:program |programme )?stakeholders?|actores(?: del programa)?|actores involucrados|partes interesadas(?: del programa)?|parties prenantes(?: du programme)?|partes interessadas(?: do programa)?|atores(?: do programa)?)$/,
  ],
  [
    'other',
    /^(?:objectives?|objetivos?|objectifs?|methodology|metodologia|methodologie|conclusions?|conclusiones|conclusoes|annex(?: [ivx\d]+)?|anexo(?: [ivx\d]+)?|annexe(?: [ivx\d]+)?|notes?|notas?|observations?|observaciones|observacoes|resources|recursos|ressources|follow-up|seguimiento|suivi|seguimento)$/,
  ],
]

/** `VII. `, `3. `, `A. ` before a heading. */
const numbering = /^(?:[IVXLC]{1,7}|\d{1,2}|[A-Z])[.)]\s+/

export interface Heading {
  readonly kind: Section['kind']
  readonly text: string
  /** The number that stood before it, to be counted anew. */
  readonly numbering: string
}

/** A heading's words without number and colon. */
export function bareHeading(line: string): { readonly text: string; readonly numbering: string } {
  const trimmed = line.trim()
  const number = numbering.exec(trimmed)?.[0] ?? ''
  return { text: trimmed.slice(number.length).replace(/\s*:$/, '').trim(), numbering: number.trim() }
}

/** A heading that plans use ("MANDATES:", "II. Introducción"); null for any other line. */
export function knownHeading(line: string): Heading | null {
  if (line.length > 80) return null
  const bare = bareHeading(line)
  const words = fold(bareHeading(withoutMarks(line)).text)
  const kind = known.find(([, pattern]) => pattern.test(words))?.[0]
  return kind === undefined ? null : { kind, ...bare }
}

/** A line in capitals throughout, of a heading's length: it begins a part of the text that has no special meaning. */
export function capitalHeading(line: string): Heading | null {
  if (line.length > 250) return null
  const { text } = bareHeading(withoutMarks(line))
  const { length } = text
  if (length < 4 || length > 160 || /\p{Ll}/u.test(text) || !/\p{Lu}{3}/u.test(text) || /\/(?:RES|DEC|doc)\b/i.test(text)) return null
  return { kind: 'other', ...bareHeading(line) }
}

/** Words of the headings that calendars go by. */
const calendarWords = /calendar|schedule|activities|calendario|cronograma|actividades|calendrier|activités|calendário|atividades/i

/** The last line above the calendar, where it is its heading. */
export function calendarHeading(
  lines: readonly string[],
): { readonly text: string; readonly index: number; readonly numbering: string } | null {
  const index = lines.findLastIndex((line) => line.trim() !== '')
  const line = lines[index]
  if (line === undefined || line.length > 250) return null
  const heads = capitalHeading(line) !== null || (calendarWords.test(line) && !/[.;:,]\s*$/.test(line) && line.length < 120)
  return heads ? { ...bareHeading(line), index } : null
}

/** A line in capitals that names a schedule: the heading of one, or the title of a plan that is little else. */
export const namesCalendar = (line: string): boolean => capitalHeading(line) !== null && calendarWords.test(line)
