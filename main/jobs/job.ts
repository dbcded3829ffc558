import type { MessagePort } from 'node:worker_threads'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { FormatId, WriteOptions, Written } from '../files/formats.ts'

/** How a document is to be written; the register is the thread's own. */
export type JobOptions = Omit<WriteOptions, 'register' | 'onProgress'>

/** What the thread is told: the instruments to look up in from now on, or a document to write. */
export type ThreadMessage =
  | { readonly kind: 'register'; readonly instruments: readonly Instrument[] }
  | {
      readonly kind: 'write'
      readonly plan: Plan
      readonly format: FormatId
      readonly options: JobOptions
      /** Where the answers go. */
      readonly port: MessagePort
      /** Its one number is no longer 0 once nobody waits for the document. */
      readonly stop: Int32Array
    }

/** What the thread says of a document while and after it writes it. `share` grows from 0 to 1. */
export type ThreadAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | ({ readonly kind: 'written' } & Written)
  | { readonly kind: 'failed'; readonly reason: string }
