import type { Instrument } from '#shared/model/instrument.ts'
import { type Language, languages } from '#shared/model/language.ts'
import { titleOf } from '#shared/register/titles.ts'
import type { Database } from './database.ts'

/** A provision that search found. */
export interface Found {
  readonly instrumentId: string
  readonly symbol: string | null
  readonly title: string
  readonly label: string
  readonly text: string
  readonly adopted: string | null
}

interface PassageRow {
  readonly instrument_id: string
  readonly symbol: string | null
  readonly title: string
  readonly label: string
  readonly text: string
  readonly adopted: string | null
}

const toFound = (row: PassageRow): Found => ({
  instrumentId: row.instrument_id,
  symbol: row.symbol,
  title: row.title,
  label: row.label,
  text: row.text,
  adopted: row.adopted,
})

/** What was typed, as words: letters and digits alone, so nothing typed is taken for the index's own syntax. */
const wordsOf = (query: string): string[] => query.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

/** Words as the index reads them, all in the columns named: the last may be only begun, unless it is a single letter or digit. */
const matching = (columns: string, words: readonly string[], language: Language | null): string => {
  const terms = words.map((word, index) => `"${word}"${index === words.length - 1 && word.length > 1 ? '*' : ''}`)
  return `{${columns}} : (${terms.join(' AND ')})${language === null ? '' : ` AND language : "${language}"`}`
}

/** How many passages are looked at to find the best. A query that more of them match is too vague for their order to matter. */
const candidates = 300

/** The words of a name, without case and accents, as the index has them: it takes marks off the letters of every script, so `fold` will not do. */
const foldWords = (text: string): string[] =>
  wordsOf(
    text
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
      .toLowerCase(),
  )

/**
 * Ranks passages that are known to match: each word typed counts by where it stands, more in a symbol than in a title and more there than
 * in the text alone, and more whole than begun.
 */
function scoreOf(query: string): (row: PassageRow) => number {
  const typed = foldWords(query)
  const names = new Map<string, number[]>()
  /** For each word typed, 1 where the name has it, a half where one of the name's words begins with it. The same names come again and again. */
  const hits = (name: string): number[] => {
    let found = names.get(name)
    if (found === undefined) {
      const there = foldWords(name)
      found = typed.map((word) => (there.includes(word) ? 1 : there.some((one) => one.startsWith(word)) ? 0.5 : 0))
      names.set(name, found)
    }
    return found
  }
  return ({ symbol, label, title }) => {
    const [inSymbol, inLabel, inTitle] = [hits(symbol ?? ''), hits(label), hits(title)]
    return typed.reduce(
      (sum, _, index) => sum + Math.max(1, 10 * (inSymbol[index] ?? 0), 8 * (inLabel[index] ?? 0), 3 * (inTitle[index] ?? 0)),
      0,
    )
  }
}

/** The passages of an instrument: each provision in each language that has words for it, or the titles alone where no provision is known. */
function passagesOf(instrument: Instrument): { readonly language: Language; readonly label: string; readonly text: string }[] {
  if (instrument.provisions.length === 0) {
    const titled = languages.filter((language) => instrument.titles[language] !== undefined)
    return (titled.length > 0 ? titled : languages.slice(0, 1)).map((language) => ({ language, label: '', text: '' }))
  }
  return instrument.provisions.flatMap(({ label, text, summary }) =>
    languages.flatMap((language) => {
      const words = text[language] ?? summary[language]
      return words === undefined ? [] : [{ language, label, text: words }]
    }),
  )
}

/** The passages that search reads, and the full-text index that triggers keep in step with them. */
export function passageTable(database: Database) {
  const clear = database.prepare<[string]>('DELETE FROM passages WHERE key = ?')
  const add = database.prepare<[string, string, string | null, string, string | null, string, string, string]>(
    'INSERT INTO passages (key, instrument_id, adopted, language, symbol, label, title, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const match = database.prepare<[expression: string, count: number], PassageRow & { readonly id: number }>(
    `SELECT id, instrument_id, symbol, title, label, text, adopted FROM passages
      WHERE id IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?)`,
  )
  return {
    /** Replaces what search knows of an instrument; null takes it out. */
    replace(key: string, instrument: Instrument | null): void {
      clear.run(key)
      if (instrument === null) return
      for (const { language, label, text } of passagesOf(instrument)) {
        const title = titleOf(instrument, language) ?? instrument.aliases[0] ?? ''
        add.run(key, instrument.id, instrument.adopted, language, instrument.symbol, label, title, text)
      }
    },

    /**
     * Provisions whose words match, best first, each once whatever the number of its languages. The index's own ranking reads every
     * match of every word, a quarter of a second for a word that all resolutions begin with; so a bounded number is ranked here, those
     * first whose names match.
     */
    search(query: string, language: Language | null, count: number): Found[] {
      const words = wordsOf(query)
      if (words.length === 0) return []
      const named = match.all(matching('symbol label title', words, language), candidates)
      const all = match.all(matching('symbol label title text', words, language), candidates)
      const score = scoreOf(query)
      const ranked = [...new Map([...named, ...all].map((row) => [row.id, row])).values()]
        .map((row) => ({ row, points: score(row) }))
        .toSorted((a, b) => b.points - a.points || a.row.id - b.row.id)
      const found = new Map<string, Found>()
      for (const { row } of ranked) {
        const name = `${row.instrument_id} ${row.label}`
        if (!found.has(name)) found.set(name, toFound(row))
      }
      return [...found.values()].slice(0, count)
    },
  }
}
