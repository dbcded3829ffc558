import type { Language } from '../model/language.ts'

type Term = { from: number; to: number }

const years = String.raw`((?:19|20)\d{2})(?:\s*[-–—/]\s*((?:19|20)?\d{2}))?`

/**
 * "during the 2014-2015 period", "para el período 2014-2015". The word for the span must stand by, so that a year alone ("the 2014
 * report") limits nothing.
 */
const limits: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    new RegExp(String.raw`\b(?:during|for|in|over|throughout)\s+(?:the\s+)?${years}\s+(?:period|term|biennium|year|session)\b`, 'iu'),
    new RegExp(String.raw`\b(?:during|for|in|over|throughout)\s+the\s+(?:period|term|biennium)\s+(?:from\s+)?${years}`, 'iu'),
  ],
  es: [
    new RegExp(String.raw`\b(?:durante|para|en)\s+(?:el\s+)?(?:per[ií]odo|bienio|a[ñn]o|ejercicio)\s+(?:de\s+sesiones\s+)?${years}`, 'iu'),
    new RegExp(String.raw`\b(?:durante|para|en)\s+(?:el\s+)?${years}`, 'iu'),
  ],
  fr: [
    new RegExp(
      String.raw`\b(?:pendant|durant|pour|au\s+cours\s+de|dans)\s+(?:la\s+|le\s+|l['’])?(?:p[ée]riode|exercice|ann[ée]e|mandat)\s+(?:biennale?\s+)?${years}`,
      'iu',
    ),
  ],
  pt: [
    new RegExp(
      String.raw`\b(?:durante|para|em|no|ao\s+longo\s+do)\s+(?:o\s+)?(?:per[ií]odo|bi[êe]nio|ano|exerc[ií]cio)\s+(?:de\s+)?${years}`,
      'iu',
    ),
  ],
}

/**
 * The term to which a provision's own words limit it, as its first and last year; null when they do not. Reads all four languages when
 * none is given.
 */
export function termLimitOf(text: string, language?: Language): Term | null {
  const patterns = language === undefined ? Object.values(limits).flat() : limits[language]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    const from = Number(match[1])
    const second = match[2]
    const to = second === undefined ? from : second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second)
    if (to >= from && to - from <= 20) return { from, to }
  }
  return null
}
