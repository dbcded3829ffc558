import type { Json } from '../json.ts'
import { fromVersion0 } from './0-to-1.ts'

type Fields = { readonly [field: string]: Json }

/** Steps from each version of the plan file to the next, by the version they start from. What is not understood is carried along. */
const steps: readonly ((file: Fields) => Fields)[] = [fromVersion0]

/** The version that the steps lead to: the one that is written. */
export const newestVersion = steps.length

/** A file of an older version as one of the newest. */
export const migrateFile = (file: Fields, version: number): Fields => steps.slice(version).reduce((older, step) => step(older), file)
