import type { Id } from '../model/basics.ts'

/** Makes record ids. Passed in, so that pure code stays repeatable: the edges pass UUID v7, tests a counter. */
export type MakeId = () => Id
