import type { Message } from '../locales/message.ts'
import type { Change } from '../operations/change.ts'
import type { Fix } from './finding.ts'

interface FixParts {
  /** `rule#message` of the label. */
  readonly label: string
  readonly data?: Message['data']
  readonly changes: readonly Change[]
  readonly writes?: string
  readonly safe?: boolean
}

/** The fixes that change something, in the order given. A fix that would change nothing is not offered. */
export const offer = (...parts: readonly FixParts[]): Fix[] =>
  parts
    .filter(({ changes }) => changes.length > 0)
    .map(({ label, data = {}, changes, writes, safe = false }) => ({ label: { id: label, data }, changes, writes: writes ?? null, safe }))
