import { dayOf } from '../dates/calendar.ts'
import { monthNames, weekdayNames } from '../dates/words.ts'
import type { Language } from '../model/language.ts'
import { capitalized } from './plan-parts.ts'

const joiners: Readonly<Record<Language, string>> = { en: ' ', es: ' de ', fr: ' ', pt: ' de ' }

/** A month as a heading, `January 2021`, `Enero de 2021`, of `2021-01`. */
export function monthTitle(month: string, language: Language): string {
  const { year, month: number } = dayOf(month)
  const name = monthNames[language][number - 1] ?? ''
  return capitalized(name, language) + joiners[language] + year
}

const shortNames: Readonly<Record<Language, string>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  es: 'Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic',
  fr: 'Jan Fév Mar Avr Mai Juin Juil Août Sep Oct Nov Déc',
  pt: 'Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez',
}

/** A month as the head of a narrow column, `Jan 21`, of `2021-01`. */
export function shortMonthTitle(month: string, language: Language): string {
  const { year, month: number } = dayOf(month)
  return `${shortNames[language].split(' ')[number - 1] ?? ''} ${String(year).slice(2)}`
}

/** Names of the week's days as heads of columns, Sunday first, as calendars in the Americas have them. */
export function weekdayTitles(language: Language): string[] {
  const names = weekdayNames[language]
  return [...names.slice(6), ...names.slice(0, 6)].map((name) => capitalized(name, language))
}
