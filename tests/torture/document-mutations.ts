import { strToU8, unzipSync, zipSync } from 'fflate'
import { changeBytes, changeText, pick, type Random } from './mutations.ts'

/** What an attribute may be made to hold. */
const values: readonly string[] = [
  '',
  '0',
  '-1',
  '1.5',
  '255',
  '99999999',
  '2147483648',
  '1e308',
  '-1e308',
  'Infinity',
  'NaN',
  'x'.repeat(30_000),
  '../../../outside',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
  '%1%2%3%4%5%6%7%8%9',
  '%1'.repeat(2000),
  '&#x1F30E;',
  '&#xD800;',
  '&lol9;',
]

/** Entities that would grow without end, or fetch what is none of the document's. */
const declarations: readonly string[] = [
  `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, depth) => `<!ENTITY lol${depth + 1} "${`&lol${depth || ''};`.repeat(10)}">`).join('')}]>`,
  '<!DOCTYPE a [<!ENTITY lol9 SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a [<!ENTITY % remote SYSTEM "http://127.0.0.1/x.dtd"> %remote;]>',
]

const isTag = (piece: string): boolean => /^<[a-z]/i.test(piece)

/** Where the element that begins at a piece ends: the place of its closing tag, or its own. */
function endOf(pieces: readonly string[], from: number): number {
  const name = /^<([^\s/>]+)/.exec(pieces[from] ?? '')?.[1]
  if (name === undefined || pieces[from]?.endsWith('/>') === true) return from
  let depth = 0
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    if (piece === `</${name}>`) depth--
    else if (piece.startsWith(`<${name}`) && /^[\s>]/.test(piece.slice(name.length + 1)) && !piece.endsWith('/>')) depth++
    if (depth === 0) return at
  }
  return from
}

/** A tag with one of its attributes gone, doubled, renamed, or with another value. */
function changeTag(tag: string, random: Random, others: readonly string[]): string {
  const attributes = Array.from(tag.matchAll(/\s([^\s=>]+)="([^"]*)"/g))
  const one = pick(random, attributes)
  if (one === undefined) return tag.replace(/(\s*\/?>)$/, (end) => ` w:val="${pick(random, values)}" start="-5" colspan="100000"${end}`)
  const [whole, name = '', value = ''] = one
  const other = /="([^"]*)"/.exec(pick(random, others) ?? '')?.[1] ?? ''
  const put = pick(random, [
    '',
    `${whole}${whole}`,
    ` ${pick(random, ['__proto__', 'style', 'class', 'w:val', 'rowspan', 'colspan', 'xmlns:w'])}="${value}"`,
    ` ${name}="${pick(random, values)}"`,
    ` ${name}="${pick(random, values)}"`,
    ` ${name}="${Math.floor(random() * 12) - 1}"`,
    ` ${name}="${other}"`,
  ])
  return tag.replace(whole, () => put ?? '')
}

/** Changes the elements of a document that is written in tags: gone, doubled, deep in one another, elsewhere, half gone, or with other attributes. */
export function changeElements(text: string, random: Random): string {
  const pieces = text.match(/<[^>]*>|[^<]+|</g) ?? []
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const tags = pieces.flatMap((piece, index) => (isTag(piece) ? [index] : []))
    const from = pick(random, tags)
    if (from === undefined) break
    const to = endOf(pieces, from) + 1
    const element = pieces.slice(from, to)
    const act = Math.floor(random() * 10)
    if (act === 0) pieces.splice(from, to - from)
    else if (act === 1) pieces.splice(to, 0, ...element)
    // No more than some ten thousand characters: large files are for the tests of growth.
    else if (act === 2) pieces.splice(to, 0, element.join('').repeat(Math.min(100, Math.ceil(15_000 / element.join('').length))))
    else if (act === 3) {
      const times = Math.floor(random() ** 2 * 700)
      if (to > from + 1)
        pieces.splice(from, to - from, (pieces[from] ?? '').repeat(times), ...element, (pieces[to - 1] ?? '').repeat(times))
    } else if (act === 4) pieces.splice(pick(random, tags) ?? from, 0, ...element)
    else if (act === 5) pieces.splice(random() < 0.5 ? from : to - 1, 1)
    else if (act === 6 && count === 1) pieces.splice(0, random() < 0.5 ? 1 : 0, pick(random, declarations) ?? '')
    else
      pieces[from] = changeTag(
        pieces[from] ?? '',
        random,
        tags.map((tag) => pieces[tag] ?? ''),
      )
  }
  return pieces.join('')
}

/** A document written in tags, as somebody or something made it out of a good one. */
export function mutateTags(text: string, random: Random): Uint8Array {
  const act = random()
  if (act < 0.6) return Buffer.from(changeElements(text, random), 'utf8')
  if (act < 0.85) return Buffer.from(changeText(text, random), 'utf8')
  return changeBytes(Buffer.from(text, 'utf8'), random)
}

/** Changes the lines of a text: one goes, comes often, moves, or is joined with the next. */
function changeLines(text: string, random: Random): string {
  const lines = text.split('\n')
  for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
    const [at, other] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)]
    const line = lines[at] ?? ''
    const act = Math.floor(random() * 6)
    if (act === 0) lines.splice(at, 1)
    else if (act === 1) lines.splice(at, 0, ...Array.from({ length: Math.floor(random() ** 3 * 300) }, () => line))
    else if (act === 2) lines.splice(other, 0, ...lines.splice(at, 1))
    else if (act === 3) lines.splice(at, 2, line + (lines[at + 1] ?? ''))
    else if (act === 4)
      lines[at] = (pick(random, ['\t', '|', '    ', '> ', '# ', '· ', '(', '“', '[^1]: ', '[footnoteRef:1]']) ?? '') + line
    else lines[at] = `${line} ${pick(random, ['[^1]', '[footnoteRef:99]', '31 February 2027', '**', '“', '__proto__', '9'.repeat(400)])}`
  }
  return lines.join('\n')
}

/** A text as somebody or something made it out of a good one. */
export function mutateText(text: string, random: Random): Uint8Array {
  const act = random()
  if (act < 0.5) return Buffer.from(changeLines(text, random), 'utf8')
  if (act < 0.85) return Buffer.from(changeText(text, random), random() < 0.1 ? 'utf16le' : 'utf8')
  return changeBytes(Buffer.from(text, 'utf8'), random)
}

/** A Word document, packed, and its parts as they are before. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly parts: Readonly<Record<string, Uint8Array>>
}

export const unpack = (bytes: Uint8Array): Packed => ({ bytes, parts: unzipSync(bytes) })

/** The fields of a zip's directory that a reader trusts, by their place in an entry: flags, way of packing, sizes, lengths, place. */
const fields: readonly (readonly [offset: number, length: number])[] = [
  [8, 2],
  [10, 2],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [42, 4],
]

/** Changes what the directory of a zip says of an entry: its sizes, its place, how it is packed. */
function changeDirectory(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Buffer.from(bytes)
  const entries: number[] = []
  for (let at = changed.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = changed.indexOf('PK\x01\x02', at + 1, 'latin1')) entries.push(at)
  const entry = pick(random, entries) ?? 0
  const [offset, length] = pick(random, fields) ?? [24, 4]
  const value = pick(random, [0, 1, 2 ** (8 * length) - 1, Math.floor(random() * 2 ** (8 * length)), Math.floor(random() * 1000)]) ?? 0
  changed.writeUIntLE(value, Math.min(entry + offset, changed.length - length), length)
  return changed
}

/** Changes which parts a document has: one is gone, stands under another's name, or is not what it is called. */
function changeParts(parts: Readonly<Record<string, Uint8Array>>, random: Random): Map<string, Uint8Array> {
  const changed = new Map(Object.entries(parts))
  const names = [...changed.keys()]
  const [name, other] = [pick(random, names) ?? '', pick(random, names) ?? '']
  const content = parts[name] ?? new Uint8Array()
  const act = Math.floor(random() * 5)
  if (act === 0) changed.delete(name)
  else if (act === 1) changed.set(other, content)
  else if (act === 2)
    changed.set(pick(random, ['../../../outside', '/tmp/outside', 'word/../../outside.xml', 'word/__proto__.xml']) ?? '', content)
  else if (act === 3) changed.set(name, Buffer.from(Buffer.from(content).toString('utf8'), 'utf16le'))
  else changed.set(name, new Uint8Array(Math.floor(random() * 1000)))
  return changed
}

/** Parts of a Word document that its reader looks into. */
const told = /^(?:_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes)\.xml(?:\.rels)?)$/

/** A Word document as somebody or something made it out of a good one: its bytes, its parts, or the elements in them. */
export function mutateWord({ bytes, parts }: Packed, random: Random): Uint8Array {
  const act = random()
  if (act < 0.1) return changeBytes(Buffer.from(bytes), random)
  if (act < 0.2) return changeDirectory(bytes, random)
  const changed = act < 0.3 ? changeParts(parts, random) : new Map(Object.entries(parts))
  if (act >= 0.3)
    for (let count = 1 + Math.floor(random() * 2); count > 0; count--) {
      const name =
        random() < 0.5
          ? 'word/document.xml'
          : (pick(
              random,
              Object.keys(parts).filter((one) => told.test(one)),
            ) ?? '')
      const text = Buffer.from(changed.get(name) ?? []).toString('utf8')
      changed.set(name, strToU8(random() < 0.85 ? changeElements(text, random) : changeText(text, random)))
    }
  return zipSync(Object.fromEntries(changed), { level: 0 })
}
