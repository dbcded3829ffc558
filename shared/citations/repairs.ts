import type { ParsedSymbol } from './symbol-model.ts'

/** What had to be put right to read a citation; each stands for a kind of noise seen in real texts. */
export type Repair =
  | 'zero-for-letter-o'
  | 'letter-for-digit'
  | 'missing-session'
  | 'session-numeral'
  | 'missing-parenthesis'
  | 'doubled-parenthesis'
  | 'spacing'
  | 'missing-point'
  | 'dash'
  | 'slash'
  | 'letter-case'
  | 'year-digits'
  | 'misspelt'

const oddDashes = /[\u2010\u2012-\u2015\u2212]/

/** A no-break space or hyphen is the same spelling, typeset; every other difference from the canonical spelling is noise. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f\t\n\r]/g, ' ').replace(/\u2011/g, '-')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Names the differences between a symbol as written and its canonical spelling, beside those that reading it already found. */
export function repairsBetween(written: string, canonical: string, found: readonly Repair[] = []): readonly Repair[] {
  const rest = plain(written)
  if (rest === canonical) return found
  const repairs = new Set<Repair>(found)
  const parentheses = count(rest, /[()[\]{}]/g)
  const wanted = count(canonical, /[()]/g)
  if (parentheses < wanted) repairs.add('missing-parenthesis')
  if (parentheses > wanted) repairs.add('doubled-parenthesis')
  const fewerDashes = count(rest, /-/g) < count(canonical, /-/g) && !repairs.has('missing-session')
  if (oddDashes.test(rest) || fewerDashes) repairs.add('dash')
  if (rest.includes('\\') || rest.includes('//') || count(rest, /\//g) < count(canonical, /\//g)) repairs.add('slash')
  if (count(rest, /\./g) < count(canonical, /\./g)) repairs.add('missing-point')
  const [left, right] = [letters(rest), letters(canonical)]
  if (left !== right && left.toUpperCase() === right.toUpperCase()) repairs.add('letter-case')
  if (
    /\s{2}|\s[)/\u2010-\u2015-]|[(/\u2010-\u2015-]\s/.test(rest) ||
    (blanks(rest) !== blanks(canonical) && tight(rest) === tight(canonical))
  ) {
    repairs.add('spacing')
  }
  if (repairs.size === 0) repairs.add('misspelt')
  return [...repairs]
}

const letters = (text: string) => text.replace(/[^A-Za-z]/g, '')

/** The same signs read alike: brackets and points dropped, look-alikes of O and I made one. */
const blanks = (text: string) =>
  text
    .replace(/(?<=\d)\(/g, '~')
    .replace(/[().,[\]{}]/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .toUpperCase()
    .replace(/0/g, 'O')
    .replace(/[1L|]/g, 'I')

const tight = (text: string) => blanks(text).replace(/[\s~]/g, '')

/** Names the repairs of a symbol of any family. */
export function repairsOf(symbol: ParsedSymbol, written: string, canonical: string, found: readonly Repair[]): readonly Repair[] {
  if (symbol.family === 'series') return repairsBetween(written, canonical, found)
  if (symbol.family === 'united-nations') {
    // a joint symbol and a section's letter are right as written, though the document has a shorter symbol
    const plain = written.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2011/g, '-')
    if (plain.startsWith(canonical)) return found
  }
  return repairsBetween(written, canonical, found)
}
