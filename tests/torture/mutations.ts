/** Random numbers from 0 to 1. */
export type Random = () => number

export const pick = <Value>(random: Random, values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]

/** What is put into a file by somebody who means harm, or by a machine that means nothing. */
const splinters = [
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '"prototype":{"polluted":true},',
  '"toString":null,',
  '"../../../../tmp/outside":1,',
  '\u0000',
  '\ud800',
  '\\ud800',
  '\ufeff',
  '[[[[[[[[[[',
  '{"a":{"a":{"a":',
  '1e999',
  '-0',
  '9007199254740993',
  '"\\u0000"',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  ',',
  '"',
  '\\',
  '}',
  ']',
]

/** Values that a field may be made to hold. */
const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x'.repeat(100_000),
  '../../outside',
  '2026-13-45',
  '00000000-0000-7000-8000-000000000000',
  [],
  {},
  [[[[[]]]]],
  { constructor: { prototype: { polluted: true } } },
  Array.from({ length: 2000 }, () => ({})),
]

type Node = Record<string, unknown> | unknown[]

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object and list of a document. */
function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (!isNode(value)) return found
  found.push(value)
  for (const member of Object.values(value)) nodesOf(member, found)
  return found
}

const keysOf = (node: Node): string[] => Object.keys(node)

function set(node: Node, key: string, value: unknown): void {
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Changes the content of a document: a field takes a strange value, goes, comes twice, or takes another's place. */
function changeContent(text: string, random: Random): string {
  const file: unknown = JSON.parse(text)
  const nodes = nodesOf(file)
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const node = pick(random, nodes)
    const key = node === undefined ? undefined : pick(random, keysOf(node))
    if (node === undefined || key === undefined) continue
    const member: unknown = Object.entries(node).find(([name]) => name === key)?.[1]
    const act = Math.floor(random() * 6)
    if (act === 0) set(node, key, pick(random, values))
    else if (act === 1) Reflect.deleteProperty(node, key)
    else if (act === 2 && Array.isArray(node)) node.push(member)
    else if (act === 3)
      set(node, pick(random, ['__proto__', 'constructor', 'type', 'kind', 'id', 'order', 'signatures', 'plan']) ?? 'id', member)
    else if (act === 4) {
      const other = pick(random, nodes)
      // A document that held itself could not be written.
      if (other !== undefined && !nodesOf(member).includes(other)) set(node, key, structuredClone(other))
    } else set(node, key, typeof member === 'string' ? member.split('').toReversed().join('') : [member])
  }
  return JSON.stringify(file)
}

/** Changes the characters of a document: cut, doubled, torn out, or with something put in. */
export function changeText(text: string, random: Random): string {
  let changed = text
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const at = Math.floor(random() * changed.length)
    const length = Math.floor(random() ** 3 * 400)
    const act = Math.floor(random() * 5)
    if (act === 0) changed = changed.slice(0, at)
    else if (act === 1) changed = changed.slice(0, at) + changed.slice(at + length)
    else if (act === 2) changed = changed.slice(0, at + length) + changed.slice(at)
    else if (act === 3) changed = changed.slice(0, at) + (pick(random, splinters) ?? '') + changed.slice(at)
    else changed = changed.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x1_0000)) + changed.slice(at + 1)
  }
  return changed
}

/** Changes the bytes of a document, as a bad disk or mail program does. */
export function changeBytes(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes)
  for (let count = 1 + Math.floor(random() * 8); count > 0; count--) {
    const at = Math.floor(random() * changed.length)
    changed[at] = Math.floor(random() * 256)
  }
  return random() < 0.2 ? changed.subarray(0, Math.floor(random() * changed.length)) : changed
}

/** A file as somebody or something made it out of a good one. */
export function mutate(text: string, random: Random): Uint8Array {
  const act = random()
  if (act < 0.45) return Buffer.from(changeContent(text, random), 'utf8')
  if (act < 0.8) return Buffer.from(changeText(text, random), 'utf8')
  return changeBytes(Buffer.from(text, 'utf8'), random)
}
