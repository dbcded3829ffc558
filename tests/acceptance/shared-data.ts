import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder of real documents and hand-made truth beside the repository. It never enters the repository, so it may be missing. */
export const sharedData = resolve(import.meta.dirname, '../../../shared')

/** Whether that data is here. Says loudly when it is not: a skipped acceptance test must not look like a passed one. */
export const hasSharedData = ((): boolean => {
  const there = existsSync(resolve(sharedData, 'data/truth'))
  if (!there) console.warn(`SKIPPED: the real documents are not at ${sharedData}; the acceptance tests that need them did not run.`)
  return there
})()
