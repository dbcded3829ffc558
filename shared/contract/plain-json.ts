/**
 * Values known to be JSON as they stand, without dates, files or `undefined` in them. The contract's messages are otherwise looked through
 * value by value for such things, on both sides: for a plan of a thousand rows that is longer than reading it from the disk.
 */
const known = new WeakSet<object>()

/** Says of a value that it is JSON as it stands, and gives it back. */
export function plainJson<Value extends object>(value: Value): Value {
  known.add(value)
  return value
}

/** Sends such values as one text. For the server and the client alike. */
export const plainJsonSerializer = {
  type: 20,
  condition: (value: unknown): boolean => typeof value === 'object' && value !== null && known.has(value),
  serialize: (value: unknown): string => JSON.stringify(value),
  deserialize(text: unknown): unknown {
    if (typeof text !== 'string') throw new TypeError('A text was to be read as JSON.')
    return JSON.parse(text)
  },
}
