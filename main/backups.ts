import type { Store } from './store/open.ts'

const anHour = 60 * 60 * 1000
/** Checking the copy of a large store takes a second, in which nobody should be waiting for the window. */
const settled = 10 * 1000

/**
 * Makes the day's backup once the window is there, and looks every hour whether a new day has come. Gives the function that ends this: to be
 * called when the window is gone and before the store is closed. It waits for a copy that is being made, and makes the day's where something
 * was written and there is none yet, as after a run of a few seconds.
 */
export function backUpDaily(store: Pick<Store, 'backUpDaily' | 'subscribe'>, warn: (sentence: string) => void): () => Promise<void> {
  const makeCopy = async (): Promise<void> => {
    try {
      const name = await store.backUpDaily()
      if (name === null) warn('Today’s backup did not come out sound and was thrown away. The plans themselves are in use and readable.')
    } catch (error) {
      warn(`Today’s backup could not be made: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  let last = Promise.resolve()
  const back = () => void (last = last.then(makeCopy))
  let isOwed = false
  const stopListening = store.subscribe(({ kind }) => {
    isOwed ||= kind === 'plan-changed' || kind === 'library-changed'
  })
  const [first, timer] = [setTimeout(back, settled), setInterval(back, anHour)]
  first.unref()
  timer.unref()
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    stopListening()
    if (isOwed) back()
    await last
  }
}
