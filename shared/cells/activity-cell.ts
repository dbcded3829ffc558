import type { MakeId } from '../lib/ids.ts'
import type { Item } from '../model/activity.ts'
import { keepIds } from './keep-ids.ts'

/** What stands before a line. `depth` is that of its indent, 0 for none; `deeper` marks lists that belong below a line of the cell. */
interface Line {
  readonly marker: Item['marker']
  readonly text: string
  readonly depth: number
  readonly deeper: boolean
}

/** Numbers come doubled where a numbered paragraph was taken out of a word processor: `1. 2. Consideration`. */
const numbered = /^(?:\d{1,3}[.)](?:\s+|$))(?:\d{1,3}[.)](?:\s+|$))?/
const lettered = /^(?:\([a-z]\)|(?:[a-z]|[ivx]{2,5})[.)])\s+/
/** A parenthesis that opens nothing stood for a bullet of a symbol typeface. */
const bulleted = /^(?:[·•▪●◦‣▸➢►]\s*|[-–—*](?:\s+|$)|\((?:\s{1,8}(?=[^)]*$)|$))/
/** A bullet on the first level; after a plain line any other bullet makes a sub-item. */
const firstLevelBullet = '‣'

const indentOf = (line: string): number => {
  const indent = /^[ \t\u00a0]*/.exec(line)?.[0] ?? ''
  const tabs = indent.split('\t').length - 1
  return tabs + Math.floor((indent.length - tabs) / 2)
}

function lineOf(written: string): Line {
  const depth = indentOf(written)
  const text = written.trim()
  const number = numbered.exec(text)
  if (number !== null) return { marker: 'number', text: text.slice(number[0].length).trim(), depth, deeper: false }
  const bullet = bulleted.exec(text)
  if (bullet !== null) {
    return { marker: 'bullet', text: text.slice(bullet[0].length).trim(), depth, deeper: !text.startsWith(firstLevelBullet) }
  }
  const letter = lettered.exec(text)
  if (letter !== null) return { marker: 'number', text: text.slice(letter[0].length).trim(), depth, deeper: true }
  return { marker: 'none', text, depth, deeper: false }
}

/** The lines of a cell. A number or bullet alone on its line belongs to the words on the next one. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let waiting = false
  for (const written of text.split(/\r\n|[\n\r\v\u2028]/)) {
    if (written.trim() === '') {
      waiting = false
      continue
    }
    const line = lineOf(written)
    const last = lines.at(-1)
    if (waiting && last !== undefined && line.marker === 'none') {
      lines[lines.length - 1] = { ...last, text: line.text }
      waiting = false
    } else {
      lines.push(line)
      waiting = line.marker !== 'none' && line.text === ''
    }
  }
  return lines.filter((line) => line.text !== '' || line.marker === 'number')
}

/** The level that a line's mark and indent say; a line goes at most one level below the one before it. */
function levels(lines: readonly Line[]): Item['level'][] {
  let [deepest, hasParent, lifted] = [0, false, false]
  return lines.map(({ deeper, depth }) => {
    // What is set in below a bullet that counts as a sub-item is below it still.
    if (depth === 0) lifted = deeper && hasParent
    const said = lifted ? depth + 1 : depth
    const level = Math.min(said, deepest, 2)
    deepest = level + 1
    hasParent ||= !deeper
    return level === 2 ? 2 : level === 1 ? 1 : 0
  })
}

/**
 * Reads an activity cell: a line an item. Numbers (`1. `), doubled numbers (`1. 1. `), bullets, and letters are taken off and kept as the
 * item's marker; bullets and letters below a plain or numbered line make sub-items, as does an indent of two spaces or a tab. A number
 * with nothing behind it stays as an empty item, for the check to find. Items that did not change keep their ids from `previous`.
 */
export function readActivityCell(text: string, { makeId, previous = [] }: { makeId: MakeId; previous?: readonly Item[] }): Item[] {
  const lines = linesOf(text)
  const depths = levels(lines)
  const items = lines.map(({ marker, text: words }, index): Item => ({ id: '', level: depths[index] ?? 0, marker, text: words }))
  return keepIds(items, previous, ({ level, marker, text: words }) => `${level} ${marker} ${words}`, makeId)
}

/** An activity cell as text to edit. Reading it back gives the same items. */
export function writeActivityCell(items: readonly Pick<Item, 'level' | 'marker' | 'text'>[]): string {
  const counts = [0, 0, 0]
  let hasParent = false
  const lines = items.map(({ level, marker, text }, index) => {
    counts.fill(0, level + 1)
    if (marker === 'number') counts[level] = (counts[level] ?? 0) + 1
    const bullet = level === 0 && hasParent ? firstLevelBullet : '·'
    hasParent ||= marker !== 'bullet' || bullet === firstLevelBullet
    const mark = marker === 'none' ? '' : marker === 'number' ? `${counts[level]}. ` : `${bullet} `
    // A plain line straight below a bare number would be read as that number's words.
    const apart = marker === 'none' && items[index - 1]?.text === '' ? '\n' : ''
    return `${apart}${'  '.repeat(level)}${mark}${text}`
  })
  return lines.join('\n')
}
