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

/** Names of the week's days as heads of columns, Sunday first, as calendars in the Americas have them. */
export function weekdayTitles(language: Language): string[] {
  const names = weekdayNames[language]
  return [...names.slice(6), ...names.slice(0, 6)].map((name) => capitalized(name, language))
}
