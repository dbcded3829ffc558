import type { Paper } from '#shared/importing/paper.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type Refusal, refusal } from '#shared/locales/refusal.ts'
import { decodeText } from './decode-text.ts'
import { readDocx } from './read-docx.ts'
import { isHtml, readHtml } from './read-html.ts'

/** What a file's bytes hold: words as they stand, or a paper with tables, lists and notes. */
export type Document = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'paper'; readonly paper: Paper }

export type DocumentError = Refusal<'not-text' | 'not-word' | 'old-word' | 'encrypted' | 'damaged' | 'too-large'>

const refuse = (kind: DocumentError['kind']): Result<never, DocumentError> =>
  failure(refusal(kind, kind === 'too-large' ? { megabytes: 0 } : {}))

const startsWith = (bytes: Uint8Array, mark: string): boolean => Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

/** Word keeps a locked document in the container of the old format, under this name. */
const locked = Buffer.from('EncryptedPackage', 'utf16le')

/** Reads bytes by what they hold, whatever the file's name says. */
export function readDocument(bytes: Uint8Array): Result<Document, DocumentError> {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    return refuse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(locked) ? 'encrypted' : 'old-word')
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
    const read = readDocx(bytes)
    return read.ok ? success({ kind: 'paper', paper: read.value }) : refuse(read.error)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuse('not-text')
  if (!isHtml(decoded.value)) return success({ kind: 'text', text: decoded.value })
  const page = readHtml(decoded.value)
  return page.ok ? success({ kind: 'paper', paper: page.value }) : refuse(page.error)
}
