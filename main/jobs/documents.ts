import { on } from 'node:events'
import { existsSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Plan } from '#shared/model/plan.ts'
import type { FormatId, Written } from '../files/formats.ts'
import type { JobOptions, ThreadAnswer, ThreadMessage } from './job.ts'

/** A document to write. */
export interface DocumentJob {
  readonly plan: Plan
  /** The folder of the store whose register its citations are looked up in. */
  readonly store: string
  readonly format: FormatId
  readonly options: JobOptions
}

/** How far the writing is, from 0 to 1, and at last the document. */
export type DocumentNews = { readonly kind: 'progress'; readonly share: number } | ({ readonly kind: 'written' } & Written)

/** The thread ended, or the writer failed: the document was not written, and nothing else was touched. */
export class NotWritten extends Error {}

export interface DocumentWriter {
  /**
   * Writes a document in a thread of its own and tells how far it is. Several are written one after the other. Ends with an AbortError as
   * soon as the signal says that nobody waits; throws NotWritten when it cannot be written.
   */
  write(job: DocumentJob, signal?: AbortSignal): AsyncGenerator<DocumentNews, void>
  /** Ends the thread; the next document starts another. */
  close(): Promise<void>
}

/** In the built program the thread's code stands beside this one under its own name; from the sources Node runs it as it is. */
const threadFile = (['./document-thread.mjs', './document-thread.ts'] as const)
  .map((name) => new URL(name, import.meta.url))
  .find((address) => existsSync(address))

/** Writes documents beside the main thread, so that typing and saving never wait for them. The thread starts with the first and stays. */
export function createDocumentWriter(file: URL | undefined = threadFile): DocumentWriter {
  let thread: Worker | null = null

  function start(): Worker {
    if (file === undefined) throw new NotWritten('The program lacks the code that writes documents.')
    const started = new Worker(file)
    // The window keeps the program running, not the thread.
    started.unref()
    started.on('error', (error) => process.stderr.write(`Writing a document failed: ${error.stack ?? error.message}\n`))
    started.on('exit', () => {
      if (thread === started) thread = null
    })
    return started
  }

  return {
    async *write({ plan, store, format, options }, signal) {
      const { port1: here, port2: there } = new MessageChannel()
      const stop = new Int32Array(new SharedArrayBuffer(4))
      const answers = on(here, 'message', { close: ['close'], ...(signal === undefined ? {} : { signal }) })
      try {
        thread ??= start()
        const message: ThreadMessage = { plan, store, format, options, port: there, stop }
        thread.postMessage(message, [there])
        for await (const [answer] of answers as AsyncIterable<[ThreadAnswer]>) {
          if (answer.kind === 'failed') throw new NotWritten(answer.reason)
          yield answer
          if (answer.kind === 'written') return
        }
        throw new NotWritten('The thread that writes documents ended.')
      } finally {
        Atomics.store(stop, 0, 1)
        here.close()
      }
    },
    async close() {
      await thread?.terminate()
    },
  }
}
