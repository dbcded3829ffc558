import { expect, test } from 'vitest'
import { mutateWord, unpack } from './document-mutations.ts'
import { readAsPlan, writtenPlans } from './mutated-plans.ts'
import { readMutants, timeout, times } from './mutants.ts'
import { pick } from './mutations.ts'

test(`${times} mutated Word documents: each is a plan that can be used, or refused by a sentence`, { timeout }, async () => {
  const files = (await writtenPlans('docx')).map(unpack)
  const read = await readMutants('Word', (random) => {
    const file = pick(random, files)
    return file === undefined ? 'none' : readAsPlan(mutateWord(file, random), 'mutated.docx')
  })
  expect(read).toBe(times)
})
