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

const oddSpaces = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g
const oddDashes = /[\u2010\u2012-\u2015\u2212]/g

/** A no-break space or hyphen is the same spelling, typeset; every other difference from the canonical spelling is noise. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2011/g, '-')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Names the differences between a symbol as written and its canonical spelling, beside those that reading it already found. */
export function repairsBetween(written: string, canonical: string, found: readonly Repair[] = []): readonly Repair[] {
  let rest = plain(written)
  if (rest === canonical) return found
  const repairs = new Set<Repair>(found)
  const parentheses = count(rest, /[([{]/g) + count(rest, /[)\]}]/g)
  const wanted = count(canonical, /[()]/g)
  if (parentheses < wanted) repairs.add('missing-parenthesis')
  if (parentheses > wanted) repairs.add('doubled-parenthesis')
  if (/[\u2010\u2012-\u2015\u2212]/.test(rest)) repairs.add('dash')
  if (/\\/.test(rest)) repairs.add('slash')
  rest = rest.replace(oddDashes, '-').replace(/\\/g, '/')
  const bare = (text: string) => text.replace(oddSpaces, '').replace(/[()[\]{}]/g, '')
  let left = bare(rest)
  let right = bare(canonical)
  if (rest.replace(oddSpaces, ' ') !== canonical && gaps(rest, canonical)) repairs.add('spacing')
  if (count(left, /\./g) < count(right, /\./g)) repairs.add('missing-point')
  left = left.replace(/[.,]/g, '')
  right = right.replace(/[.,]/g, '')
  if (left !== right && left.toUpperCase() === right.toUpperCase()) repairs.add('letter-case')
  if (repairs.size === 0) repairs.add('misspelt')
  return [...repairs]
}

/** Whether blanks stand elsewhere than in the canonical spelling. */
function gaps(written: string, canonical: string): boolean {
  const shape = (text: string) =>
    text
      .replace(/[()[\]{}.,]/g, '')
      .replace(/\s/g, ' ')
      .replace(/[^ ]+/g, 'x')
  return shape(written) !== shape(canonical) || /\s{2}|\s[)/-]|[(/-]\s/.test(written) || !/\d\(/.test(canonical) === /\d\(/.test(written)
}
