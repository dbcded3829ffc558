import { foldForms } from '#shared/lib/text.ts'
import type { Instrument, Provision } from '#shared/model/instrument.ts'
import type { Language } from '#shared/model/language.ts'
import type { Register } from '#shared/register/register.ts'

/** A mandate that what was typed may mean: an instrument, or one of its paragraphs. */
export interface Suggestion {
  readonly key: string
  readonly instrument: Instrument
  readonly provision: Provision | null
  readonly score: number
}

/** The name an instrument goes by in running text. */
export const nameOf = (instrument: Instrument, language: Language): string => instrument.symbol ?? titleOf(instrument, language)

export const titleOf = ({ titles, aliases }: Instrument, language: Language): string =>
  titles[language] ?? Object.values(titles)[0] ?? aliases[0] ?? ''

/** What a provision says, in its own words where they are held, else in ours. */
export const gistOf = ({ summary, text }: Provision, language: Language): string =>
  summary[language] ?? text[language] ?? Object.values(summary)[0] ?? Object.values(text)[0] ?? ''

interface Entry {
  readonly instrument: Instrument
  readonly provision: Provision | null
  readonly symbol: string
  readonly label: string
  readonly words: string
}

const entries = new WeakMap<Register, readonly Entry[]>()

/** The register laid out for matching, once for each register. */
function entriesOf(register: Register): readonly Entry[] {
  let list = entries.get(register)
  if (list === undefined) {
    list = register.instruments.flatMap((instrument) => {
      const symbol = foldForms(instrument.symbol ?? '')
      const names = foldForms([...Object.values(instrument.titles), ...instrument.aliases].join(' '))
      const citable = instrument.provisions.filter(({ kind }) => kind !== 'preambular')
      return [
        { instrument, provision: null, symbol, label: '', words: names },
        ...citable.map((provision) => ({
          instrument,
          provision,
          symbol,
          label: foldForms(provision.label),
          words: foldForms([names, ...Object.values(provision.summary), ...Object.values(provision.text)].join(' ')),
        })),
      ]
    })
    entries.set(register, list)
  }
  return list
}

/** How well a typed word fits an entry; 0 when not at all. Numbers are sought in the symbol, then among the paragraphs; words at the start of words. */
function fit(entry: Entry, word: string, isFirst: boolean): number {
  if (entry.label === word) return isFirst && entry.symbol !== '' ? 4 : 9
  const number = entry.symbol.match(/\d+/)?.[0]
  if (number === word) return 12
  if (/^\d+$/.test(word)) return number?.startsWith(word) === true ? 5 : entry.label.startsWith(word) && !isFirst ? 2 : 0
  if (entry.symbol.includes(word)) return 4
  if (entry.label.startsWith(word)) return 3
  return ` ${entry.words}`.includes(` ${word}`) ? 2 : 0
}

/**
 * The mandates that a few typed words may mean, best first: a symbol or part of one, "2955 34" for a number with its paragraph, or words of
 * the title or text. Current instruments stand before superseded ones, later before earlier.
 */
export function complete(register: Register, typed: string, count = 8): Suggestion[] {
  const sought = foldForms(typed)
    .replace(/[¶,;()]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (sought.join('').length < 2) return []
  const found: Suggestion[] = []
  for (const entry of entriesOf(register)) {
    let score = 0
    for (const [index, word] of sought.entries()) {
      const points = fit(entry, word, index === 0)
      if (points === 0) {
        score = 0
        break
      }
      score += points
    }
    if (score === 0) continue
    const { instrument, provision } = entry
    const addressed = provision?.addressees.includes('committee') === true ? 0.5 : 0
    const current = instrument.state === 'current' ? 0.4 : 0
    found.push({
      key: `${instrument.id} ${provision?.label ?? ''}`,
      instrument,
      provision,
      score: score + addressed + current + (instrument.year ?? 0) / 10_000,
    })
  }
  return found.sort((a, b) => b.score - a.score).slice(0, count)
}

/** What a suggestion writes into a mandate cell. */
export const writtenAs = ({ instrument, provision }: Suggestion, language: Language): string =>
  provision === null
    ? nameOf(instrument, language)
    : `${nameOf(instrument, language)} ${/^\d/.test(provision.label) ? `¶${provision.label}` : provision.label}`
