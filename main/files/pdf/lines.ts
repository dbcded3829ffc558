import LineBreaker from 'linebreak'
import type { Run } from '#shared/documents/blocks.ts'
import { directionOf, runsLeft } from '../direction.ts'
import { type EastAsian, eastAsianOf } from '../east-asian.ts'
import { mirrored, visualOrder } from './bidi.ts'
import { type FontStyle, isShaped } from './font-files.ts'
import type { FontSet } from './fonts.ts'

/** How a paragraph's text is set. Measures are points, 72 to the inch. */
export interface Setting {
  readonly size: number
  readonly color: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Space added after each letter. */
  readonly tracking?: number
}

/** Words of one font, size, meaning and direction, drawn by one stroke of the pen. */
export interface Piece {
  readonly words: string
  /** Of direction: odd ones run from right to left. */
  readonly level: number
  /** The words as the pen gets them. */
  readonly drawn: string
  /** Whether it has brackets that look the other way, since the text runs from right to left. */
  readonly mirrored: boolean
  /** Whether its glyphs may stand in another order than its characters. */
  readonly reordered: boolean
  readonly font: string
  readonly size: number
  readonly color: string
  readonly tracking: number
  /** Distance from the start of the line. */
  readonly offset: number
  readonly width: number
  /** Width without the spaces at its end. */
  readonly bare: number
  /** How far above the line's foot it stands: footnote marks are raised. */
  readonly rise: number
  readonly link: string | null
  readonly change: 'inserted' | 'struck' | null
  /** Number of the footnote it is the mark of. */
  readonly note: number | null
  /** What a box stands for, where no font has the character. */
  readonly actual: string | null
}

export interface Line {
  /** In reading order. */
  readonly pieces: readonly Piece[]
  /** Without the spaces at its end. */
  readonly width: number
  /** Whether its paragraph begins at the right. */
  readonly leftward: boolean
}

type Unplaced = Omit<Piece, 'offset' | 'drawn' | 'mirrored' | 'reordered'>

/** What stands between two places where a line may end. */
interface Chunk {
  readonly pieces: readonly Unplaced[]
  readonly width: number
  readonly trailing: number
  readonly endsLine: boolean
  readonly hyphen: Unplaced | null
  readonly leftward: boolean
}

interface Span {
  readonly start: number
  readonly end: number
  readonly style: FontStyle
  readonly link: string | null
  readonly change: 'inserted' | 'struck' | null
  readonly whole: boolean
}

/** Dark enough to read on paper, and not the colour of the text. */
const linkColor = '#1a3f73'

/** Inserted and struck words differ by their line first: a plan is often printed in black. */
const changeColors = { inserted: '#1f5f3a', struck: '#8a2b22' } as const

/** Controls that text from other programs may hold and that print nothing. */
const controls = /(?!\n)\p{Cc}/gu

const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(controls, '')

/** Only these addresses become links: a document must not start programs or read files. */
export function safeLink(address: string | undefined): string | null {
  if (!address) return null
  const url = URL.parse(address.trim())
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/**
 * Breaks runs into lines no wider than `width`, by the Unicode rules; a word wider than a line is cut where it must be.
 * No runs, or only empty ones, give no line.
 */
export function breakLines(runs: readonly Run[], setting: Setting, width: number, fonts: FontSet): Line[] {
  const lines: Line[] = []
  let line: Unplaced[] = []
  let used = 0
  let leftward = false
  const finish = () => {
    lines.push({ ...place(line, fonts), leftward })
    line = []
    used = 0
  }
  let hyphen: Unplaced | null = null
  for (const chunk of chunks(runs, setting, fonts)) {
    const parts = chunk.width - chunk.trailing > width ? cut(chunk, width, fonts) : [chunk]
    for (const part of parts) {
      if (line.length > 0 && used + part.width - part.trailing > width) {
        if (hyphen) line.push(hyphen)
        finish()
      }
      line.push(...part.pieces)
      leftward = part.leftward
      used += part.width
      hyphen = part.hyphen
    }
    if (chunk.endsLine) finish()
  }
  if (line.length > 0) finish()
  return lines
}

/** The width of words set on one line. */
export const widthOf = (words: string, setting: Setting, fonts: FontSet): number =>
  breakLines([{ kind: 'text', text: words }], setting, Number.POSITIVE_INFINITY, fonts)[0]?.width ?? 0

function* chunks(runs: readonly Run[], setting: Setting, fonts: FontSet): Generator<Chunk> {
  const { text, spans, marks } = flatten(runs, setting)
  const direction = directionOf(text)
  const manner = eastAsianOf(text)
  const breaker = new LineBreaker(text)
  let from = 0
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) {
    const end = stop.position
    if (!stop.required && (staysTogether(text, end) || (text[end - 1] !== ' ' && isWhole(spans, end)))) continue
    const feed = text[end - 1] === '\n'
    const last = feed ? end - 1 : end
    const pieces: Unplaced[] = []
    let at = from
    for (const mark of marks.filter((candidate) => candidate.at <= end && (candidate.at > from || from === 0))) {
      pieces.push(...between(at, Math.min(mark.at, last)), raised(mark.number, mark.at))
      at = mark.at
    }
    pieces.push(...between(at, last))
    const hyphen = text[last - 1] === '\u00ad' ? (unplaced('-', styleOf(setting.bold, setting.italic), setting, fonts)[0] ?? null) : null
    yield { pieces, ...widths(pieces), endsLine: feed && end < text.length, hyphen, leftward: runsLeft(direction.baseAt(from)) }
    from = end
  }
  if (text === '' && marks.length > 0) {
    const pieces = marks.map((mark) => raised(mark.number, 0))
    yield { pieces, ...widths(pieces), endsLine: false, hyphen: null, leftward: false }
  }

  function between(start: number, end: number): Unplaced[] {
    const pieces: Unplaced[] = []
    for (const span of spans) {
      const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)]
      if (from >= to) continue
      for (const run of direction.runs(from, to))
        pieces.push(...unplaced(text.slice(run.start, run.end), span.style, setting, fonts, { ...span, level: run.level, manner }))
    }
    return pieces
  }

  function raised(number: number, at: number): Unplaced {
    // A number, which runs from left to right within words of either direction. Between both it stands outside what runs against the paragraph.
    const level = Math.min(direction.levelAt(at - 1), direction.levelAt(at))
    const size = setting.size * 0.66
    const words = String(number)
    const [shape] = fonts.shape(words, 'regular')
    const width = (shape?.width ?? 0) * size
    return {
      words,
      font: shape?.font ?? '',
      size,
      color: setting.color,
      tracking: 0,
      width,
      bare: width,
      rise: setting.size * 0.34,
      link: null,
      change: null,
      note: number,
      actual: null,
      level: runsLeft(level) ? level + 1 : level,
    }
  }
}

const isWhole = (spans: readonly Span[], at: number): boolean => spans.some((span) => span.whole && span.start < at && at < span.end)

/**
 * Places where the general rules would end a line and a printer would not: within symbols and terms, `AG/RES.` and `2017-2018`, though not
 * within addresses, which have nothing else to break at; and before a dash that stands between spaces.
 */
function staysTogether(text: string, at: number): boolean {
  const [before, mark, after] = [text[at - 2] ?? '', text[at - 1] ?? '', text[at] ?? '']
  if (mark === ' ') return after === '–' || after === '—'
  if (mark !== '/' && mark !== '-') return false
  const word = text.slice(Math.max(text.lastIndexOf(' ', at), at - 500), at)
  return !word.includes('://') && (/[\p{Lu}\d).]/u.test(before) || /[\p{Lu}\d(]/u.test(after))
}

function flatten(runs: readonly Run[], setting: Setting): { text: string; spans: Span[]; marks: { at: number; number: number }[] } {
  const spans: Span[] = []
  const marks: { at: number; number: number }[] = []
  let text = ''
  for (const run of runs) {
    if (run.kind === 'note') {
      marks.push({ at: text.length, number: run.number })
    } else {
      const start = text.length
      text += clean(run.text)
      spans.push({
        start,
        end: text.length,
        style: styleOf(run.bold ?? setting.bold, run.italic ?? setting.italic),
        link: safeLink(run.link),
        change: run.change ?? null,
        whole: run.whole ?? false,
      })
    }
  }
  return { text, spans, marks }
}

const styleOf = (bold = false, italic = false): FontStyle => (bold ? (italic ? 'bold-italic' : 'bold') : italic ? 'italic' : 'regular')

interface Looks extends Pick<Span, 'link' | 'change'> {
  readonly level: number
  readonly manner: EastAsian
}

const plain: Looks = { link: null, change: null, level: 0, manner: 'chinese' }

function unplaced(words: string, style: FontStyle, setting: Setting, fonts: FontSet, looks: Looks = plain): Unplaced[] {
  const { size, color } = setting
  const { link, change, level, manner } = looks
  return fonts.shape(words, style, manner).map((stretch) => {
    // Letters that join are not pulled apart.
    const tracking = isShaped(stretch.font) ? 0 : (setting.tracking ?? 0)
    return {
      words: stretch.words,
      font: stretch.font,
      size: size * stretch.scale,
      color: link !== null ? linkColor : change !== null ? changeColors[change] : color,
      tracking,
      width: stretch.width * size + tracking * stretch.words.length,
      bare: stretch.bare * size + tracking * stretch.words.trimEnd().length,
      rise: 0,
      link,
      change,
      note: null,
      actual: stretch.actual,
      level,
    }
  })
}

function widths(pieces: readonly Unplaced[]): { width: number; trailing: number } {
  const last = pieces.at(-1)
  return { width: pieces.reduce((sum, piece) => sum + piece.width, 0), trailing: last ? last.width - last.bare : 0 }
}

/** Joins neighbours that look and mean the same: fewer strokes, and whole phrases in the file. */
function join(pieces: readonly Unplaced[]): Unplaced[] {
  const joined: Unplaced[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before && joins(before, piece)) {
      joined[joined.length - 1] = {
        ...before,
        words: before.words + piece.words,
        width: before.width + piece.width,
        bare: before.width + piece.bare,
      }
    } else {
      joined.push(piece)
    }
  }
  return joined
}

/** Gives every piece of a line its place. */
function place(line: readonly Unplaced[], fonts: FontSet): Pick<Line, 'pieces' | 'width'> {
  const pieces = join(line).map((piece) => inked(piece, fonts))
  let pen = 0
  const places = new Map<number, number>()
  for (const index of visualOrder(pieces.map((piece) => piece.level))) {
    const piece = pieces[index]
    if (!piece) continue
    // The space at the end of a line hangs over: in reading order it is the last piece that has it.
    const width = index === pieces.length - 1 ? piece.bare : piece.width
    places.set(index, runsLeft(piece.level) ? pen - piece.width + width : pen)
    pen += width
  }
  return { pieces: pieces.map((piece, index) => ({ ...piece, offset: places.get(index) ?? 0 })), width: pen }
}

/** What the pen writes, and how wide that is: only joined words tell the shapes of Arabic letters. */
function inked(piece: Unplaced, fonts: FontSet): Omit<Piece, 'offset'> {
  const { words, font, size, level } = piece
  const leftward = runsLeft(level)
  const reordered = leftward || isShaped(font)
  if (!reordered) return { ...piece, drawn: words, mirrored: false, reordered }
  const looks = leftward ? mirrored(words) : words
  const measure = (part: string) => fonts.widthIn(font, part) * size
  return {
    ...piece,
    drawn: fonts.turned(looks, font, leftward),
    mirrored: looks !== words,
    reordered,
    tracking: 0,
    width: measure(words),
    bare: measure(words.trimEnd()),
  }
}

const joins = (a: Unplaced, b: Unplaced): boolean =>
  a.font === b.font &&
  a.level === b.level &&
  a.size === b.size &&
  a.link === b.link &&
  a.change === b.change &&
  a.note === null &&
  b.note === null &&
  a.actual === null &&
  b.actual === null

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Thai has no spaces between words, and the rules of line breaking no dictionary. */
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' })

function unitsOf({ words, font }: Unplaced): string[] {
  if (!isShaped(font)) return Array.from(words)
  return Array.from((/\p{Script=Thai}/u.test(words) ? thaiWords : graphemes).segment(words), ({ segment }) => segment)
}

/** Cuts a chunk that is wider than a line between its characters: an address without a place to break must not run off the page. */
function cut(chunk: Chunk, width: number, fonts: FontSet): Chunk[] {
  const parts: Chunk[] = []
  let pieces: Unplaced[] = []
  let used = 0
  const finish = () => {
    if (pieces.length > 0) parts.push({ pieces, ...widths(pieces), endsLine: false, hyphen: null, leftward: chunk.leftward })
    pieces = []
    used = 0
  }
  for (const piece of chunk.pieces) {
    for (const character of unitsOf(piece)) {
      const wide = fonts.widthIn(piece.font, character) * piece.size + piece.tracking
      if (used + wide > width && character !== ' ') finish()
      pieces.push({ ...piece, words: character, width: wide, bare: character === ' ' ? 0 : wide })
      used += wide
    }
  }
  finish()
  return parts
}
