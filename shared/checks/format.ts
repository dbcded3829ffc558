import { IntlMessageFormat } from 'intl-messageformat'
import { es } from '../locales/findings/es.ts'
import { fr } from '../locales/findings/fr.ts'
import { pt } from '../locales/findings/pt.ts'
import type { Message } from '../locales/message.ts'
import type { Language } from '../model/language.ts'
import { writeValue, writeWeekday } from '../dates/write.ts'
import { messages } from './catalogue.ts'
import type { Finding, Fix } from './finding.ts'

const compiled = new Map<string, IntlMessageFormat>()

function compile(text: string, language: Language): IntlMessageFormat {
  const key = `${language} ${text}`
  let format = compiled.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(text, language)
    compiled.set(key, format)
  }
  return format
}

/** Days and months travel as ISO text, weekdays as ISO numbers under names that end in "weekday"; they are said in the reader's language. */
function said(name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return /weekday$/i.test(name) ? writeWeekday(value, language) : value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return writeValue({ kind: 'date', date: value, time: null, endTime: null }, language)
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) return writeValue({ kind: 'month', month: value, part: null }, language)
  return value
}

/** Fills an ICU message with a finding's data. Throws when a placeholder has no value: rule and message do not fit. */
export function fillMessage(text: string, data: Message['data'], language: Language): string {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, said(name, value, language)]))
  return String(compile(text, language).format(values))
}

const translations: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: messages,
  es: new Map(Object.entries(es)),
  fr: new Map(Object.entries(fr)),
  pt: new Map(Object.entries(pt)),
}

/** A message of the check in words. Throws for an id that no rule has. */
export function formatMessage({ id, data }: Message, language: Language = 'en'): string {
  const text = translations[language].get(id)
  if (text === undefined) throw new Error(`No rule has the message ${id}.`)
  return fillMessage(text, data, language)
}

/** What a finding says: "January 26, 2021 is a Tuesday, not a Monday." */
export const formatFinding = (finding: Pick<Finding, 'message'>, language: Language = 'en'): string =>
  formatMessage(finding.message, language)

/** What a fix will write: "Write AG/RES. 2816 (XLIV-O/14)". */
export const formatFix = (fix: Pick<Fix, 'label'>, language: Language = 'en'): string => formatMessage(fix.label, language)

/** What a rule protects, which is the name that people know it by: "Nobody comes on the wrong day". */
export const formatRule = (rule: string, language: Language = 'en'): string => formatMessage({ id: `${rule}#protects`, data: {} }, language)
