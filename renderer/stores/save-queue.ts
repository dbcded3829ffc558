/** Why the last attempt failed: a cause that the main process named, or that it could not be reached. */
export type FailureReason = 'disk-full' | 'read-only' | 'busy' | 'damaged' | 'unknown' | 'connection'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'not-saved'; readonly reason: FailureReason; readonly waiting: number }

/** One thing to have written. `run` resolves once it is on disk. */
export interface SaveTask {
  readonly planId: string
  readonly run: () => Promise<void>
}

/** What to do about a failed attempt: try the same task again for the reason given, or let it go because it was dealt with. */
export type FailureVerdict = { readonly retry: FailureReason } | { readonly retry: null }

export interface SaveQueueOptions {
  readonly onState: (state: SaveState) => void
  /** Judges a failure; may itself work, such as opening the plan again. */
  readonly onFailure: (task: SaveTask, error: unknown) => Promise<FailureVerdict>
  /** Waits before the next attempt. */
  readonly wait: (milliseconds: number) => Promise<void>
}

export interface SaveQueue {
  readonly add: (task: SaveTask) => void
  /** Tasks not yet written, of one plan or of all. */
  readonly waiting: (planId?: string) => number
  /** Ends the pause between attempts. */
  readonly retryNow: () => void
}

const firstPause = 400
const longestPause = 10_000

/**
 * Writes tasks one after another in the order given. A task that fails stays at the head, is kept and is tried again, and the state
 * says so until it has been written.
 */
export function createSaveQueue({ onState, onFailure, wait }: SaveQueueOptions): SaveQueue {
  const tasks: SaveTask[] = []
  let running = false
  let hurry: () => void = () => {}

  const pause = async (milliseconds: number) => {
    const hurried = Promise.withResolvers<void>()
    hurry = hurried.resolve
    await Promise.race([wait(milliseconds), hurried.promise])
  }

  const work = async () => {
    running = true
    let milliseconds = firstPause
    let failed: FailureReason | null = null
    for (let task = tasks[0]; task !== undefined; task = tasks[0]) {
      if (failed === null) onState({ kind: 'saving', waiting: tasks.length })
      try {
        await task.run()
        tasks.shift()
        failed = null
        milliseconds = firstPause
      } catch (error) {
        const verdict = await onFailure(task, error)
        failed = verdict.retry
        if (verdict.retry === null) {
          tasks.shift()
        } else {
          onState({ kind: 'not-saved', reason: verdict.retry, waiting: tasks.length })
          await pause(milliseconds)
          milliseconds = Math.min(milliseconds * 2, longestPause)
        }
      }
    }
    running = false
    onState({ kind: 'saved' })
  }

  return {
    add(task) {
      tasks.push(task)
      if (!running) void work()
    },
    waiting: (planId) => tasks.filter((task) => planId === undefined || task.planId === planId).length,
    retryNow: () => hurry(),
  }
}
