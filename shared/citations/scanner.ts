import { type BareNumber, canBeHumanRightsCouncil, firstSlashedSession, scanParenthesized, scanSlashed, symbolOf } from './bare.ts'
import { CouncilNumbers } from './council.ts'
import { withoutNotes } from './footnotes.ts'
import { continuesList, type Governor, governorOf, organAfter, sameSentence } from './governor.ts'
import type { Organ } from './lexicon/lexicon.ts'
import { type Keyword, keywords } from './lexicon/merged.ts'
import { knownRoots, scanAmerican } from './oas.ts'
import { type Repair, repairsOf } from './repairs.ts'
import { type ParsedSymbol, writeSymbol } from './symbol-model.ts'
import { scanUnitedNations } from './united-nations.ts'
import { fold, group } from './words.ts'

/** A citation before the words around it are read. */
export interface Draft {
  readonly start: number
  readonly end: number
  readonly symbol: ParsedSymbol | null
  readonly canonical: string
  readonly repairs: readonly Repair[]
  /** A further number of a list: the paragraph reference before the list belongs to its first. */
  readonly continuation: boolean
}

interface ListItem {
  readonly bare: BareNumber
  readonly organ: Organ | null
  readonly continuation: boolean
  readonly repairs: readonly Repair[]
}

interface List {
  readonly keyword: Keyword
  readonly organ: Organ | null
  items: ListItem[]
  lastEnd: number
}

const slash = 47
const backslash = 92
const parenthesis = 40
const dash = 45

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isBlank = (code: number) => code === 32 || code === 160 || code === 0x202f || code === 10 || code === 13 || code === 9

/** Characters that, just before a symbol, make it the inside of something longer: an address, a file name, a fraction. */
function bindsBefore(text: string, position: number): boolean {
  if (position === 0) return false
  const code = text.charCodeAt(position - 1)
  return isDigit(code) || isLetter(code) || '/\\_@#%&=?+.$~'.includes(text.charAt(position - 1)) || (code > 191 && code < 592)
}

/** How far back the first part of a path can start from its first slash. */
const longestPart = 18

/** Body and class as they stand before a number when no path joins them, in either order. */
const forwards = /(?:^|[\s("“;,])([A-Za-z]{2,8}[1|!]?)[\s./\\-]{0,2}(R\s?E\s?[S5]|D\s?E\s?C)[\s.]{1,4}$/i
const turned = /(?:^|[\s("“;,])(RES|DEC|Res|Dec)[\s.]{1,3}([A-Z]{2,8})[\s.]{1,3}$/

const dashed = /[ASE](?:-HRC)?-RES-(?:E?S-)?\d{1,4}(?:-\d{1,4})?(?![-_\w]|\.\w)/y

/** Walks a text once from left to right, collecting symbols and governed numbers. */
class Scanner {
  readonly drafts: Draft[] = []
  private readonly text: string
  private consumed = 0
  private list: List | null = null
  /** The last symbol written out. */
  private symbol: Draft | null = null
  /** Numbers whose body was named, and where: later mentions without it mean the same. */
  private readonly named: Map<string, { organ: Organ; at: number }>
  private readonly council: CouncilNumbers

  constructor(text: string, named = new Map<string, { organ: Organ; at: number }>()) {
    this.text = text
    this.named = named
    this.council = new CouncilNumbers(text)
  }

  run(): readonly Draft[] {
    const { text } = this
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code !== slash && code !== parenthesis && code !== backslash && code !== dash) continue
      if (index < this.consumed) continue
      if (code === dash) this.atDash(index)
      else if (code === parenthesis) this.atParenthesis(index)
      else index = this.atSlash(index)
    }
    this.closeList()
    return this.drafts.sort((left, right) => left.start - right.start)
  }

  /** Handles a slash and gives the index from which to go on. */
  private atSlash(index: number): number {
    const { text } = this
    const next = text.charCodeAt(index + 1)
    if (next === slash && text.charCodeAt(index - 1) === 58) return this.skipAddress(index)
    if (text.charCodeAt(index - 1) === slash) return index
    let end = index
    while (end > this.consumed && index - end < 2 && isBlank(text.charCodeAt(end - 1))) end--
    let start = end
    while (
      start > this.consumed &&
      end - start < longestPart &&
      (isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)))
    )
      start--
    if (start === end) return index
    const meeting = this.meetingStart(start, index)
    if (meeting !== null && this.atPath(meeting)) return index
    if (isDigit(text.charCodeAt(start)) || /^[OIl]\d/.test(text.slice(start, start + 2))) {
      this.atNumber(start)
      return index
    }
    const glued = this.keywordEnd(start, end)
    if (glued !== null && end === index) {
      this.atNumber(glued)
      return index
    }
    if (end === index && this.atBrokenPath(start)) return index
    if (bindsBefore(text, start)) return this.skipPath(index)
    return this.atPath(start) ? index : this.skipWord(index)
  }

  /** "A.RES/75/136" and "A RES/75/136" have another mark where the first slash belongs. */
  private atBrokenPath(start: number): boolean {
    const { text } = this
    if (!/^res[/\s]/i.test(text.slice(start, start + 4))) return false
    const before = /(?:^|[^A-Za-z0-9/.])([A-Z]{1,7})[.\s_-]$/.exec(text.slice(Math.max(this.consumed, start - 9), start))
    if (before === null) return false
    const from = start - 1 - group(before, 1).length
    const scanned = scanUnitedNations(`${group(before, 1)}/${text.slice(start, start + 60)}`, 0)
    if (scanned === null || scanned.symbol.path[1] !== 'RES') return false
    this.accept(from, from + scanned.end, scanned.symbol, ['slash'])
    return true
  }

  /** "A-RES-75-136": a symbol typed with dashes; with an ending behind it is a file's name. */
  private atDash(index: number): void {
    const { text } = this
    if (text.charCodeAt(index + 1) !== 82 && text.charCodeAt(index + 1) !== 72) return
    const start = index - 1
    dashed.lastIndex = start
    const match = dashed.exec(text)
    if (match === null || start < this.consumed || bindsBefore(text, start)) return
    const scanned = scanUnitedNations(match[0].replace(/(?<!-E?S)-/g, '/') + text.slice(start + match[0].length, start + 60), 0)
    if (scanned !== null) this.accept(start, start + scanned.end, scanned.symbol, ['slash'])
  }

  /** Where the name of a numbered meeting begins: "REMJA-VII/doc.3/08", "RC.28/doc.2/12". */
  private meetingStart(start: number, slashAt: number): number | null {
    const joint = this.text.charAt(start - 1)
    if ((joint !== '-' && joint !== '.') || !/^(?:[IVXLC]{1,7}|\d{1,2})$/.test(this.text.slice(start, slashAt))) return null
    const name = /(?:^|[^\p{L}\d/._-])([A-Z]{2,12})$/u.exec(this.text.slice(Math.max(this.consumed, start - 14), start - 1))
    return name === null ? null : start - 1 - group(name, 1).length
  }

  /** Where the number begins in "resolution75/12". */
  private keywordEnd(start: number, end: number): number | null {
    const match = /^(\p{L}{3,14}?)\d{1,4}$/u.exec(this.text.slice(start, end))
    return match !== null && keywords.has(fold(group(match, 1))) ? start + group(match, 1).length : null
  }

  private skipAddress(index: number): number {
    let end = index
    while (end < this.text.length && !/[\s"<>”»)\]]/.test(this.text.charAt(end))) end++
    this.consumed = Math.max(this.consumed, end)
    return end - 1
  }

  /** The rest of a path that is no symbol holds none: "www.example.org/A/75/1". */
  private skipPath(index: number): number {
    let end = index + 1
    while (end < this.text.length && end - index < 2000) {
      const code = this.text.charCodeAt(end)
      if (!isLetter(code) && !isDigit(code) && !'/._%#?&=-'.includes(this.text.charAt(end))) break
      end++
    }
    return end - 1
  }

  /** After "and/or" the second word may still begin a symbol only behind a blank. */
  private skipWord(index: number): number {
    let end = index + 1
    while (end < this.text.length && end - index < 40 && isLetter(this.text.charCodeAt(end))) end++
    return end - 1
  }

  private atPath(start: number): boolean {
    const { text } = this
    const scanned = scanUnitedNations(text, start) ?? scanAmerican(text, start)
    if (scanned === null) return false
    const { symbol, end } = scanned
    if (symbol.family === 'united-nations' && text.charCodeAt(end) === slash && isLetter(text.charCodeAt(end + 1))) return false
    this.accept(start, end, symbol, scanned.repairs)
    return true
  }

  private accept(start: number, end: number, symbol: ParsedSymbol, found: readonly Repair[]): void {
    const { text } = this
    const canonical = writeSymbol(symbol)
    const repairs = repairsOf(symbol, text.slice(start, end), canonical, found)
    this.symbol = { start, end, symbol, canonical, repairs, continuation: false }
    this.drafts.push(this.symbol)
    this.consumed = end
    const lists = listOf(symbol)
    if (lists !== null) {
      this.closeList()
      this.list = { ...lists, items: [], lastEnd: end }
    } else if (this.list !== null && continuesList(text, this.list.lastEnd, start)) this.list.lastEnd = end
  }

  private atNumber(start: number): void {
    const { text } = this
    let from = start
    if (start > 1 && /[-\u2010-\u2015]/.test(text.charAt(start - 1))) {
      const special = /(?:^|[^A-Za-z])(E?S)\s?$/.exec(text.slice(Math.max(0, start - 5), start - 1))
      if (special === null) return
      from = start - 1 - (special[0].length - special[0].indexOf(group(special, 1)))
    }
    if (bindsBefore(text, from) && !this.followsKeyword(from)) return
    const bare = scanSlashed(text, from)
    if (bare !== null) this.place(bare)
  }

  private atParenthesis(index: number): void {
    const { text } = this
    let end = index
    while (end > this.consumed && index - end < 3 && isBlank(text.charCodeAt(end - 1))) end--
    if (end > 1 && text.charCodeAt(end - 1) >= 65 && text.charCodeAt(end - 1) <= 90) {
      end--
      while (end > this.consumed && index - end < 6 && isBlank(text.charCodeAt(end - 1))) end--
    }
    let start = end
    while (start > this.consumed && end - start < 5 && isDigit(text.charCodeAt(start - 1))) start--
    if (start === end || (bindsBefore(text, start) && !this.followsKeyword(start)) || text.charAt(start - 1) === '-') return
    const bare = scanParenthesized(text, start)
    if (bare === null) return
    if (bare.american !== null && this.atBrokenSymbol(bare, start)) return
    this.place(bare)
  }

  /** "AG RES 2910 (XLVII-O/17)", "AG/R ES. 2910 (XLVII-O/17)": body and class are there, though not as a path. */
  private atBrokenSymbol(bare: BareNumber, start: number): boolean {
    const before = this.text.slice(Math.max(this.consumed, start - 20), start)
    const straight = forwards.exec(before)
    const match = straight ?? turned.exec(before)
    if (match === null || bare.american === null) return false
    const [written, kind] = straight === null ? [group(match, 2), group(match, 1)] : [group(match, 1).toUpperCase(), group(match, 2)]
    // "AGIRES": a slash read as a letter
    const organ = knownRoots.has(written) ? written : written.replace(/[IL1|!]$/, '')
    if (!knownRoots.has(organ)) return false
    const symbol: ParsedSymbol = { ...bare.american, organ: [organ], class: /^d/i.test(kind) ? 'DEC.' : 'RES.' }
    const from = start - match[0].length + (/^[\s("“;,]/.test(match[0]) ? 1 : 0)
    this.accept(from, bare.end, symbol, [...bare.repairs, /[/\\]/.test(match[0]) ? 'spacing' : 'slash'])
    return true
  }

  /** Whether a keyword stands just before, without a blank: "resolution217 A (III)". */
  private followsKeyword(position: number): boolean {
    const word = /\p{L}+$/u.exec(this.text.slice(Math.max(this.consumed, position - 14), position))
    return word !== null && keywords.has(fold(word[0]))
  }

  /** Gives a bare number its governor: the list that it continues, or the words before it. */
  private place(bare: BareNumber): void {
    const { text } = this
    const list = this.list
    if (list !== null && bare.start >= list.lastEnd && continuesList(text, list.lastEnd, bare.start)) {
      const after = organAfter(text, bare.end)
      this.add(list, bare, after?.organ ?? null, true, misspelt(after))
      return
    }
    const governor = governorOf(text, bare.start, this.consumed) ?? this.alone(bare)
    if (governor === null) return
    const organ = governor.organ ?? this.impliedBody(bare, governor)
    this.closeList()
    this.list = { keyword: governor.keyword, organ, items: [], lastEnd: bare.end }
    const after = organAfter(text, bare.end)
    this.add(this.list, bare, after?.organ ?? null, false, misspelt(governor.misspelt ? governor : after))
  }

  /** A session "(XLVII-O/17)" is written by the Organization of American States only, so the number needs no word before it. */
  private alone(bare: BareNumber): Governor | null {
    if ((bare.american?.session ?? null) === null) return null
    const remnant = /[A-Za-z][/\\.]\s{0,2}\S{0,5}\s{0,2}$/.test(this.text.slice(Math.max(0, bare.start - 12), bare.start))
    return remnant ? null : { keyword: 'resolution', organ: null, nearby: null, possessive: false, start: bare.start, misspelt: false }
  }

  /** Whose the number is when its own words do not say: the body of the same sentence, of the list before, or of the report cited. */
  private impliedBody(bare: BareNumber, governor: Governor): Organ | null {
    const council: Organ = 'human-rights-council'
    // "its resolution" is the Assembly's own, but for numbers that the Assembly cannot have given
    const nearby = governor.possessive && Number(bare.first) >= firstSlashedSession ? null : governor.nearby
    if (nearby !== null && nearby !== council) return nearby
    if (!canBeHumanRightsCouncil(bare) || this.council.disowns(bare)) return null
    if (nearby === council) return council
    const { list, text } = this
    const before = list?.items.at(-1)?.organ ?? list?.organ
    if (list !== null && before === council && governor.start - list.lastEnd < 130 && sameSentence(text, list.lastEnd, bare.start)) {
      return /\b(?:its|sa|ses|sus?|suas?)\s[^\s]+\s*$/.test(text.slice(list.lastEnd, bare.start)) ? null : council
    }
    return this.reportedBody(bare.start)
  }

  private add(list: List, bare: BareNumber, organ: Organ | null, continuation: boolean, repairs: readonly Repair[]): void {
    list.items.push({ bare, organ, continuation, repairs })
    list.lastEnd = bare.end
    this.consumed = bare.end
  }

  /** Supplement No. 53 of the General Assembly's records is the Human Rights Council's report, so "A/74/53, resolution 42/12" is the Council's. */
  private reportedBody(position: number): Organ | null {
    const last = this.symbol
    if (last === null || position - last.end > 60 || !/^A\/\d{2}\/53\b/.test(last.canonical)) return null
    return this.text.slice(last.end, position).includes('\n') ? null : 'human-rights-council'
  }

  /** A body named after a number ("… et 44/16 du Conseil des droits de l'homme") holds for the numbers before it that have none. */
  private closeList(): void {
    const { list, named } = this
    this.list = null
    if (list === null) return
    let following: Organ | null = null
    const organs = list.items.map(() => list.organ)
    for (let index = list.items.length - 1; index >= 0; index--) {
      following = list.items[index]?.organ ?? following
      organs[index] = list.items[index]?.organ ?? list.organ ?? following
    }
    list.items.forEach(({ bare, continuation, repairs }, index) => {
      if (organs[index] === null && this.council.owns(bare)) organs[index] = 'human-rights-council'
      const key = `${list.keyword} ${bare.first}/${bare.second}`
      const known = named.get(key)
      const organ = organs[index] ?? (known !== undefined && bare.start - known.at < 60_000 ? known.organ : null)
      const symbol = symbolOf(bare, list.keyword, organ) ?? ((organs[index] ?? null) === null ? symbolOf(bare, list.keyword, null) : null)
      if (organ !== null && organ !== 'other') named.set(key, { organ, at: bare.start })
      if (symbol === null) return
      const tight = /\S\(/.test(this.text.slice(bare.start, bare.end)) ? (['spacing'] as const) : []
      this.drafts.push({
        start: bare.start,
        end: bare.end,
        symbol,
        canonical: writeSymbol(symbol),
        repairs: [...new Set([...repairs, ...bare.repairs, ...tight])],
        continuation,
      })
    })
  }
}

const misspelt = (words: { readonly misspelt: boolean } | null): readonly Repair[] => (words?.misspelt === true ? ['misspelt'] : [])

/** Whether bare numbers can follow a symbol as items of its list, and whose they are. */
function listOf(symbol: ParsedSymbol): { keyword: Keyword; organ: Organ | null } | null {
  if (symbol.family === 'oas') {
    if (symbol.class !== 'RES.' && symbol.class !== 'DEC.') return null
    const organ =
      symbol.organ.join('/') === 'CIDI'
        ? 'inter-american-council'
        : symbol.organ.join('/') === 'CIM'
          ? 'commission-of-women'
          : 'inter-american-assembly'
    return { keyword: symbol.class === 'DEC.' ? 'declaration' : 'resolution', organ }
  }
  if (symbol.family !== 'united-nations') return null
  const at = symbol.path.findIndex((part) => part === 'RES' || part === 'DEC')
  if (at < 1) return null
  const bodies: Readonly<Record<string, Organ>> = {
    A: 'general-assembly',
    S: 'security-council',
    E: 'economic-and-social-council',
    'A/HRC': 'human-rights-council',
    'E/CN.4': 'commission-on-human-rights',
  }
  return { keyword: symbol.path[at] === 'DEC' ? 'decision' : 'resolution', organ: bodies[symbol.path.slice(0, at).join('/')] ?? 'other' }
}

/** Finds the symbols and the governed numbers of a text, in order. */
export function scanDrafts(text: string): readonly Draft[] {
  const pieces = withoutNotes(text)
  if (pieces === null) return new Scanner(text).run()
  const named = new Map<string, { organ: Organ; at: number }>()
  const { flow, notes, place } = pieces
  const drafts = new Scanner(flow, named).run().map((draft) => ({ ...draft, start: place(draft.start), end: place(draft.end - 1) + 1 }))
  for (const note of notes) {
    for (const draft of new Scanner(note.text, named).run())
      drafts.push({ ...draft, start: draft.start + note.start, end: draft.end + note.start })
  }
  drafts.sort((left, right) => left.start - right.start)
  // a symbol that a footnote's mark interrupts keeps its whole, and the footnote is then no place for another
  return drafts.filter((draft, index) => draft.start >= (drafts[index - 1]?.end ?? 0))
}
