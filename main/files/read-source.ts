import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type Refusal, refusal } from '#shared/locales/refusal.ts'

/** Largest file that is read, in bytes. */
export const largestFile = 64 * 1024 * 1024

/** Why a source gives no bytes. */
export type SourceError = Refusal<'missing' | 'folder' | 'unreadable' | 'too-large'>

export const tooLarge = (name: string): Result<never, SourceError> =>
  failure(refusal('too-large', { name, megabytes: largestFile / 1024 / 1024 }))

/** Collects a stream until it ends or passes the limit. */
async function collect(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Result<Uint8Array, SourceError>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > largestFile) return tooLarge(name)
    chunks.push(bytes)
  }
  return success(Buffer.concat(chunks))
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Reads a file of a known size, checked on the file that was opened, so that it cannot be exchanged in between. */
async function readBytes(path: string): Promise<Result<Uint8Array, SourceError>> {
  const name = basename(path)
  try {
    const file = await open(path)
    try {
      const found = await file.stat()
      if (found.isDirectory()) return failure(refusal('folder', { name }))
      if (found.size > largestFile) return tooLarge(name)
      return await collect(file.createReadStream({ autoClose: false }), name)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure(refusal('missing', { name }))
    if (code === 'EISDIR') return failure(refusal('folder', { name }))
    return failure(refusal('unreadable', { name, code: code === '' ? 'none' : code }))
  }
}

/** The bytes of a file, or of standard input for `-`, with the name that sentences call it by. Never throws for what the source holds. */
export async function readSource(path: string): Promise<Result<{ readonly bytes: Uint8Array; readonly name: string }, SourceError>> {
  const name = path === '-' ? 'Standard input' : basename(path)
  const bytes = path === '-' ? await collect(process.stdin, name) : await readBytes(path)
  return bytes.ok ? success({ bytes: bytes.value, name }) : bytes
}
