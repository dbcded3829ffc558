import type { Message } from '../locales/message.ts'
import type { Instrument } from '../model/instrument.ts'
import type { Change } from '../operations/change.ts'
import type { Fix } from './finding.ts'

interface FixParts {
  /** `rule#message` of the label. */
  readonly label: string
  readonly data?: Message['data']
  readonly changes?: readonly Change[]
  readonly learns?: readonly Instrument[]
  readonly writes?: string
  readonly safe?: boolean
}

/** The fixes that change the plan or teach the register something, in the order given. One that would do nothing is not offered. */
export const offer = (...parts: readonly FixParts[]): Fix[] =>
  parts
    .map(({ label, data = {}, changes = [], learns = [], writes, safe = false }) => ({
      label: { id: label, data },
      changes,
      learns,
      writes: writes ?? null,
      safe,
    }))
    .filter(({ changes, learns }) => changes.length > 0 || learns.length > 0)
