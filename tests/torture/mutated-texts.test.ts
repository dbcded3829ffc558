import { expect, test } from 'vitest'
import { readXml } from '../../main/files/read-xml.ts'
import { mutateTags, mutateText } from './document-mutations.ts'
import { readAsPlan, texts, writtenPlans } from './mutated-plans.ts'
import { readMutants, timeout, times } from './mutants.ts'
import { pick } from './mutations.ts'

test(`${times} mutated texts: each is a plan that can be used, or refused by a sentence`, { timeout }, async () => {
  const files = [...texts]
  const read = await readMutants('text', (random) => {
    const [name, text] = pick(random, files) ?? ['', '']
    return readAsPlan(mutateText(text, random), name)
  })
  expect(read).toBe(times)
})

/** Goes through XML, which is whole or broken. */
function goThrough(xml: string): string {
  let size = 0
  try {
    readXml(xml, { open: () => {}, text: (words) => (size += words.length) })
  } catch (error) {
    if (error instanceof RangeError) throw error
    return 'broken'
  }
  // No entity grew.
  if (size > xml.length) throw new Error(`Out of ${xml.length} characters came ${size}.`)
  return 'whole'
}

test(`${times} mutated Akoma Ntoso documents: each is refused as a plan by a sentence, and whole or broken as XML`, {
  timeout,
}, async () => {
  const documents = (await writtenPlans('akn')).map((bytes) => Buffer.from(bytes).toString('utf8'))
  const read = await readMutants('Akoma Ntoso', (random) => {
    const bytes = mutateTags(pick(random, documents) ?? '', random)
    return `${readAsPlan(bytes, 'mutated.xml')}, ${goThrough(Buffer.from(bytes).toString('utf8'))}`
  })
  expect(read).toBe(times)
})
