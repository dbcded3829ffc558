import { paperText } from '#shared/importing/paper.ts'
import { nameRefusal, refusal } from '#shared/locales/refusal.ts'
import { readDocument } from '../files/read-document.ts'
import { readSource } from '../files/read-source.ts'
import { Unusable } from './unusable.ts'

/** The words of a text, a Word document or a web page; standard input's for `-`, which may be empty. Throws Unusable with one line for the reader. */
export async function readText(path: string): Promise<string> {
  const read = await readSource(path)
  if (!read.ok) throw new Unusable(read.error.sentence)
  const { bytes, name } = read.value
  if (bytes.length === 0 && path !== '-') throw new Unusable(refusal('empty', { name }).sentence)
  const document = readDocument(bytes)
  if (!document.ok) throw new Unusable(nameRefusal(document.error, name).sentence)
  return document.value.kind === 'text' ? document.value.text : paperText(document.value.paper)
}
