import { smallWords } from './lexicon/merged.ts'
import { fold } from './words.ts'

/** An instrument that can be cited by name: its title and aliases, in any language. */
export interface NamedInstrument {
  readonly title: string
  readonly aliases: readonly string[]
}

interface Node {
  title: string | null
  next: Map<number, Node> | null
}

/** The names to look for, arranged word by word so that reading stays linear however many there are. */
export interface NameIndex {
  readonly root: Node
}

export interface NameMatch {
  readonly title: string
  readonly start: number
  readonly end: number
}

/** Longest run of blanks and punctuation that may stand between two words of a name. */
const longestGap = 4
const longestName = 60

const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code >= 192 && code <= 591 && code !== 215 && code !== 247)

/** Folded code of a letter: accents and case go. One entry for each character up to Latin Extended-B. */
const foldedCodes = Uint16Array.from({ length: 592 }, (_, code) => fold(String.fromCharCode(code)).charCodeAt(0) || code)

interface Word {
  readonly hash: number
  readonly end: number
}

const seed = 5381

/** Reads one word and its hash in a single pass; a plural s is dropped so that "procedures" meets "procedure". */
function wordAt(text: string, position: number): Word {
  let hash = seed
  let before = seed
  let last = 0
  let index = position
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (!isLetter(code)) break
    last = foldedCodes[code] ?? code
    before = hash
    hash = (Math.imul(hash, 33) ^ last) >>> 0
  }
  return { hash: last === 115 && index - position > 3 ? before : hash, end: index }
}

const smallHashes = new Set([...smallWords].map((word) => wordAt(word, 0).hash))

function hashesOf(name: string): number[] {
  const hashes: number[] = []
  for (let index = 0; index < name.length; ) {
    if (!isLetter(name.charCodeAt(index))) {
      index++
      continue
    }
    const word = wordAt(name, index)
    if (!smallHashes.has(word.hash)) hashes.push(word.hash)
    index = word.end
  }
  return hashes
}

/** Builds the index once for many texts. When two instruments share a name the first keeps it. */
export function nameIndex(names: readonly NamedInstrument[]): NameIndex {
  const root: Node = { title: null, next: null }
  for (const { title, aliases } of names) {
    for (const name of [title, ...aliases]) {
      const hashes = hashesOf(name)
      if (hashes.length === 0 || hashes.length > longestName) continue
      let node = root
      for (const hash of hashes) {
        node.next ??= new Map()
        let child = node.next.get(hash)
        if (child === undefined) {
          child = { title: null, next: null }
          node.next.set(hash, child)
        }
        node = child
      }
      node.title ??= title
    }
  }
  return { root }
}

/** The start of the next word of a name, or -1 when a sentence, a paragraph or too much else comes first. */
function nextWord(text: string, position: number): number {
  let lines = 0
  for (let index = position; index < text.length && index - position <= longestGap; index++) {
    const code = text.charCodeAt(index)
    if (isLetter(code)) return index
    if (code === 10 && ++lines > 1) return -1
    if (code === 46 || code === 59 || code === 58 || code === 40 || code === 41 || code === 9) return -1
  }
  return -1
}

/** Names of fewer words than this are common phrases too, and must stand alone to be read as titles. */
const distinctive = 4

/**
 * Whether a match is the title and not prose. "migration and development" in small letters is prose; within "International Migration and
 * Development" it is a piece of a longer name; with a comma inside it is an enumeration.
 */
function looksNamed(text: string, start: number, end: number, significant: number): boolean {
  if (significant >= distinctive) return true
  const words = text.slice(start, end)
  if (!/\p{Lu}/u.test(words) || words.includes(',')) return false
  return (
    !/\p{Lu}[\p{L}\p{N}-]*[ \u00a0-]$/u.test(text.slice(Math.max(0, start - 24), start)) &&
    !/^[ \u00a0-]\p{Lu}/u.test(text.slice(end, end + 3))
  )
}

function matchAt(root: Node, text: string, position: number, first: Word): NameMatch | null {
  let node = root.next?.get(first.hash)
  let end = first.end
  let best: NameMatch | null = null
  let significant = 1
  while (node !== undefined) {
    if (node.title !== null && looksNamed(text, position, end, significant)) best = { title: node.title, start: position, end }
    if (node.next === null || significant > longestName) break
    let next = nextWord(text, end)
    let word = next < 0 ? null : wordAt(text, next)
    for (let small = 0; word !== null && small < 4 && !node.next.has(word.hash) && smallHashes.has(word.hash); small++) {
      next = nextWord(text, word.end)
      word = next < 0 ? null : wordAt(text, next)
    }
    if (word === null) break
    node = node.next.get(word.hash)
    end = word.end
    significant++
  }
  return best
}

/** Finds the longest registered names in the text, left to right, not overlapping. */
export function findNames(index: NameIndex, text: string): readonly NameMatch[] {
  const matches: NameMatch[] = []
  const first = index.root.next
  if (first === null) return matches
  for (let position = 0; position < text.length; ) {
    if (!isLetter(text.charCodeAt(position))) {
      position++
      continue
    }
    const word = wordAt(text, position)
    const match = first.has(word.hash) ? matchAt(index.root, text, position, word) : null
    if (match === null) position = word.end
    else {
      matches.push(match)
      position = match.end
    }
  }
  return matches
}
