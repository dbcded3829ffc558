import type { Language } from '../model/language.ts'
import { findProvisions, type ReadProvisions, scanProvisions } from './provisions.ts'
import { group } from './words.ts'

export interface Title {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface LanguageLink {
  readonly language: Language
  readonly start: number
  readonly end: number
  readonly url: string | null
}

export interface Beside {
  readonly title: Title | null
  readonly provisions: ReadProvisions | null
  readonly links: readonly LanguageLink[]
}

/** Titles and lists of titles run to some 300 characters; beyond this nothing belongs to the symbol any more. */
const longestTitle = 420

const languageNames: readonly (readonly [RegExp, Language])[] = [
  [/^(?:español|espanol|spanish|espagnol|espanhol|castellano)/i, 'es'],
  [/^(?:english|inglés|ingles|anglais|inglês)/i, 'en'],
  [/^(?:français|francais|francés|french|francês)/i, 'fr'],
  [/^(?:português|portugues|portugués|portuguese|portugais)/i, 'pt'],
]

const name =
  /(?:español|espanol|spanish|espagnol|espanhol|castellano|english|inglés|ingles|anglais|inglês|français|francais|francés|french|francês|português|portugues|portugués|portuguese|portugais)(?![\p{L}])/iuy
const field = /\s{0,3}�{0,6}\s{0,2}HYPERLINK\s{1,3}"([^"\n]{0,400})"\s{0,3}�{0,6}/y
const between = /[\s|/,;·•�\u2010-\u2015-]{0,12}(?:\b(?:and|y|et|e)\s)?/y
const gap = /[ \t\u00a0\u202f,;:.)\]–—-]{0,6}(?:\r?\n[ \t\u00a0]{0,8})?[ \t\u00a0([–—-]{0,4}/y
const sameLine = /[ \t\u00a0\u202f,;:)\]]{0,4}/y
const yearLabel =
  /(?:19|20)\d\d\s{1,2}(?:resolution|resolución|résolution|resolução|declaration|declaración|déclaration|declaração)\s{0,2}:?/iy
const entitled = /(?:entitled|titled|titulada|titulado|intitulée|intitulé|intitulada|denominada)\s{1,3}/iy
const date =
  /\s{0,2},?\s{0,2}(?:(?:of|du|de|del|adopted on|en date du)\s{1,2})?\d{1,2}(?:er|º|°)?\s{1,2}(?:(?:de|of)\s{1,2})?[\p{L}]{3,10}\s{1,2}(?:(?:de|del|of)\s{1,2})?(?:19|20)\d\d/iuy
const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '”', '‘': '’' }

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** A title without its surrounding quotation marks, blanks and trailing punctuation. */
function trimmed(text: string, from: number, to: number): Title | null {
  let start = from
  let end = to
  while (start < end && /[\s“"«„‘]/.test(text.charAt(start))) start++
  while (end > start && /[\s“”"«»„,.;:(\u2013\u2014-]/.test(text.charAt(end - 1))) end--
  return end - start < 3 ? null : { text: text.slice(start, end), start, end }
}

function readLinks(text: string, position: number): { links: LanguageLink[]; end: number } | null {
  const links: LanguageLink[] = []
  let end = position
  let from = position
  while (links.length < 8) {
    const hyperlink = at(field, text, from)
    const start = hyperlink === null ? from : from + hyperlink[0].length
    const match = at(name, text, start)
    if (match === null) break
    const language = languageNames.find(([pattern]) => pattern.test(match[0]))?.[1]
    if (language === undefined) break
    end = start + match[0].length
    links.push({ language, start, end, url: hyperlink?.[1] ?? null })
    from = end + (at(between, text, end)?.[0].length ?? 0)
  }
  if (links.length === 0) return null
  // one language's name alone may be an ordinary word; it is a link at the end of a line, in parentheses, or in a field
  const alone = links.length === 1 && links[0]?.url === null
  return alone && !/^[\s.]*(?:[\n)\]]|$)/.test(text.slice(end, end + 12)) ? null : { links, end }
}

/** Reads a title in quotation marks that opens at the position; a mark left unclosed ends at the reference or the line. */
function readQuoted(text: string, position: number, limit: number): { title: Title; end: number } | null {
  const close = closing[text.charAt(position)]
  if (close === undefined) return null
  const stop = Math.min(limit, position + longestTitle)
  const window = text.slice(position + 1, stop)
  const line = window.search(/\n[^\S\n]*\n|\n\s*\d{1,3}\.\s/)
  const reach = line < 0 ? window.length : line
  let end = window.indexOf(close)
  if (close === '”' || close === '"') {
    const other = window.indexOf(close === '”' ? '"' : '”')
    if (other >= 0 && (end < 0 || other < end)) end = other
  }
  if (end >= 0 && end < reach) {
    const title = trimmed(text, position + 1, position + 1 + end)
    return title === null ? null : { title, end: position + end + 2 }
  }
  const newline = window.indexOf('\n')
  const lineEnd = position + 1 + (newline < 0 ? window.length : newline)
  const title = trimmed(text, position + 1, findProvisions(text, position + 1, lineEnd)?.start ?? lineEnd)
  return title === null ? null : { title, end: title.end }
}

const stopAtSymbol = /[\n\t“"«�[]|\s\(?[A-Z]{2,8}\/[A-Z]|\s\(\s?(?=Español|English|Français|Português)/

/** Reads a title without quotation marks: the rest of the line up to a reference, a link or another symbol. */
function readUnquoted(text: string, position: number, limit: number): { title: Title; end: number } | null {
  if (!/\p{Lu}/u.test(text.charAt(position))) return null
  const window = text.slice(position, Math.min(limit, position + longestTitle))
  const stop = window.search(stopAtSymbol)
  let end = position + (stop < 0 ? window.length : stop)
  const reference = findProvisions(text, position, end)
  if (reference !== null && (/[.,;:–—-]\s*$/.test(text.slice(position, reference.start)) || reference.start === position))
    end = reference.start
  for (let from = position; from < end; from = text.indexOf(' ', from) + 1 || end) {
    if (readLinks(text, from) !== null) {
      end = from
      break
    }
  }
  const title = trimmed(text, position, end)
  return title === null || !/\s/.test(title.text) ? null : { title, end: title.end }
}

export interface BesideOptions {
  /** Where the next citation starts: nothing beyond it belongs to this one. */
  readonly limit: number
  /** Committee papers set symbol, title, paragraphs and links one under the other; running text keeps to the sentence. */
  readonly acrossLines: boolean
  /** Whether the symbol opens its line, so that words after it can be its title. */
  readonly opensLine: boolean
}

/** Reads what is written after an instrument: its title, its paragraphs, its language versions, in whatever order. */
export function readBeside(text: string, position: number, options: BesideOptions): Beside {
  let title: Title | null = null
  let provisions: ReadProvisions | null = null
  const links: LanguageLink[] = []
  const limit = Math.min(options.limit, text.length)
  let end = position
  const dated = at(date, text, end)
  if (dated !== null && end + dated[0].length <= limit) end += dated[0].length
  for (let round = 0; round < 6 && end < limit; round++) {
    let from = end + (at(options.acrossLines ? gap : sameLine, text, end)?.[0].length ?? 0)
    const line = text.slice(end, from).includes('\n')
    const label = options.acrossLines ? at(yearLabel, text, from) : null
    if (label !== null) {
      from += label[0].length
      from += at(gap, text, from)?.[0].length ?? 0
    }
    if (from >= limit) break
    const found = options.acrossLines ? readLinks(text, from) : null
    if (found !== null && found.end <= limit && links.length === 0) {
      links.push(...found.links)
      end = found.end
      continue
    }
    const introduced = at(entitled, text, from)
    const open = from + (introduced?.[0].length ?? 0)
    const quoted: { title: Title; end: number } | null =
      title === null && (options.acrossLines || introduced !== null) ? readQuoted(text, open, limit) : null
    if (quoted !== null) {
      title = quoted.title
      end = quoted.end
      continue
    }
    const reference: ReadProvisions | null = provisions === null ? scanProvisions(text, from, limit) : null
    if (reference !== null) {
      provisions = reference
      end = reference.end
      continue
    }
    const unquoted: { title: Title; end: number } | null =
      title === null && links.length === 0 && options.opensLine && !line && provisions === null ? readUnquoted(text, from, limit) : null
    if (unquoted === null) break
    title = unquoted.title
    end = unquoted.end
  }
  return { title, provisions, links }
}

const titleBefore = /[“"«]([^“”"«»\n]{3,220})[”"»],?\s{0,2}[([]\s?(?:document\s|documento\s)?$/i

/** Reads a quoted title that stands before a symbol in parentheses: “Title” (CIDI/doc.97/14). */
export function readTitleBefore(text: string, position: number, floor: number): Title | null {
  if (!/[([]\s?(?:document\s|documento\s)?$/i.test(text.slice(Math.max(floor, position - 12), position))) return null
  const from = Math.max(floor, position - 250)
  const match = titleBefore.exec(text.slice(from, position))
  return match === null ? null : trimmed(text, from + match.index + 1, from + match.index + 1 + group(match, 1).length)
}

/** Whether only list numbers, bullets and left-over bookmarks stand between the start of the line and the position. */
export function opensLine(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 160), position)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return /^[\s·•*–—-]*(?:\(?[\dIVXLivxa-z]{1,5}[.)]\s*)*(?:\[bookmark:[^\]]{0,60}\]\s*)*(?:(?:resolution|resolución|résolution|resolução)\s)?$/i.test(
    line,
  )
}
