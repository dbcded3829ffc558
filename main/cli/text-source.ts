import { readFile, stat } from 'node:fs/promises'
import { buffer as readStream } from 'node:stream/consumers'
import { paperText } from '#shared/importing/paper.ts'
import { readDocument } from '../files/read-document.ts'
import { Unusable } from './unusable.ts'

/** Texts above this are refused before they are read: no document of the field comes near. */
const limit = 64 * 1024 * 1024

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Unusable(`${path} was not found.`)
  if (found.isDirectory()) throw new Unusable(`${path} is a folder; name a text file.`)
  if (found.size > limit) throw new Unusable(`${path} is larger than ${limit >> 20} MB.`)
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new Unusable(`${path} is empty.`)
  return bytes
}

/** The words of a text, a Word document or a web page; standard input's for `-`. Throws Unusable with one line for the reader. */
export async function readText(path: string): Promise<string> {
  const document = readDocument(path === '-' ? await readStream(process.stdin) : await readBytes(path))
  if (!document.ok) throw new Unusable(`${path === '-' ? 'Standard input' : path} ${document.error.sentence}`)
  return document.value.kind === 'text' ? document.value.text : paperText(document.value.paper)
}
