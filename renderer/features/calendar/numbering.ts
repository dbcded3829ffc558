import type { Item } from '#shared/model/activity.ts'

type Line = Pick<Item, 'level' | 'marker'>

const bullets = ['•', '◦', '▪']

/** How far each line is set in: below a plain line its list starts at the margin of that line. */
export function depthsOf(items: readonly Line[]): number[] {
  let underPlain = false
  return items.map(({ level, marker }) => {
    if (level === 0) underPlain = marker === 'none'
    return Math.max(0, underPlain ? level - 1 : level)
  })
}

/** What stands before each line of an activity. Numbers are counted among neighbours of a level; a line further out starts them again. */
export function markersOf(items: readonly Line[]): string[] {
  const counts = [0, 0, 0]
  const depths = depthsOf(items)
  return items.map(({ level, marker }, index) => {
    const depth = depths[index] ?? level
    counts.fill(0, level + 1)
    if (marker === 'bullet') return bullets[depth] ?? '•'
    if (marker === 'none') return ''
    const count = (counts[level] ?? 0) + 1
    counts[level] = count
    return depth === 1 ? `${String.fromCharCode(97 + ((count - 1) % 26))}.` : `${count}.`
  })
}

/** Whether a line introduces the lines below it, and so is set as their heading. */
export function leads(items: readonly Line[], index: number): boolean {
  const [line, next] = [items[index], items[index + 1]]
  return line?.level === 0 && line.marker === 'none' && next !== undefined && (next.level > 0 || next.marker !== 'none')
}
