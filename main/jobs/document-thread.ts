import { parentPort } from 'node:worker_threads'
import { createRegister, type Register } from '#shared/register/register.ts'
import { writeFormat } from '../files/formats.ts'
import type { ThreadAnswer, ThreadMessage } from './job.ts'

/* The thread that writes documents, one after the other. It lives as long as the program, so that fonts and writers are loaded once. */

let register: Register | null = null

/** Ends the writing of a document that nobody waits for any longer. */
class NotWanted extends Error {}

async function write({ plan, format, options, port, stop }: Extract<ThreadMessage, { kind: 'write' }>): Promise<void> {
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  let told = 0
  const onProgress = (share: number) => {
    if (Atomics.load(stop, 0) !== 0) throw new NotWanted()
    if (share - told < 0.02) return
    told = share
    answer({ kind: 'progress', share })
  }
  try {
    onProgress(0)
    answer({ kind: 'written', ...(await writeFormat(format, plan, { ...options, register, onProgress })) })
  } catch (error) {
    if (!(error instanceof NotWanted))
      answer({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
  port.close()
}

let last = Promise.resolve()

parentPort?.on('message', (message: ThreadMessage) => {
  if (message.kind === 'register') last = last.then(() => void (register = createRegister(message.instruments)))
  else last = last.then(() => write(message))
})
