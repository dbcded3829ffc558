import type { MakeId } from '../lib/ids.ts'
import type { Id } from '../model/basics.ts'

/**
 * Gives the parts of a cell that was read anew their ids: what did not change (`key` is the same) keeps the id it had, a part that was
 * rewritten in its place keeps its id too, and the others get new ones.
 */
export function keepIds<Part extends { readonly id: Id }>(
  parts: readonly Part[],
  previous: readonly Part[],
  key: (part: Part) => string,
  makeId: MakeId,
): Part[] {
  const held = new Map<string, Part[]>()
  for (const part of previous.toReversed()) {
    const same = held.get(key(part))
    if (same === undefined) held.set(key(part), [part])
    else same.push(part)
  }
  const kept = parts.map((part) => held.get(key(part))?.pop()?.id ?? null)
  const used = new Set(kept)
  return parts.map((part, index) => {
    const rewritten = previous[index]?.id
    const id = kept[index] ?? (rewritten !== undefined && !used.has(rewritten) ? rewritten : makeId())
    used.add(id)
    return { ...part, id }
  })
}
