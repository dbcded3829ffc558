interface Named {
  readonly id: string
}

/** An entry in two states of a list; null in the one that has it not. */
export type Pair<Entry> = readonly [former: Entry, now: null] | readonly [former: Entry | null, now: Entry]

/** The entries of two states of a list, each with itself, in the order of the later one; what was taken out stands behind the one it followed. */
export function pairById<Entry extends Named>(former: readonly Entry[], now: readonly Entry[]): Pair<Entry>[] {
  const before = new Map(former.map((entry) => [entry.id, entry]))
  const stays = new Set(now.map(({ id }) => id))
  const gone = new Map<string | null, Pair<Entry>[]>()
  let anchor: string | null = null
  for (const entry of former) {
    if (stays.has(entry.id)) anchor = entry.id
    else gone.set(anchor, [...(gone.get(anchor) ?? []), [entry, null]])
  }
  const behind = (id: string | null) => gone.get(id) ?? []
  return [
    ...behind(null),
    ...now.flatMap((entry): Pair<Entry>[] => {
      return [[before.get(entry.id) ?? null, entry], ...behind(entry.id)]
    }),
  ]
}
