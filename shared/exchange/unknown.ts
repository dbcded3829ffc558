import { isObject, type Json } from './json.ts'

/** Fields of a plan file that this version does not know, each at its place. Entries of a list stand under their names, see `namesOf`. */
export interface UnknownFields {
  readonly [field: string]: Json
}

/**
 * The names of a list's entries: their ids or labels, else their places, so that what was not known of an entry stays with it when others come
 * or go before it. A second entry of the same name has its place added to it.
 */
function namesOf(list: readonly Json[]): string[] {
  const seen = new Set<string>()
  return list.map((entry, index) => {
    const own = isObject(entry) ? (entry['id'] ?? entry['label']) : undefined
    let name = typeof own === 'string' ? own : `#${index}`
    while (seen.has(name)) name += `#${index}`
    seen.add(name)
    return name
  })
}

/** Own fields only: `constructor` is a field like others, and no way to what all objects share. */
const fieldOf = (value: { readonly [field: string]: Json }, field: string): Json | undefined =>
  Object.hasOwn(value, field) ? value[field] : undefined

const asFields = (list: readonly Json[]): { readonly [name: string]: Json } => {
  const names = namesOf(list)
  return Object.fromEntries(list.map((entry, index) => [names[index] ?? '', entry]))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What a written value holds that is not in the value read from it; undefined when nothing. */
export function unknownIn(written: Json, read: Json): Json | undefined {
  if (isList(written)) return isList(read) ? unknownIn(asFields(written), asFields(read)) : undefined
  if (!isObject(written) || !isObject(read)) return undefined
  const found = Object.entries(written).flatMap(([field, value]): [string, Json][] => {
    const known = fieldOf(read, field)
    const unknown = known === undefined ? value : unknownIn(value, known)
    return unknown === undefined ? [] : [[field, unknown]]
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

/** A value with the unknown fields put back. Never replaces what the value has; fields of entries that are gone are gone with them. */
export function withUnknown(value: Json, unknown: Json | undefined): Json {
  if (unknown === undefined || !isObject(unknown)) return value
  if (isList(value)) {
    const names = namesOf(value)
    return value.map((entry, index) => withUnknown(entry, fieldOf(unknown, names[index] ?? '')))
  }
  if (!isObject(value)) return value
  const known = Object.entries(value).map(([field, member]): [string, Json] => [field, withUnknown(member, fieldOf(unknown, field))])
  return Object.fromEntries([...Object.entries(unknown).filter(([field]) => !Object.hasOwn(value, field)), ...known])
}
