import { generateNKeysBetween } from 'fractional-indexing'
import { citationsIn } from '../cells/mandate-cell.ts'
import type { NameIndex } from '../citations/read.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Citation } from '../model/citation.ts'
import type { Instrument } from '../model/instrument.ts'
import type { Language } from '../model/language.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Notes } from './notes.ts'
import { readQuotation } from './quotations.ts'
import type { Findings } from './report.ts'

export interface MandateContext {
  readonly names: NameIndex
  readonly makeId: MakeId
  readonly language: Language
  readonly notes: Notes
  readonly findings: Findings
}

/** An entry's links stand on no more lines than these. */
const mostLinkLines = 8

interface Entry {
  readonly written: string
  readonly citations: readonly Citation[]
  readonly quoted: string[]
}

/** `II. `, `1. `, `1. 1. `, `a) ` or a bullet before an entry. */
const marker = /^(?:(?:[IVXLC]{1,7}|\d{1,3}|[a-z])[.)]\s*(?:\d{1,3}[.)]\s*)?|[·•▪●–*-]\s*)/
const loneNumber = /^[IVXLC]{1,7}\.$/
const symbolFirst = /^[A-Z]{2,10}\s?(?:\/|\s(?:RES|DEC)\b)/
const linksOnly = /^\(?(?:(?:español|english|français|português|spanish|french|portuguese)[\s)/,|–-]*)+$/i

/** A title on the line below the symbol that it belongs to. */
const titleOnly = /^(?:“[^”]+”|«[^»]+»)$/

const belongsToEntry = (line: string): boolean =>
  titleOnly.test(line) || linksOnly.test(line.replace(/HYPERLINK "[^"]{0,2000}"/g, '').trim())

/** The citations of a line that lists a mandate: one that opens with a citation, but for its number. Null for any other line. */
function entryOf(line: string, { names, language }: MandateContext): Entry | null {
  const mark = marker.exec(line)?.[0] ?? ''
  const words = line.slice(mark.length)
  if (mark === '' && !symbolFirst.test(words)) return null
  const { citations, leftovers } = citationsIn(words, { names, language })
  const [first] = citations
  if (first === undefined || leftovers.some(({ start }) => start < first.start)) return null
  if (first.citation.symbol === null && leftovers.length > 0) return null
  return { written: line, citations: citations.map(({ citation }) => citation), quoted: [] }
}

/** Puts a numeral that stands alone before the entry that it numbers. */
function joined(lines: readonly string[], context: MandateContext): string[] {
  const out: string[] = []
  let waiting = -1
  for (const line of lines) {
    if (waiting >= 0 && line !== '') {
      const whole = `${out[waiting]} ${line}`
      if (entryOf(whole, context) !== null) out[waiting] = whole
      else out.push(line)
      waiting = -1
    } else {
      out.push(line)
      if (loneNumber.test(line)) waiting = out.length - 1
    }
  }
  return out
}

const yearOf = (symbol: string | null): number | null => {
  const digits = symbol === null ? undefined : /\/(\d{2})(?!\d)/.exec(symbol)?.[1]
  return digits === undefined ? null : Number(digits) + (Number(digits) < 60 ? 2000 : 1900)
}

/** What a plan says of an instrument that it quotes. Its other paragraphs are not known. */
const learned = (citation: Citation, provisions: Instrument['provisions'], { makeId, language }: MandateContext): Instrument => ({
  type: 'instrument',
  id: makeId(),
  symbol: citation.symbol,
  kind:
    citation.symbol === null
      ? 'other'
      : citation.symbol.includes('RES.')
        ? 'resolution'
        : citation.symbol.includes('DEC.')
          ? 'declaration'
          : 'document',
  titles: citation.title === null ? {} : { [language]: citation.title },
  aliases: [],
  body: /^AG\/(?:RES|DEC)\./.test(citation.symbol ?? '') ? 'General Assembly of the Organization of American States' : '',
  adopted: null,
  year: yearOf(citation.symbol),
  state: 'current',
  successor: null,
  languages: citation.links.map((link) => link.language),
  complete: false,
  provisions,
})

/** One account of each instrument, however often the list names it: provisions of later entries are added. */
function together(instruments: readonly Instrument[]): Instrument[] {
  const bySymbol = new Map<string, { readonly first: Instrument; readonly provisions: Map<string, Instrument['provisions'][number]> }>()
  for (const instrument of instruments) {
    const key = instrument.symbol ?? instrument.id
    const held = bySymbol.get(key) ?? { first: instrument, provisions: new Map() }
    for (const provision of instrument.provisions)
      if (!held.provisions.has(provision.label)) held.provisions.set(provision.label, provision)
    bySymbol.set(key, held)
  }
  return Array.from(bySymbol.values(), ({ first, provisions }) => ({ ...first, provisions: [...provisions.values()] }))
}

export interface ReadMandates {
  /** How many lines stand above the first entry. */
  readonly introduction: number
  readonly mandates: Mandate[]
  readonly instruments: Instrument[]
  /** Lines quoted below entries that no cited paragraph claims. */
  readonly unplaced: readonly string[]
  /** Notes to entries and quoted paragraphs, which have no notes of their own. */
  readonly footnotes: readonly string[]
}

/** Reads the list of mandates: its entries, and the paragraphs quoted below them as provisions of the instruments they name. */
export function readMandates(rawLines: readonly string[], context: MandateContext): ReadMandates {
  const { makeId, language, notes, findings } = context
  const lines = joined(
    rawLines.map((line) => line.trim()),
    context,
  )
  let introduction = 0
  const entries: Entry[] = []
  let linkLines = 0
  for (const line of lines) {
    const last = entries.at(-1)
    const entry = entryOf(line, context)
    if (entry !== null) {
      entries.push(entry)
      linkLines = 0
    } else if (last !== undefined && last.quoted.length === 0 && linkLines < mostLinkLines && belongsToEntry(line)) {
      linkLines++
      entries[entries.length - 1] = entryOf(`${last.written} ${line}`, context) ?? last
    } else if (last === undefined) introduction++
    else last.quoted.push(line)
  }
  const unplaced: string[] = []
  const footnotes: string[] = []
  const anchored = (line: string): string => {
    const { text, footnotes: found } = notes.anchor(line)
    for (const note of found) footnotes.push(note.text)
    return text
  }
  const instruments: Instrument[] = []
  const drafts = entries.flatMap((entry): Omit<Mandate, 'order'>[] => {
    const [first] = entry.citations
    const quoted = entry.quoted.map(anchored)
    const quotation = readQuotation(quoted, first?.provisions ?? [], language, findings)
    for (const line of quotation.unplaced) unplaced.push(line)
    if (first !== undefined && quotation.provisions.length > 0) instruments.push(learned(first, quotation.provisions, context))
    const mark = marker.exec(entry.written)?.[0].trim() ?? ''
    if (mark !== '') findings.cleaned.push({ kind: 'numbering', text: mark })
    return entry.citations.map((citation, index) => ({
      type: 'mandate',
      id: makeId(),
      citation: { ...citation, id: makeId() },
      written: index === 0 ? anchored(entry.written) : '',
      quotation: index === 0 && quotation.provisions.length > 0 ? 'full' : 'none',
    }))
  })
  const orders = generateNKeysBetween(null, null, drafts.length)
  return {
    introduction,
    mandates: drafts.map((draft, index) => ({ ...draft, order: orders[index] ?? '' })),
    instruments: together(instruments),
    unplaced,
    footnotes,
  }
}
