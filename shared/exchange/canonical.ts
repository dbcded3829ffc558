import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { isObject, type Json } from './json.ts'

/** A string, or an object's names, without half surrogate pairs. */
function mended(member: unknown): unknown {
  if (typeof member === 'string') return member.toWellFormed()
  if (!isObject(member) || Object.keys(member).every((name) => name.isWellFormed())) return member
  return Object.fromEntries(Object.entries(member).map(([name, value]) => [name.toWellFormed(), value]))
}

/** Half a surrogate pair has no UTF-8 form: it becomes the replacement character. Fields that are undefined go. */
export const wellFormed = (value: unknown): Json => JSON.parse(JSON.stringify(value, (_, member: unknown) => mended(member)))

/** Canonical JSON (RFC 8785): equal content is equal text. */
export function canonicalText(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no canonical form.')
  return text
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. At once, and the same in the window as in the main process. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
