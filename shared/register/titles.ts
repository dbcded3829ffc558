import type { Instrument, Provision } from '../model/instrument.ts'
import { foldWords } from './words.ts'

/** "CIDI Document: Migration and Development" is the document of that title. */
const leader = /^\s*(?:\p{L}+\s+)?(?:document|documento|doc\.?)\s*:?\s+/iu

/** A title as it is compared: case, quotation marks, commas, dashes and a leading "CIDI Document:" do not count. */
export const foldTitle = (title: string): string => foldWords(title.replace(leader, ''))

const known = new WeakMap<Instrument, ReadonlySet<string>>()

function foldedNames(instrument: Instrument): ReadonlySet<string> {
  let names = known.get(instrument)
  if (names === undefined) {
    names = new Set([...Object.values(instrument.titles), ...instrument.aliases].flatMap((name) => [foldTitle(name), foldWords(name)]))
    known.set(instrument, names)
  }
  return names
}

/**
 * Whether a title is one that the instrument goes by, in any language. A part's heading may follow it: omnibus resolutions are cited as
 * "Advancing Hemispheric Initiatives on Integral Development. Fostering the promotion …".
 */
export function titleMatches(instrument: Instrument, title: string): boolean {
  const names = foldedNames(instrument)
  if (names.has(foldTitle(title)) || names.has(foldWords(title))) return true
  for (const { index } of title.matchAll(/[.:;]\s|\s[–—-]\s/g)) {
    if (names.has(foldTitle(title.slice(0, index)))) return true
  }
  return false
}

/** The title to show: in the language asked for, else in English, else in any. Null when no title is known. */
export const titleOf = ({ titles }: Instrument, language: keyof Instrument['titles'] = 'en'): string | null =>
  titles[language] ?? titles.en ?? Object.values(titles)[0] ?? null

/** What a provision says in short: in the language asked for, else in English. Null when nobody wrote it down. */
export const summaryOf = ({ summary }: Provision, language: keyof Provision['summary']): string | null =>
  summary[language] ?? summary.en ?? null

/** What an instrument is called in a message: its symbol, else its title. */
export const callName = (instrument: Instrument): string => instrument.symbol ?? titleOf(instrument) ?? instrument.aliases[0] ?? ''
