import { parentPort } from 'node:worker_threads'
import { writeFormat } from '../files/formats.ts'
import { openRegister } from '../store/open-register.ts'
import type { ThreadAnswer, ThreadMessage } from './job.ts'

/* The thread that writes documents, one after the other. It lives as long as the program, so that fonts and writers are loaded once. */

/** Ends the writing of a document that nobody waits for any longer. */
class NotWanted extends Error {}

async function write({ plan, store, format, options, port, stop }: ThreadMessage): Promise<void> {
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  let told = 0
  const onProgress = (share: number) => {
    if (Atomics.load(stop, 0) !== 0) throw new NotWanted()
    if (share - told < 0.02) return
    told = share
    answer({ kind: 'progress', share })
  }
  let close = () => {}
  let outcome: ThreadAnswer | null = null
  try {
    onProgress(0)
    const opened = openRegister(store)
    close = opened.close
    outcome = { kind: 'written', ...(await writeFormat(format, plan, { ...options, register: opened.register, onProgress })) }
  } catch (error) {
    if (!(error instanceof NotWanted))
      outcome = { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  // Before the answer, after which the store may be closed and moved.
  close()
  if (outcome !== null) answer(outcome)
  port.close()
}

let last = Promise.resolve()

parentPort?.on('message', (message: ThreadMessage) => {
  last = last.then(() => write(message))
})
