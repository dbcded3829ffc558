import { fillSentence, type Values } from '#shared/locales/format.ts'
import type { Refused } from '#shared/contract/errors.ts'
import type { Message } from '#shared/locales/message.ts'
import { en, type WindowText } from '#shared/locales/window/en.ts'
import { es } from '#shared/locales/window/es.ts'
import { fr } from '#shared/locales/window/fr.ts'
import { pt } from '#shared/locales/window/pt.ts'
import { delegationName } from '#shared/model/delegations.ts'
import type { Language } from '#shared/model/language.ts'
import { languageOf, usePreferences } from '../stores/preferences.ts'

const catalogues: Readonly<Record<Language, Readonly<Record<WindowText, string>>>> = { en, es, fr, pt }

/** The language of the window; the plan's own is another matter. It follows the preference, and the window is drawn anew when it changes. */
export let windowLanguage: Language = languageOf(usePreferences.getState())
usePreferences.subscribe((preferences) => {
  windowLanguage = languageOf(preferences)
})

/** A text of the window in the reader's language. */
export const words = (id: WindowText, values: Values = {}): string => fillSentence(catalogues[windowLanguage][id], values, windowLanguage)

export const isWindowText = (id: string): id is WindowText => Object.hasOwn(en, id)

/** Why a file was refused. A main process of a later version may refuse for a reason that this window does not know. */
export function refusedWords({ kind, values }: Pick<Refused, 'kind' | 'values'>, name: string): string {
  const id = `refused.${kind}`
  return isWindowText(id) ? words(id, values) : words('refused.unusable', { name })
}

/** Names a step of the history. Steps written by a later version of the program may have names that this one does not know. */
export const stepName = ({ id, data }: Message): string => (isWindowText(id) ? words(id, inWords(data)) : words('step.unknown'))

/** Values of a step that the history holds as files do: delegations by their English names, the first issue without a name. */
function inWords(data: Message['data']): Values {
  const said = Object.entries(data).map(([part, value]): [string, string | number] => {
    if (part === 'revision' && value === '') return [part, words('revisions.first')]
    const isDelegation = part === 'who' || part === 'delegation' || part === 'sender'
    return [part, isDelegation ? delegationName(String(value), windowLanguage) : value]
  })
  return Object.fromEntries(said)
}

/** Dates of the window's own, as against those of a plan. */
const writeDate = (date: Date, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(windowLanguage, options).format(date)

/** A moment as people say it: the time alone when it was today. */
export function moment(at: string): string {
  const date = new Date(at)
  return date.toDateString() === new Date().toDateString()
    ? words('time.today', { time: writeDate(date, { timeStyle: 'short' }) })
    : writeDate(date, { dateStyle: 'medium', timeStyle: 'short' })
}

/** A moment on the clocks of a zone, which it names. */
export const momentIn = (at: string, timeZone: string): string =>
  writeDate(new Date(at), { timeZone, dateStyle: 'full', timeStyle: 'short' }) + ` (${timeZone})`

/** A plain date such as `2026-09-01`, read out in full. */
export const day = (date: string): string => writeDate(new Date(`${date}T12:00:00`), { dateStyle: 'medium' })
