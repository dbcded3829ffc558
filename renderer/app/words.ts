import { fillSentence, type Values } from '#shared/locales/format.ts'
import type { Message } from '#shared/locales/message.ts'
import { en, type WindowText } from '#shared/locales/window/en.ts'
import type { Language } from '#shared/model/language.ts'

/** The language of the window. Others join as their catalogues are written; the plan's own language is another matter. */
export const windowLanguage: Language = 'en'

const catalogue: Readonly<Record<string, string>> = en

/** A text of the window in the reader's language. */
export const words = (id: WindowText, values: Values = {}): string => fillSentence(en[id], values, windowLanguage)

/** Names a step of the history. Steps written by a later version of the program may have names that this one does not know. */
export function stepName({ id, data }: Message): string {
  const sentence = catalogue[id]
  return sentence === undefined ? words('step.unknown') : fillSentence(sentence, data, windowLanguage)
}

const moments = new Intl.DateTimeFormat(windowLanguage, { dateStyle: 'medium', timeStyle: 'short' })
const times = new Intl.DateTimeFormat(windowLanguage, { timeStyle: 'short' })
const days = new Intl.DateTimeFormat(windowLanguage, { dateStyle: 'medium' })

/** A moment as people say it: the time alone when it was today. */
export function moment(at: string): string {
  const date = new Date(at)
  return date.toDateString() === new Date().toDateString() ? words('time.today', { time: times.format(date) }) : moments.format(date)
}

/** A plain date such as `2026-09-01`, read out in full. */
export const day = (date: string): string => days.format(new Date(`${date}T12:00:00`))
