import { paperText } from '#shared/importing/paper.ts'
import { nameRefusal, refusal } from '#shared/locales/refusal.ts'
import { readDocument } from '../files/read-document.ts'
import { readSource } from '../files/read-source.ts'
import { refusing } from './plan-source.ts'

/** The words of a text, a Word document or a web page; standard input's for `-`, which may be empty. Throws Unusable with one line for the reader. */
export async function readText(path: string): Promise<string> {
  const read = await readSource(path)
  if (!read.ok) throw refusing(read.error, path)
  const { bytes, name } = read.value
  if (bytes.length === 0 && path !== '-') throw refusing(refusal('empty', { name }))
  const document = readDocument(bytes)
  if (!document.ok) throw refusing(nameRefusal(document.error, name), path)
  return document.value.kind === 'text' ? document.value.text : paperText(document.value.paper)
}
