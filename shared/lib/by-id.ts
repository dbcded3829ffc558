interface Identified {
  readonly id: string
}

const indexes = new WeakMap<readonly Identified[], ReadonlyMap<string, Identified> | null>()

/** Finds an entry of a list by its id. A list that is asked more than once is indexed: lists of records are never changed, they are replaced. */
export function byId<Entry extends Identified>(list: readonly Entry[], id: string): Entry | undefined {
  const index = indexes.get(list)
  if (index === undefined) {
    indexes.set(list, null)
    return list.find((entry) => entry.id === id)
  }
  const made = index ?? new Map(list.map((entry) => [entry.id, entry]))
  if (index === null) indexes.set(list, made)
  // The index was made from this very list.
  return made.get(id) as Entry | undefined
}
