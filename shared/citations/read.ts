import type { Language } from '../model/language.ts'
import { keywords, organWords, smallWords } from './lexicon/merged.ts'
import { findNames, type NameIndex } from './names.ts'
import { findProvisions, type ReadProvisions, scanProvisions } from './provisions.ts'
import type { Repair } from './repairs.ts'
import { type Draft, scanDrafts } from './scanner.ts'
import type { ParsedSymbol } from './symbol-model.ts'
import { type LanguageLink, opensLine, readBeside, readTitleBefore, type Title } from './titles.ts'
import { finder, fold, group } from './words.ts'

export { type NamedInstrument, type NameIndex, nameIndex } from './names.ts'
export type { Repair } from './repairs.ts'

export type CitationKind = 'resolution' | 'declaration' | 'document' | 'series' | 'united-nations' | 'named'

/** One citation found in a text. */
export interface ReadCitation {
  /** UTF-16 offsets of the instrument's words, end exclusive; for a bare number in a list just that number. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: CitationKind
  /** The canonical symbol, or the registered title of a named instrument. */
  readonly canonical: string
  /** The symbol's parts; null for named instruments. */
  readonly symbol: ParsedSymbol | null
  /** Labels of the paragraphs cited, ranges written out, in text order. */
  readonly provisions: readonly string[]
  readonly provisionsRange: readonly [number, number] | null
  /** A title written beside the symbol. */
  readonly title: Title | null
  readonly links: readonly LanguageLink[]
  /** What was repaired to read it; empty when it is written canonically. */
  readonly repairs: readonly Repair[]
}

export interface ReadOptions {
  /** The text's main language. Papers mix languages within a line, so the words of all four are always read. */
  readonly language?: Language
  readonly names?: NameIndex
}

function kindOf(symbol: ParsedSymbol | null): CitationKind {
  if (symbol === null) return 'named'
  if (symbol.family !== 'oas') return symbol.family
  return symbol.class === 'RES.' ? 'resolution' : symbol.class === 'DEC.' ? 'declaration' : 'document'
}

const leading = /^[\s,]{0,4}(?:contained in|set out in|of|in|under|from|to|de|del|du|des|da|do|dos|das|en|em|na|no|dans|d['’])(?=[\s'’])/i
const bridging: ReadonlyMap<string, true> = new Map(
  [...keywords.keys(), ...organWords, ...smallWords, 'no', 'nos', 'num', 'nums', 'n', 'document', 'documento', 'cited', 'omnibus'].map(
    (word) => [word, true] as const,
  ),
)
const findBridging = finder(bridging)

/** Whether only "of the … resolution" stands between a paragraph reference and its instrument. */
function bridges(text: string): boolean {
  if (!leading.test(text) || /[\d;:.!?\n]\s|\n\s*\n|[\d;:!?]/.test(text)) return false
  const words = fold(text).match(/[\p{L}]+/gu) ?? []
  return words.length <= 14 && words.every((word) => findBridging(word) !== null)
}

const referenceHint = /\d|operativ|resoluti|dispositi|pream|pr[eé]am|sec|sect|seç|ann?ex/i

const boundary = /;\s{0,3}|\.\s{1,3}(?=\p{Lu})|,?\s{1,3}(?:and|y|e|et)\s{1,3}/giu
const quotation = /[“"«„][^”"»\n]{0,420}[”"»]/g

/**
 * The part of a reference that belongs to the instrument after it. In "AG/RES. 1 (I-O/71), paragraph 20; paragraph 2 of AG/RES. 2 (I-O/71)" the
 * first paragraph is the earlier instrument's. A sentence's end always parts, a semicolon where an instrument stands before in the same clause,
 * and "and" where that instrument touches the reference.
 */
function lastClause(text: string, read: ReadProvisions, start: number, floor: number): ReadProvisions {
  const between = floor === 0 ? '' : text.slice(Math.max(floor, read.start - 500), read.start).replace(quotation, '')
  const sameClause = floor > 0 && !/;|\.\s+\p{Lu}|\n\s*\n/u.test(between)
  const touching = sameClause && /^[\s,:(–—-]*$/.test(between)
  let last = read
  for (const match of text.slice(read.start, read.end).matchAll(boundary)) {
    const parts = match[0].startsWith('.') || (match[0].startsWith(';') ? sameClause : touching)
    const from = read.start + match.index + match[0].length
    const rest = parts ? scanProvisions(text, from, start) : null
    if (rest?.end === read.end) last = rest
  }
  return last
}

/** Finds the paragraph reference that stands before an instrument: "paragraphs 1 to 3 of its resolution". */
function provisionsBefore(text: string, start: number, floor: number): ReadProvisions | null {
  let from = Math.max(floor, start - 240)
  const window = text.slice(from, start)
  if (!/[\s(“"'’]$/.test(window) || !referenceHint.test(window)) return null
  for (let count = 0; count < 12; count++) {
    const read = findProvisions(text, from, start)
    if (read === null) return null
    const section = group(read.labels, read.labels.length - 1)
    if (section.startsWith('Section on ')) {
      const cut = /\s(?:of|de|del|da|do|du|in)\s(?:(?:the|la|resolution|resolución|résolution|resolução)\s){0,3}\(?$/.exec(
        text.slice(read.start, start),
      )
      if (cut !== null && read.end >= read.start + cut.index) {
        const end = read.start + cut.index
        const name = section.slice('Section on '.length)
        const title = text.slice(text.lastIndexOf(name, read.end - name.length), end).replace(/[\s,”"»]+$/, '')
        return { ...read, labels: [...read.labels.slice(0, -1), `Section on ${title}`], end }
      }
    }
    if (bridges(text.slice(read.end, start).replace(/\(\s?$/, ''))) return lastClause(text, read, start, floor)
    from = read.end
  }
  return null
}

/** Reads what stands around each citation, but for those already done whose neighbours have not changed. */
function complete(text: string, drafts: readonly Draft[], done: ReadonlyMap<Draft, ReadCitation> = new Map()): ReadCitation[] {
  const references = drafts.map((draft, index) =>
    draft.continuation ? null : provisionsBefore(text, draft.start, drafts[index - 1]?.end ?? 0),
  )
  return drafts.map((draft, index) => {
    const next = drafts[index + 1]
    const known = done.get(draft)
    if (known !== undefined && next?.symbol !== null) return known
    const before = references[index] ?? null
    const kind = kindOf(draft.symbol)
    const paper = kind !== 'united-nations' && kind !== 'series'
    const beside = readBeside(text, draft.end, {
      limit: references[index + 1]?.start ?? next?.start ?? text.length,
      acrossLines: paper,
      opensLine: paper && kind !== 'named' && opensLine(text, draft.start),
    })
    const provisions = before ?? beside.provisions
    return {
      start: draft.start,
      end: draft.end,
      text: text.slice(draft.start, draft.end),
      kind,
      canonical: draft.canonical,
      symbol: draft.symbol,
      provisions: provisions?.labels ?? [],
      provisionsRange: provisions === null ? null : ([provisions.start, provisions.end] as const),
      title: beside.title ?? (kind === 'named' ? null : readTitleBefore(text, draft.start, drafts[index - 1]?.end ?? 0)),
      links: beside.links,
      repairs: draft.repairs,
    }
  })
}

/** Reads every citation in a text: symbols with their noise, numbers in running text, and registered names. */
export function readCitations(text: string, options: ReadOptions = {}): readonly ReadCitation[] {
  const drafts = scanDrafts(text)
  const symbols = complete(text, drafts)
  if (options.names === undefined) return symbols
  const named = namedDrafts(text, options.names, symbols)
  if (named.length === 0) return symbols
  const done = new Map(
    drafts.map((draft, index) => [draft, symbols[index]] as const).filter((pair): pair is [Draft, ReadCitation] => pair[1] !== undefined),
  )
  return complete(
    text,
    [...drafts, ...named].sort((left, right) => left.start - right.start),
    done,
  )
}

const held = new WeakMap<NameIndex, Map<string, readonly ReadCitation[]>>()
/** Texts that are remembered for one register; drafts come and go. */
const mostHeld = 5000

/** The same for texts that are read again and again: of a paper that is being written, all paragraphs but one stay as they are. */
export function rememberedCitations(text: string, names: NameIndex): readonly ReadCitation[] {
  let known = held.get(names)
  if (known === undefined || known.size >= mostHeld) {
    known = new Map()
    held.set(names, known)
  }
  let citations = known.get(text)
  if (citations === undefined) {
    citations = readCitations(text, { names })
    known.set(text, citations)
  }
  return citations
}

/** The registered names in a text that are not the words of another citation: its title or the section it cites. */
function namedDrafts(text: string, names: NameIndex, symbols: readonly ReadCitation[]): Draft[] {
  const taken = symbols.flatMap((citation) => [
    [citation.start, citation.end] as const,
    ...(citation.title === null ? [] : [[citation.title.start, citation.title.end] as const]),
    ...(citation.provisionsRange === null ? [] : [citation.provisionsRange]),
  ])
  taken.sort((left, right) => left[0] - right[0])
  const drafts: Draft[] = []
  let index = 0
  for (const { title, start, end } of findNames(names, text)) {
    while (index < taken.length && (taken[index]?.[1] ?? 0) <= start) index++
    if ((taken[index]?.[0] ?? text.length) < end) continue
    drafts.push({ start, end, symbol: null, canonical: title, repairs: [], continuation: false })
  }
  return drafts
}
