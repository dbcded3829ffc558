import { readFile, stat } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { Unusable } from './unusable.ts'

/** Texts above this are refused before they are read: no document of the field comes near. */
const limit = 64 * 1024 * 1024

/** A text file's words, or standard input's for `-`. Throws Unusable with one line for the reader. */
export async function readText(path: string): Promise<string> {
  if (path === '-') return readStream(process.stdin)
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Unusable(`${path} was not found.`)
  if (found.isDirectory()) throw new Unusable(`${path} is a folder; name a text file.`)
  if (found.size > limit) throw new Unusable(`${path} is larger than ${limit >> 20} MB.`)
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new Unusable(`${path} is empty.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unusable(`${path} is not text in UTF-8.`)
  }
}
