import type { Scanned } from './oas.ts'
import type { Repair } from './repairs.ts'
import type { UnitedNationsSymbol } from './symbol-model.ts'
import { withinDistance, group } from './words.ts'

/**
 * First parts of United Nations symbols (principal organs, programmes, treaty bodies, conferences), as the Dag Hammarskjöld Library's
 * guide to document symbols lists them. A path that starts otherwise is not taken for one.
 */
const roots = new Set(
  (
    'A S E T ST TD AC CAC CTOC NPT BWC CCW CD CERD CCPR CAT CEDAW CRC CRPD CMW CED HRI HS HSP ICCD ISBA SPLOS CLCS DP DPKO UNW UNEP UNICEF ' +
    'FCCC CBD IDB GC LC JIU UNCTAD TRADE ECE ESCAP WFP IPBES PBC APLC PCNICC ICEF ATT OPCAT UNU UNFPA UNODC ECLAC NCN BMS INFCIRC CCM CEB SC IPCC CITES UNDP'
  ).split(' '),
)

const suffix = String.raw`(?:[Aa]dd|[Rr]ev|[Cc]orr|[Aa]mend)\s?\.\s?\d{1,3}`
const named = String.raw`[A-Z][A-Za-z]{0,12}(?:\.[A-Z][A-Za-z]{0,4})?(?:\s?\.\s?(?:\d{1,4}(?:[-\u2011\u2013]\d{1,4})?|[IVX]{1,5}(?![A-Za-z])))?(?:\(\w{1,5}\))?`
/** Numbers behind a class and a session may hold letters for digits, and RES a 5 for its S: "A/RE5/75/l36". */
const misread = String.raw`RE5(?=[/\\])|(?<=\/RE[S5]\/\d{2,3}\/)[\dOIl]{1,4}(?![\dA-Za-z])|(?<=\/RE[S5]\/)\d[\dOIl]{1,3}(?![\dA-Za-z])`
const segment = String.raw`(?:${misread}|E?S\s?[-\u2010\u2011\u2013]\s?\d{1,3}|${suffix}|${named}|\d{1,5}(?!\d|[A-Za-z]{2}(?!d\.|v\.|rr\.)))`
const slash = String.raw`\s{0,1}[/\\]{1,2}\s{0,2}`
const symbolPath = new RegExp(
  String.raw`[A-Z]{1,8}(?:${slash}${segment}|(?<=RES)\s?\d{1,4}(?=\s?[/\\]\s?\d)|\s?${suffix}|(?<=\/RES\/\d{2,3})[-\u2013.,]\d{1,3}(?![\d/])){1,9}`,
  'y',
)
const smallPath = /(?:a|s|e)\/res(?:\/|\s)\s?(?:e?s-)?\d{1,4}(?:\/\s?\d{1,4})?/iy
const more = new RegExp(String.raw`(?:${slash}${segment}){1,4}`, 'y')
const part = /\s{0,2}\(\s?((?:Sect|Secc|Part|Parts|Vol|Vols|Supp|Section|Parte)\.?\s?[^()\n]{1,24}?)\s?\)/iy
const yearOrSession = /(?:\s{0,2}([A-Z]))?\s{0,2}\(\s?(\d{4}|(?:E?S-)?[IVXL]{1,7})\s?\)/iy
const sectionLetter = /\s{0,2}(([A-Z])\2?)(?![\w'’/]|-(?![A-Z](?!\w)))/y
const joint = /\s?[-\u2010\u2011\u2013]\s?(?=[A-Z]{1,4}\/)/y

/** Parts that are one letter from RES and something else. */
const otherClasses = new Set(['DES', 'REC', 'REV'])

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function capitalized(part: string): string {
  if (/^(?:res|dec)$/i.test(part)) return part.toUpperCase()
  const [head = '', ...tail] = part.split('.')
  if (!/^(?:add|rev|corr|amend)$/i.test(head)) return part
  return [head.charAt(0).toUpperCase() + head.slice(1).toLowerCase(), ...tail].join('.')
}

function segmentsOf(written: string): string[] {
  return written
    .replace(/(?<=\/RES\/\d{2,3})[-\u2013.,](?=\d)/, '/')
    .replace(/[\u2010\u2011\u2013]/g, '-')
    .replace(/\s*[/\\]+\s*/g, '/')
    .replace(/\s*([.-])\s*/g, '$1')
    .replace(/\s(?=\d)|(?<=\d)\s?(?=(?:add|rev|corr|amend)\.)/gi, '/')
    .replace(/(?<=RES)(?=\d)/, '/')
    .replace(/^(A|S|E)(?=RES\/)|^(A)(?=HRC\/)/, '$1$2/')
    .split('/')
    .map((part) => (part === 'RE5' ? 'RES' : part))
    .map((part, index, parts) => (isMisread(part, index, parts) ? part.replace(/O/g, '0').replace(/[Il]/g, '1') : part))
    .map(capitalized)
    .map((part, index, parts) => (isBrokenCouncil(part, index, parts) ? 'HRC' : part))
    .map((part, index, parts) => (isBrokenClass(part, index, parts) ? 'RES' : part))
}

function isMisread(part: string, index: number, parts: readonly string[]): boolean {
  return (parts[index - 1] === 'RES' || parts[index - 2] === 'RES') && /\d/.test(part) && /^[\dOIl]{1,4}$/.test(part)
}

/** "A/HCR/RES/42/12": of the bodies under the Assembly only the Human Rights Council adopts resolutions of its own. */
function isBrokenCouncil(part: string, index: number, parts: readonly string[]): boolean {
  return index === 1 && parts[0] === 'A' && parts[2] === 'RES' && /^[A-Z]{2,4}$/i.test(part) && withinDistance(part.toUpperCase(), 'HRC', 1)
}

/** "A/RSE/75/136": between an organ that adopts resolutions and two numbers, a near miss of RES is RES. */
function isBrokenClass(part: string, index: number, parts: readonly string[]): boolean {
  const organ = parts.slice(0, index).join('/')
  if (organ !== 'A' && organ !== 'S' && organ !== 'E' && organ !== 'A/HRC') return false
  return (
    /^[A-Z]{2,4}$/i.test(part) &&
    !otherClasses.has(part) &&
    /^(?:E?S-)?\d+$/.test(parts[index + 1] ?? '') &&
    withinDistance(part.toUpperCase(), 'RES', 1)
  )
}

function isSymbol(parts: readonly string[]): boolean {
  const last = group(parts, parts.length - 1)
  const digits = parts.slice(1).filter((value) => /\d/.test(value)).length
  if (digits === 0) return false
  const [root = '', second = ''] = parts
  if (parts.length === 2) {
    // "A/2170", "SPLOS/72" and "CD/1064" are symbols; "A/4" (paper), "S/2" or "E/5" are not known to be
    if (root.length === 1) return /^(\d{3,5}|E?S-\d+|[A-Z]{2}\.\d+)$/.test(second)
    return /\d{1,4}$/.test(second) && root !== 'AC' && root !== 'SC' && root !== 'DP'
  }
  return /\d|^Corrigendum$|^[A-Z]$/.test(last)
}

/** Reads a United Nations symbol that starts at the position; of a joint one (`A/50/60-S/1995/1`) the first names the document. */
export function scanUnitedNations(text: string, position: number, joined = false): Scanned<UnitedNationsSymbol> | null {
  let match = at(symbolPath, text, position)
  let repairs: readonly Repair[] = []
  if (match === null) {
    match = at(smallPath, text, position)
    if (match === null) return null
    repairs = ['letter-case']
  }
  const written = repairs.length > 0 ? match[0].toUpperCase() : match[0]
  const path = segmentsOf(written)
  if (!roots.has(group(path, 0)) || !isSymbol(path)) return null
  if (/\/RE[S5]\/(?:\d{2,3}\/)?\d*[OIl]/.test(written)) repairs = [...repairs, 'letter-for-digit']
  let end = position + match[0].length
  let parenthesis: string | null = null
  let section: string | null = null
  let rest: string[] = []
  const resolution = path[1] === 'RES' || path[1] === 'DEC'
  if (resolution && /^[A-Za-z]+$/.test(group(path, 3))) return null
  if (resolution && path.length === 3) {
    const scan = at(yearOrSession, text, end)
    if (scan !== null) {
      section = scan[1] ?? null
      parenthesis = group(scan, 2).toUpperCase()
      end += scan[0].length
    } else if (path[0] === 'A' && !/^\d{4}$/.test(group(path, 2))) return null // a session without its number
  } else if (resolution) {
    const letter = readSection(text, end)
    if (letter !== null) {
      end = letter.end
      section = sectionOf(Number(path[2]), Number(path[3]), letter.letters)
    }
  } else {
    const scan = at(part, text, end)
    if (scan !== null) {
      parenthesis = group(scan, 1)
        .replace(/\s+/g, ' ')
        .replace(/[\u2010-\u2013]/g, '-')
        .replace(/\.(?=\S)/g, '. ')
        .replace(/^[a-z]/, (initial) => initial.toUpperCase())
      end += scan[0].length
      const tail = at(more, text, end)
      if (tail !== null) {
        rest = segmentsOf(tail[0].replace(/^\s*[/\\]/, ''))
        end += tail[0].length
      }
    }
    const link = joined ? null : at(joint, text, end)
    if (link !== null) {
      const second = scanUnitedNations(text, end + link[0].length, true)
      if (second !== null) end = second.end
    }
  }
  return { symbol: { family: 'united-nations', path, section, parenthesis, rest }, end, repairs }
}

const several = /\s{0,2}(?:,|and|to|et|y|e|a|à|-|–)\s{0,2}([A-Z])(?![\w'’/.-])/y

/** Reads the section letters after a number: "B", "A and B"; a lone A or I that begins the next words is none. */
export function readSection(text: string, position: number): { letters: string; end: number } | null {
  const match = at(sectionLetter, text, position)
  if (match === null) return null
  const letter = group(match, 1)
  let end = position + match[0].length
  const next = at(several, text, end)
  if (next !== null) {
    end += next[0].length
    return { letters: `${letter}-${group(next, 1)}`, end }
  }
  const apart = match[0] !== letter
  if (
    apart &&
    (letter === 'A' || letter === 'I' || letter === 'O' || letter === 'E' || letter === 'Y') &&
    !/^(?:[\s]*(?:[,.;:)\]]|$)|\s+(?:of|and|to|or|in|on|du|de|del|et|y|e|a|à|da|do)\b)/.test(text.slice(end, end + 8))
  ) {
    return null
  }
  return { letters: letter, end }
}

/**
 * The letter that belongs to a symbol, as the links of the Official Document System have it. A resolution adopted in parts at one time is one
 * document under the bare number ("52/169 M" is in A/RES/52/169), and so is part A. Parts B and C, adopted when a session resumes, are
 * documents of their own since the 47th session, but for the disarmament texts, which until the 56th were the parts of one resolution numbered
 * from 20 to 99. Several parts cited together since the 54th session are one document that names them all, A/RES/74/255 A-B, and so is the
 * Fourth Committee's yearly text on information, the one resolution numbered from 75 to 130 that has a part B.
 */
export function sectionOf(session: number, number: number, letters: string): string | null {
  if (letters.includes('-')) return session >= 54 ? letters : null
  if (session >= 57 && number >= 75 && number <= 130 && (letters === 'B' || (letters === 'A' && session >= 60))) return 'A-B'
  const disarmament = session <= 56 && number >= 20 && number < 100
  return session >= 47 && !disarmament && (letters === 'B' || letters === 'C') ? letters : null
}
