import type { Activity } from '#shared/model/activity.ts'

/** Rows that stand together and are drawn together, or not at all. */
export interface Block {
  /** The same as long as the block goes on, whichever rows join and leave it. */
  readonly key: number
  readonly rows: readonly Activity[]
}

/** Rows to a new block; a block that grows beyond `most` is divided, one that shrinks below `least` joins the one before it. */
const [least, usual, most] = [8, 16, 24]

const sameRows = (a: readonly Activity[], b: readonly Activity[]): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index])

/** Where former blocks begin now: the first of each one's rows that is still there. */
function headsOf(rows: readonly Activity[], former: readonly Block[]): ReadonlySet<string> {
  const there = new Set(rows.map(({ id }) => id))
  return new Set(former.flatMap((block) => block.rows.find(({ id }) => there.has(id))?.id ?? []))
}

/** Divides rows where former blocks begin, and where one would grow too long. */
function divide(rows: readonly Activity[], former: readonly Block[]): Activity[][] {
  const heads = headsOf(rows, former)
  const longest = former.length === 0 ? usual : most
  const parts: Activity[][] = []
  let part: Activity[] = []
  for (const row of rows) {
    if (part.length === 0 || part.length === longest || (part.length >= least && heads.has(row.id))) {
      part = []
      parts.push(part)
    }
    part.push(row)
  }
  return parts
}

/**
 * The rows in blocks. A row that is put in, moved or removed changes the block that it stands in; the others come back as the very same
 * objects, so that they are not drawn again.
 */
export function blocksOf(rows: readonly Activity[], former: readonly Block[]): readonly Block[] {
  const blockOf = new Map(former.flatMap((block) => block.rows.map(({ id }) => [id, block] as const)))
  const taken = new Set<Block>()
  let key = Math.max(0, ...former.map((block) => block.key))
  return divide(rows, former).map((part): Block => {
    const held = part.map(({ id }) => blockOf.get(id)).find((block) => block !== undefined && !taken.has(block))
    if (held === undefined) return { key: ++key, rows: part }
    taken.add(held)
    return sameRows(held.rows, part) ? held : { key: held.key, rows: part }
  })
}
