import type { Id } from '../model/basics.ts'

/** Two 32-bit hashes of a text that differ in their seeds (after Bob Jenkins' and FNV's mixing). */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
    value ^= value >>> 15
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/**
 * An id made out of what it is for (UUID version 8, free for the maker's use). A fix that inserts a record needs one, and a check must
 * give the same findings for the same plan: the same suggestion has the same id, and applying it twice is refused, not doubled.
 */
export function derivedId(...parts: readonly string[]): Id {
  const text = parts.join('\u0000')
  const digits = [0, 1, 2, 3].map((seed) => hex(hash(text, Math.imul(seed + 1, 0x9e3779b1)))).join('')
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
