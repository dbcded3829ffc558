import { nothing, type RuleOf } from '../../rule.ts'

const closers: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

/** One look that tells most texts to hold no mark at all. */
const anyMark = /[“”«»„"()[\]{}]/

interface Mark {
  readonly mark: string
  readonly at: number
}

const isQuote = (mark: string): boolean => '“«"„'.includes(mark)

/** "a)" and "1)" number a list; their parenthesis has no partner. */
const numbersList = (text: string, at: number): boolean =>
  /(?:^|[\s;,:(\u2013\u2014])(?:[a-zñ]{1,4}|[ivxlc]{1,7}|\d{1,3})$/i.test(text.slice(Math.max(0, at - 9), at))

/** A parenthesis that stands alone before a blank was a bullet in the word processor's symbol font. */
const wasBullet = (text: string, at: number): boolean =>
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - 20), at)) && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))

/** 5" and 5' 11" are inches; a mark after a digit closes nothing that was not opened. */
const isInches = (text: string, at: number): boolean => /\d$/.test(text.slice(Math.max(0, at - 1), at))

/**
 * Marks without a partner. Sorts of marks are counted apart, since a quotation may end outside the parenthesis that it began in. A straight
 * quotation mark closes what is open, else opens.
 */
function unpaired(text: string): Mark[] {
  const quotes: Mark[] = []
  const brackets: Mark[] = []
  const alone: Mark[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    switch (mark) {
      case '“':
      case '„':
      case '«':
        quotes.push({ mark, at })
        break
      case '”':
      case '»':
        if (quotes.pop() === undefined) alone.push({ mark, at })
        break
      case '"':
        if (quotes.pop() === undefined && !isInches(text, at)) quotes.push({ mark, at })
        break
      case '(':
        if (!wasBullet(text, at)) brackets.push({ mark, at })
        break
      case '[':
      case '{':
        brackets.push({ mark, at })
        break
      case ')':
      case ']':
      case '}': {
        const partner = brackets.findLastIndex((open) => open.mark === closers.get(mark))
        if (partner >= 0) brackets.splice(partner, 1)
        else if (mark !== ')' || !numbersList(text, at)) alone.push({ mark, at })
        break
      }
    }
  }
  return [...quotes, ...brackets, ...alone]
}

/** A quotation may run over paragraphs, each opening it anew and the last one closing it; so may brackets in a text under negotiation. */
function goesOn({ mark }: Mark, before: string, after: string): boolean {
  const partner = (text: string, marks: string): boolean => unpaired(text).some((other) => marks.includes(other.mark))
  if (mark === '"') return partner(after, '”"') || partner(before, '“"')
  if (isQuote(mark)) return /^\s*[“"«]/.test(after) || partner(after, '”"»')
  if ('”»'.includes(mark)) return partner(before, '“"„«')
  const closer = closers.get(mark)
  return closer === undefined ? partner(after, mark === '(' ? ')' : mark === '[' ? ']' : '}') : partner(before, closer)
}

/** Some words to find the place by, none cut in two. */
const firstWords = (text: string): string => /^\s*(.{0,40})(?=\s|$)/s.exec(text)?.[1]?.trim() ?? text.slice(0, 40).trim()
const lastWords = (text: string): string => /(?:^|\s)(.{0,40})\s*$/s.exec(text)?.[1]?.trim() ?? text.slice(-40).trim()

export const unbalanced: RuleOf<'text'> = {
  meta: {
    id: 'text/unbalanced',
    severity: 'warning',
    protects: 'Readers see where a quotation or an aside ends',
    scope: 'text',
    messages: { open: 'The {mark} before “{words}” is never closed.', close: 'The {mark} after “{words}” was never opened.' },
  },
  check: ({ text, before, after, target }) => {
    if (!anyMark.test(text)) return nothing
    const [first] = unpaired(text)
      .filter((mark) => !goesOn(mark, before, after))
      .sort((a, b) => a.at - b.at)
    if (first === undefined) return nothing
    const { mark, at } = first
    const opens = '([{'.includes(mark) || (isQuote(mark) && /\S/.test(text.slice(at + 1)))
    const words = opens ? firstWords(text.slice(at + 1)) : lastWords(text.slice(0, at))
    return [
      {
        message: opens ? 'open' : 'close',
        data: { mark, words },
        written: mark,
        target: { ...target, range: { start: at, end: at + 1 } },
      },
    ]
  },
}
