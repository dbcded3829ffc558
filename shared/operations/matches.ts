/** How words are sought: as they stand, or with differences overlooked. */
export interface Manner {
  /** Only where no letter or digit of another word adjoins. */
  readonly wholeWords: boolean
  readonly matchCase: boolean
  /** Letters with and without accents are the same, and so are straight and curly apostrophes. */
  readonly foldAccents: boolean
}

/** What is sought. */
export interface Query extends Manner {
  readonly text: string
}

/** A stretch of a text in UTF-16 code units, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A letter with the accents that follow it: what a reader sees as one sign, and what is never cut in two. */
const sign = /\P{M}\p{M}*|\p{M}+/gu
// oxlint-disable-next-line no-control-regex
const plain = /^[\u0000-\u007f]*$/

function keyOf(letters: string, { matchCase, foldAccents }: Manner): string {
  // A space that keeps its words on one line is a space.
  const whole = letters === '\u00a0' || letters === '\u202f' ? ' ' : letters.normalize('NFC')
  const folded = foldAccents
    ? whole
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[\u2018\u2019\u02bc]/g, "'")
    : whole
  return matchCase ? folded : folded.toLowerCase()
}

/** A text in the form in which it is compared. `edges` says where in the text each sign begins, by its place in the form; null where they agree. */
interface Form {
  readonly text: string
  readonly edges: ReadonlyMap<number, number> | null
}

function formOf(text: string, manner: Manner): Form {
  if (plain.test(text)) return { text: manner.matchCase ? text : text.toLowerCase(), edges: null }
  const edges = new Map<number, number>()
  let form = ''
  for (const { 0: letters, index } of text.matchAll(sign)) {
    const key = keyOf(letters, manner)
    if (key === '') continue
    edges.set(form.length, index)
    form += key
  }
  edges.set(form.length, text.length)
  return { text: form, edges }
}

const wordSign = /[\p{L}\p{M}\p{N}]/u

/** Whether a word goes on across this place of the text. */
function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const code = text.charCodeAt(at - 1)
  const before = code >= 0xdc00 && code <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1)
  return wordSign.test(before) && wordSign.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/**
 * Makes a finder of the query in texts: where it stands, from left to right, none overlapping another. An empty query stands nowhere.
 * A stretch never cuts a letter from its accents.
 */
export function finderOf(query: Query): (text: string) => Range[] {
  const sought = formOf(query.text, query).text
  return (text) => {
    if (sought === '' || text === '') return []
    const { text: form, edges } = formOf(text, query)
    const ranges: Range[] = []
    let from = form.indexOf(sought)
    while (from >= 0) {
      const start = edges === null ? from : edges.get(from)
      const end = edges === null ? from + sought.length : edges.get(from + sought.length)
      const stands = start !== undefined && end !== undefined && !(query.wholeWords && (insideWord(text, start) || insideWord(text, end)))
      if (stands) ranges.push({ start, end })
      from = form.indexOf(sought, stands ? from + sought.length : from + 1)
    }
    return ranges
  }
}
