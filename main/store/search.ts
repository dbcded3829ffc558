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

/**
 * What was typed, as the index reads it: every word must occur, and the last may be only begun. Words are letters and digits alone, so
 * nothing typed is taken for the index's own syntax. Null when no word was typed.
 */
export function matchExpression(query: string): string | null {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu)
  return words === null ? null : words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ')
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

/** How much a word counts where it is found: in the symbol, the label, the title, the text. */
const weights = '10.0, 8.0, 3.0, 1.0'

/** The passages that search reads, and the full-text index that triggers keep in step with them. */
export function passageTable(database: Database) {
  const clear = database.prepare<[string]>('DELETE FROM passages WHERE key = ?')
  const add = database.prepare<[string, string, string | null, string, string | null, string, string, string]>(
    'INSERT INTO passages (key, instrument_id, adopted, language, symbol, label, title, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const match = database.prepare<{ words: string; language: string | null; count: number }, PassageRow>(
    `SELECT passages.instrument_id, passages.symbol, passages.title, passages.label, passages.text, passages.adopted
       FROM passage_words JOIN passages ON passages.id = passage_words.rowid
      WHERE passage_words MATCH @words AND (@language IS NULL OR passages.language = @language)
      ORDER BY bm25(passage_words, ${weights}), passages.id LIMIT @count`,
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

    /** Provisions whose words match, best first, each once whatever the number of its languages. */
    search(query: string, language: Language | null, count: number): Found[] {
      const words = matchExpression(query)
      if (words === null) return []
      const rows = match.all({ words, language, count: language === null ? count * languages.length : count })
      const found = new Map<string, Found>()
      for (const row of rows) {
        const name = `${row.instrument_id} ${row.label}`
        if (!found.has(name)) found.set(name, toFound(row))
      }
      return [...found.values()].slice(0, count)
    },
  }
}
