import { failure, type Result, success } from '../lib/result.ts'

/** What may stand in a JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export interface JsonLimits {
  /** Deepest nesting of lists and objects. */
  readonly depth: number
  /** Most values in all, members and list entries counted. */
  readonly values: number
}

export type JsonFailure = 'not-json' | 'too-deep' | 'too-many'

/** Measures a document before it is parsed, so that one made to exhaust memory never is. Linear, and no recursion. */
function exceeds(text: string, limits: JsonLimits): JsonFailure | null {
  let [depth, values, inString] = [0, 1, false]
  for (let index = 0; index < text.length; index++) {
    const mark = text.charCodeAt(index)
    if (inString) {
      if (mark === 92) index++
      else if (mark === 34) inString = false
    } else if (mark === 34) inString = true
    else if (mark === 123 || mark === 91) {
      if (++depth > limits.depth) return 'too-deep'
    } else if (mark === 125 || mark === 93) depth--
    else if (mark === 44 && ++values > limits.values) return 'too-many'
  }
  return null
}

/** Parses JSON within limits. Members named `__proto__` are left out: nothing of ours has that name, and objects are copied later. */
export function parseJson(text: string, limits: JsonLimits): Result<Json, JsonFailure> {
  const excess = exceeds(text, limits)
  if (excess !== null) return failure(excess)
  try {
    const value: Json = JSON.parse(text, (key, member: unknown) => (key === '__proto__' ? undefined : member))
    return success(value)
  } catch {
    return failure('not-json')
  }
}

export const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
