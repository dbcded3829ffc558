import type { Language } from '../model/language.ts'
import { aboutWords, findReferenceWord, lexicons, ordinals, type ReferenceRole, referenceWords } from './lexicon/merged.ts'
import { type Found, fold, group } from './words.ts'

export interface ReadProvisions {
  readonly labels: readonly string[]
  readonly start: number
  readonly end: number
  readonly misspelt: boolean
}

/** Longer ranges are more likely a misprint than a reference, and are not written out. */
const longestRange = 500

const and = String.raw`(?:,?\s{0,3}(?:&|\band|\bor|\by|\be|\bo|\bu|\bet|\bou)\b|[,;])`
const word = /[\p{L}]+|[¶§]{1,2}/uy
const number = /(\d{1,3})(?![\d/%])(?:\s?(bis|ter|quater|quinquies|alt)\b)?/iy
const branch = /\s?\(\s?([a-z]{1,5}|\d{1,2})\s?\)|\.([a-z]{1,4}|\d{1,2})(?![a-zà-ÿ\d])|\s?([a-z])\)|([a-z])(?![a-zà-ÿ\d.])/iy
const detached = /\(?\s?([a-z]{1,4})\s?\)/iy
const separator = new RegExp(String.raw`\s{0,3}${and}\s{0,3}`, 'iy')
const through = /\s{0,3}(?:[-\u2010-\u2015\u2212]|(?:to|through|thru|until|al?|hasta|à|au|ao|até)(?=[\s(]))\s{0,3}/iy
const glue = /[\s.,:°º]{0,4}(?:n[oº°]s?\.?\s)?/iy
const roman = /([IVXLC]{1,7}|[A-Z]|\d{1,2})(?![\p{L}\d/])((?:\.[A-Z\d]{1,2}\b)*)/uy
const ofOperativePart =
  /\s{1,3}(?:du|de la|de l'|da|del|de|of the)\s{1,3}(?:partie?\s|parte\s)?(dispositif|dispositiva|operativa|resolutiva|operative part|préambule|preámbulo|preâmbulo|preamble)\b/iy
const titleEnd = /[\n\t.;:([\]“”"«»�]|\s[-–—]\s|\b(?:Español|English|Français|Português|HYPERLINK)\b/
const months = /^\s+(?:de\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fév|fev|avr|mai|juil|août|déc|out|set|dez)/i

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

interface Item {
  readonly base: string
  readonly branches: readonly string[]
  readonly end: number
}

const label = (item: Item) => [item.base, ...item.branches].join('.')

function scanItem(text: string, position: number): Item | null {
  const match = at(number, text, position)
  if (match === null) return null
  let end = position + match[0].length
  if (months.test(text.slice(end, end + 12))) return null
  const branches: string[] = []
  while (branches.length < 4) {
    const step = at(branch, text, end)
    if (step === null) break
    branches.push(step[1] ?? step[2] ?? step[3] ?? group(step, 4))
    end += step[0].length
  }
  return { base: `${Number(match[1])}${group(match, 2).toLowerCase()}`, branches, end }
}

/** "(b)" after "2 (a) and" is 2 (b). */
function scanDetached(text: string, position: number, previous: Item): Item | null {
  if (previous.branches.length === 0) return null
  const match = at(detached, text, position)
  if (match === null) return null
  return { base: previous.base, branches: [...previous.branches.slice(0, -1), group(match, 1)], end: position + match[0].length }
}

/** Writes out the labels from the first to the last, both included; a range that runs backwards or too far keeps its ends only. */
function expand(first: Item, last: Item): string[] {
  const ends = [label(first), label(last)]
  if (first.branches.length === 0 && last.branches.length === 0) {
    const low = Number(first.base)
    const high = Number(last.base)
    if (!(high > low) || high - low > longestRange) return ends
    return Array.from({ length: high - low + 1 }, (_, index) => String(low + index))
  }
  const from = group(first.branches, first.branches.length - 1)
  const to = group(last.branches, last.branches.length - 1)
  if (first.base !== last.base || first.branches.length !== last.branches.length || from.length !== 1 || to.length !== 1) return ends
  const low = from.charCodeAt(0)
  const high = to.charCodeAt(0)
  if (high <= low || high - low > 25) return ends
  return Array.from({ length: high - low + 1 }, (_, index) =>
    [first.base, ...first.branches.slice(0, -1), String.fromCharCode(low + index)].join('.'),
  )
}

function scanList(text: string, position: number): { labels: string[]; end: number } | null {
  let item = scanItem(text, position)
  if (item === null) return null
  const labels: string[] = []
  let end = item.end
  while (labels.length <= longestRange) {
    const current: Item = item
    const range = at(through, text, end)
    const from = end + (range?.[0].length ?? 0)
    const last = range === null ? null : (scanItem(text, from) ?? scanDetached(text, from, current))
    if (last !== null) {
      labels.push(...expand(current, last))
      end = last.end
    } else labels.push(label(current))
    const gap = at(separator, text, end)
    if (gap === null) break
    const next = end + gap[0].length
    item = scanItem(text, next) ?? scanDetached(text, next, last ?? current)
    if (item === null) break
    end = item.end
  }
  return { labels, end }
}

interface Word {
  readonly text: string
  readonly end: number
}

function wordAt(text: string, position: number): Word | null {
  const match = at(word, text, position)
  return match === null || match[0].length > 20 ? null : { text: fold(match[0]), end: position + match[0].length }
}

function skip(text: string, position: number): number {
  return position + (at(glue, text, position)?.[0].length ?? 0)
}

/** The role of a word that may begin a reference; misspellings count only where a number or an ordinal can follow. */
function roleOf(word: Word, text: string): Found<ReferenceRole> | null {
  const exact = referenceWords.get(word.text)
  if (exact !== undefined) return { value: exact, misspelt: false }
  return word.text.length >= 5 && /\d/.test(text.slice(word.end, word.end + 24)) ? findReferenceWord(word.text) : null
}

/** Reads the title of a section up to the end of its sentence or line, or to the next reference. */
function scanSectionTitle(text: string, position: number, limit: number): { title: string; end: number } | null {
  const quoted = /^[“"«]/.test(text.charAt(position))
  const start = quoted ? position + 1 : position
  const window = text.slice(start, Math.min(limit, start + 160))
  let length = window.search(titleEnd)
  if (length < 0) length = window.length
  for (let comma = window.indexOf(','); comma >= 0 && comma < length; comma = window.indexOf(',', comma + 1)) {
    const next = wordAt(window, comma + 1 + window.slice(comma + 1).search(/\S|$/))
    if (next !== null && referenceWords.has(next.text)) length = comma
  }
  const title = window.slice(0, length).replace(/[\s,]+$/, '')
  return title.length < 3
    ? null
    : { title, end: start + title.length + (quoted && /^[”"»]/.test(text.charAt(start + title.length)) ? 1 : 0) }
}

function scanOrdinals(text: string, position: number): { numbers: number[]; end: number } | null {
  const numbers: number[] = []
  let end = position
  let from = position
  while (numbers.length < 20) {
    const next = wordAt(text, from)
    const value = next === null ? undefined : ordinals.get(next.text)
    if (next === null || value === undefined) break
    numbers.push(value)
    end = next.end
    const gap = at(separator, text, end)
    from = gap === null ? skip(text, end) : end + gap[0].length
  }
  return numbers.length === 0 ? null : { numbers, end }
}

/** Reads one group: "operative paragraphs 1 to 3", "third operative paragraph", "Article 58", "Section on …". */
function scanGroup(text: string, position: number, limit: number): ReadProvisions | null {
  let end = position
  let noun: ReferenceRole | null = null
  let preambular = false
  let misspelt = false
  const before = scanOrdinals(text, position)
  if (before !== null) end = skip(text, before.end)
  for (let count = 0; count < 4; count++) {
    const next = wordAt(text, end)
    if (next === null || next.end > limit) break
    const role = roleOf(next, text)
    if (role === null) break
    misspelt ||= role.misspelt
    const isOp = next.text === 'op' || next.text === 'ops'
    if (role.value === 'preambular' || next.text === 'pp' || next.text === 'pps') preambular = true
    if (role.value !== 'operative' && role.value !== 'preambular') noun = role.value
    if (isOp || next.text === 'pp' || next.text === 'pps') noun = 'paragraph'
    end = skip(text, next.end)
    if (noun !== null && noun !== 'paragraph') break
  }
  const prefix = preambular ? 'PP' : ''
  const found = (labels: readonly string[], stop: number): ReadProvisions => ({ labels, start: position, end: stop, misspelt })
  if (noun === null) return null
  const trimmed = trimEnd(text, position, end)
  if (before !== null)
    return noun === 'paragraph'
      ? found(
          before.numbers.map((value) => `${prefix}${value}`),
          trimmed,
        )
      : null
  if (noun === 'section') {
    const about = wordAt(text, end)
    if (about !== null && aboutWords.has(about.text)) {
      const title = scanSectionTitle(text, skip(text, about.end), limit)
      return title === null ? null : found([`Section on ${title.title}`], title.end)
    }
  }
  if (noun === 'section' || noun === 'annex') {
    const match = at(roman, text, end)
    if (match !== null && end > trimmed)
      return found([`${noun === 'section' ? 'Section' : 'Annex'} ${group(match, 1)}${group(match, 2)}`], end + match[0].length)
    return noun === 'annex' ? found(['Annex'], trimmed) : null
  }
  const list = scanList(text, end)
  if (list === null) {
    const after = noun === 'paragraph' ? scanOrdinals(text, end) : null
    return after === null
      ? null
      : found(
          after.numbers.map((value) => `${prefix}${value}`),
          after.end,
        )
  }
  const part = at(ofOperativePart, text, list.end)
  const stop = list.end + (part?.[0].length ?? 0)
  const inPreamble = preambular || /^pr[eé]/i.test(part?.[1] ?? '')
  return found(
    list.labels.map((value) => `${noun === 'article' ? 'Article ' : inPreamble ? 'PP' : ''}${value}`),
    stop,
  )
}

function trimEnd(text: string, start: number, end: number): number {
  let stop = end
  while (stop > start && /[\s.,:°º]/.test(text.charAt(stop - 1))) stop--
  return stop
}

/** Reads a paragraph reference that starts at the position, all its groups; null when none starts there. */
export function scanProvisions(text: string, position: number, limit: number = text.length): ReadProvisions | null {
  const labels: string[] = []
  let end = position
  let from = position
  let misspelt = false
  while (labels.length <= longestRange) {
    const group = scanGroup(text, from, limit)
    if (group === null || group.end > limit) break
    labels.push(...group.labels)
    misspelt ||= group.misspelt
    end = group.end
    const gap = at(separator, text, end)
    from = gap === null ? skip(text, end) : end + gap[0].length
    if (from === end) break
  }
  return labels.length === 0 ? null : { labels: [...new Set(labels)], start: position, end, misspelt }
}

const candidate = /[\p{L}]{2,20}|[¶§]/gu

/** Finds the first reference in a stretch of text. */
export function findProvisions(text: string, from: number, to: number): ReadProvisions | null {
  // a text without words must not be searched to its end for each citation
  const window = text.slice(from, to)
  candidate.lastIndex = 0
  for (;;) {
    const match = candidate.exec(window)
    if (match === null) return null
    const start = from + match.index
    const folded = fold(match[0])
    if (!ordinals.has(folded) && roleOf({ text: folded, end: start + match[0].length }, text) === null) continue
    const resume = candidate.lastIndex
    const read = scanProvisions(text, start, to)
    if (read !== null) return read
    candidate.lastIndex = resume
  }
}

/** Reads a paragraph reference wherever it stands in the text; a bare list of numbers is one too ("19, 20"), as people type it. */
export function readProvisions(text: string): ReadProvisions | null {
  const read = findProvisions(text, 0, text.length)
  if (read !== null) return read
  const start = text.length - text.trimStart().length
  const list = scanList(text, start)
  if (list === null || list.end < text.trimEnd().length) return null
  return { labels: [...new Set(list.labels)], start, end: list.end, misspelt: false }
}

function joined(items: readonly string[], conjunction: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${group(items, items.length - 1)}`
}

/** Joins runs of three or more numbers that follow one another. */
function runs(labels: readonly string[], to: string): string[] {
  const written: string[] = []
  for (let index = 0; index < labels.length; ) {
    let last = index
    while (/^\d+$/.test(group(labels, index)) && labels[last + 1] === String(Number(labels[last]) + 1)) last++
    if (last - index >= 2) {
      written.push(`${group(labels, index)} ${to} ${group(labels, last)}`)
      index = last + 1
    } else {
      written.push(group(labels, index))
      index++
    }
  }
  return written
}

type LabelKind = 'paragraph' | 'preambular' | 'article' | 'sectionOn' | 'section' | 'annex'

function kindOf(value: string): [LabelKind, string] {
  if (value.startsWith('PP')) return ['preambular', value.slice(2)]
  if (value.startsWith('Article ')) return ['article', value.slice(8)]
  if (value.startsWith('Section on ')) return ['sectionOn', value.slice(11)]
  if (value.startsWith('Section ')) return ['section', value.slice(8)]
  if (value.startsWith('Annex')) return ['annex', value.slice(6)]
  return ['paragraph', value]
}

/** Writes labels as a reference in the language; reading it gives the same labels back. */
export function writeProvisions(labels: readonly string[], language: Language): string {
  const words = lexicons[language].write
  const groups: { kind: LabelKind; values: string[] }[] = []
  for (const value of labels) {
    const [kind, rest] = kindOf(value)
    const last = groups.at(-1)
    const alone = kind === 'section' || kind === 'sectionOn' || kind === 'annex'
    if (last !== undefined && last.kind === kind && !alone) last.values.push(rest)
    else groups.push({ kind, values: [rest] })
  }
  const written = groups.map(({ kind, values }) => {
    const list = joined(runs(values, words.to), words.and)
    switch (kind) {
      case 'paragraph':
        return `${values.length > 1 ? words.paragraphs : words.paragraph} ${list}${words.after}`
      case 'preambular':
        return `${words.preambular} ${list}`
      case 'article':
        return `${values.length > 1 ? words.articles : words.article} ${list}`
      case 'sectionOn':
        return `${words.sectionOn} ${list}`
      case 'section':
        return `${words.section} ${list}`
      case 'annex':
        return `${words.annex} ${list}`.trim()
    }
  })
  return written.join('; ')
}
