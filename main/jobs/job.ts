import type { MessagePort } from 'node:worker_threads'
import type { Plan } from '#shared/model/plan.ts'
import type { FormatId, WriteOptions, Written } from '../files/formats.ts'

/** How a document is to be written; the thread reads the register itself. */
export type JobOptions = Omit<WriteOptions, 'register' | 'onProgress'>

/** A document to write, as the thread is told of it. */
export interface ThreadMessage {
  readonly plan: Plan
  /** The folder of the store whose register its citations are looked up in. */
  readonly store: string
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
