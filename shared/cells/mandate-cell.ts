import { writeProvisions } from '../citations/provisions.ts'
import { type NameIndex, type ReadCitation, readCitations } from '../citations/read.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Citation, MandateEntry } from '../model/citation.ts'
import type { Language } from '../model/language.ts'
import { keepIds } from './keep-ids.ts'

export interface MandateCellContext {
  /** Names under which instruments are cited without a symbol. */
  readonly names: NameIndex
  readonly makeId: MakeId
  readonly language?: Language
  /** Entries that the cell held before: those that stay keep their ids and the addresses of their links. */
  readonly previous?: readonly MandateEntry[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words that only lead to a citation or join two. */
const connectives =
  /^(?:[\s,;:.()[\]"“”«»|/–—•·\ufffd-]|\b(?:and|y|et|e|ou|or|o|of|the|in|de|del|du|des|da|do|la|el|las|los|le|les|its?|resolutions?|resoluci[oó]n(?:es)?|r[ée]solutions?|resolu[çc](?:[ãa]o|[õo]es)|declaration|declaraci[oó]n|d[ée]claration|declara[çc][ãa]o)\b)*$/iu

/** "CIDI Document:" before the name of one. */
const documentLeader = /(?:\p{L}+\s+)?(?:document|documento|doc\.?)\s*:?\s*[“"«]?$/iu

/** A longer line is prose: the name does not stand alone, and each name in it would cost the line's length to find out. */
const longestLine = 4000

/** Where the line of a place begins and ends; null for a longer line. Looks no further than such a line may go. */
function lineAround(text: string, { start, end }: Stretch): Stretch | null {
  const first = Math.max(0, start - longestLine)
  const before = text.slice(first, start)
  const after = text.slice(end, end + longestLine)
  const [from, to] = [before.lastIndexOf('\n'), after.indexOf('\n')]
  if ((from < 0 && first > 0) || (to < 0 && end + longestLine < text.length)) return null
  return { start: first + from + 1, end: to < 0 ? text.length : end + to }
}

/** The parts of the text that a citation takes up: instrument, title, paragraphs, links. */
function stretchesOf(citation: ReadCitation): Stretch[] {
  const { title, provisionsRange, links } = citation
  return [
    { start: citation.start, end: citation.end },
    ...(title === null ? [] : [title]),
    ...(provisionsRange === null ? [] : [{ start: provisionsRange[0], end: provisionsRange[1] }]),
    ...links,
  ]
}

/** The text between stretches, cut at line ends. */
function between(text: string, stretches: readonly Stretch[], from: number, to: number): (Stretch & { readonly words: string })[] {
  const gaps: Stretch[] = []
  let position = from
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    if (stretch.end <= position) continue
    if (stretch.start >= to) break
    if (stretch.start > position) gaps.push({ start: position, end: stretch.start })
    position = stretch.end
  }
  if (position < to) gaps.push({ start: position, end: to })
  return gaps.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(/[^\r\n]+/g), (line) => ({
      start: start + line.index,
      end: start + line.index + line[0].length,
      words: line[0],
    })),
  )
}

interface Draft {
  readonly citation: ReadCitation
  /** Where what was written of it begins: before its name where a word like "CIDI Document:" leads to it. */
  readonly start: number
}

/**
 * A name inside a sentence is not cited ("convene a meeting with the implementers of the Inter-American Program …"): it must have its line
 * to itself, but for paragraphs, links and a word for what it is.
 */
function standsAlone(text: string, citation: ReadCitation): Draft | null {
  const line = lineAround(text, citation)
  if (line === null) return null
  const { start: from, end: to } = line
  const own = stretchesOf(citation)
  const leader = documentLeader.exec(text.slice(Math.max(from, citation.start - 80), citation.start))
  const start = leader === null ? citation.start : Math.max(from, citation.start - 80) + leader.index
  const rest = between(text, [...own, { start, end: citation.start }], from, to).filter(({ words }) => !/^[\s\d.)(]*$/.test(words))
  return rest.every(({ words }) => connectives.test(words)) ? { citation, start } : null
}

const oneLine = (words: string): string => words.replace(/\s*[\r\n]\s*/g, ' ')

function citationOf(text: string, { citation, start }: Draft): Citation {
  const named = citation.kind === 'named'
  // A number that took its organ from words before it ("resolutions 74/93 and 75/12") cannot stand on a line of its own.
  const written = /^\d/.test(citation.text) ? citation.canonical : oneLine(text.slice(start, citation.end))
  return {
    id: '',
    kind: 'citation',
    symbol: named ? null : citation.canonical,
    written,
    title: named ? oneLine(citation.text) : citation.title === null ? null : oneLine(citation.title.text),
    provisions: [...citation.provisions],
    links: citation.links.map(({ language, url }) => ({ language, url })),
  }
}

const before = /[\s,;:.)\]”»|\ufffd–—-]/u
const after = /[\s,;(“«|\ufffd–—-]/u

/** Takes off what joins a leftover to its neighbours, and the field code of a link. */
function trimRemark(words: string): string {
  const plain = words.replace(/HYPERLINK\s{1,8}"[^"]{0,2000}"/g, '')
  let [start, end] = [0, plain.length]
  while (start < end && before.test(plain.charAt(start))) start++
  while (end > start && after.test(plain.charAt(end - 1))) end--
  return plain.slice(start, end)
}

const keyOf = (entry: MandateEntry): string =>
  entry.kind === 'remark'
    ? `remark ${entry.text}`
    : JSON.stringify([entry.written, entry.symbol, entry.title, entry.provisions, entry.links.map(({ language }) => language)])

/** The citations of a cell or a line and what they take up of it, in order. */
export function citationsIn(
  text: string,
  { names, language }: Pick<MandateCellContext, 'names' | 'language'>,
): {
  readonly citations: readonly { readonly start: number; readonly citation: Citation }[]
  readonly leftovers: readonly { readonly start: number; readonly text: string }[]
} {
  const options = language === undefined ? { names } : { names, language }
  const drafts = readCitations(text, options).flatMap((citation) => {
    const draft = citation.kind === 'named' ? standsAlone(text, citation) : { citation, start: citation.start }
    return draft === null ? [] : [draft]
  })
  const taken = drafts.flatMap(({ citation, start }) => [{ start, end: citation.start }, ...stretchesOf(citation)])
  const leftovers = between(text, taken, 0, text.length).filter(({ words }) => !connectives.test(trimRemark(words)))
  return {
    citations: drafts.map((draft) => ({ start: draft.start, citation: citationOf(text, draft) })),
    leftovers: leftovers.map(({ start, words }) => ({ start, text: trimRemark(words) })),
  }
}

/**
 * Reads a mandate cell: citations with their paragraphs, titles and links, and what other words stand there as remarks, in the order of the
 * cell. Instruments cited by name count where the name has its line to itself.
 */
export function readMandateCell(text: string, context: MandateCellContext): MandateEntry[] {
  const { citations, leftovers } = citationsIn(text, context)
  const placed: { start: number; entry: MandateEntry }[] = [
    ...citations.map(({ start, citation }) => ({ start, entry: citation })),
    ...leftovers.map(({ start, text: words }) => ({ start, entry: { id: '', kind: 'remark' as const, text: words } })),
  ]
  const entries = placed.toSorted((a, b) => a.start - b.start).map(({ entry }) => entry)
  const { previous = [] } = context
  const held = new Map(previous.map((entry) => [keyOf(entry), entry]))
  return keepIds(entries, previous, keyOf, context.makeId).map((entry) => {
    const before = held.get(keyOf(entry))
    return entry.kind === 'citation' && before?.kind === 'citation' && entry.links.every(({ url }) => url === null)
      ? { ...entry, links: before.links }
      : entry
  })
}

const linkNames: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français', pt: 'Português' }

/** A title in quotation marks that it does not itself contain. */
export const quoted = (title: string): string => (/[“”"]/.test(title) ? `«${title}»` : `“${title}”`)

/** A citation on one line: `AG/RES. 2910 (XLVII-O/17) “Migration in the Americas”, operative paragraph 20: Español - English`. */
export function writeCitation({ symbol, written, title, provisions, links }: Citation, language: Language): string {
  const head = title === null || symbol === null ? written : `${written} ${quoted(title)}`
  const reference = provisions.length === 0 ? head : `${head}, ${writeProvisions(provisions, language)}`
  if (links.length === 0) return reference
  return `${reference}${provisions.length === 0 ? ' ' : ': '}${links.map((link) => linkNames[link.language]).join(' - ')}`
}

/** A mandate cell as text to edit, an entry a line. Reading it back gives the same entries. */
export const writeMandateCell = (entries: readonly MandateEntry[], language: Language): string =>
  entries.map((entry) => (entry.kind === 'remark' ? entry.text : writeCitation(entry, language))).join('\n')
