import { describe, expect, test } from 'vitest'
import { createSaveQueue, type SaveState } from '../../renderer/stores/save-queue.ts'

/** A queue whose pauses end when the test says so, and the states it went through. */
function aQueue({ giveUp = false }: { giveUp?: boolean } = {}) {
  const states: SaveState[] = []
  const pauses: (() => void)[] = []
  const lengths: number[] = []
  const queue = createSaveQueue({
    onState: (state) => states.push(state),
    onFailure: async () => ({ retry: giveUp ? null : 'disk-full' }),
    wait: (milliseconds) => {
      lengths.push(milliseconds)
      return new Promise((resolve) => pauses.push(resolve))
    },
  })
  return { queue, states, pauses, lengths }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the save queue', () => {
  test('writes in order, one after another, and says saved only at the end', async () => {
    const { queue, states } = aQueue()
    const written: number[] = []
    const first = Promise.withResolvers<void>()
    queue.add({ planId: 'a', run: () => first.promise.then(() => void written.push(1)) })
    queue.add({ planId: 'b', run: async () => void written.push(2) })
    await settled()
    expect(written).toEqual([])
    expect(queue.waiting()).toBe(2)
    expect(queue.waiting('b')).toBe(1)
    expect(states.at(-1)).toMatchObject({ kind: 'saving' })
    first.resolve()
    await settled()
    expect(written).toEqual([1, 2])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('keeps what is refused, says why, and tries again after longer and longer pauses', async () => {
    const { queue, states, pauses, lengths } = aQueue()
    let refuse = true
    let tries = 0
    queue.add({
      planId: 'a',
      run: async () => {
        tries++
        if (refuse) throw new Error('refused')
      },
    })
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'not-saved', reason: 'disk-full', waiting: 1 })
    pauses[0]?.()
    await settled()
    expect(tries).toBe(2)
    expect(states.filter(({ kind }) => kind === 'saved')).toEqual([])
    refuse = false
    pauses[1]?.()
    await settled()
    expect(lengths).toEqual([400, 800])
    expect(states.at(-1)).toEqual({ kind: 'saved' })
    expect(queue.waiting()).toBe(0)
  })

  test('tries at once when asked to', async () => {
    const { queue, states } = aQueue()
    let refuse = true
    queue.add({
      planId: 'a',
      run: async () => {
        if (refuse) throw new Error('refused')
      },
    })
    await settled()
    refuse = false
    queue.retryNow()
    await settled()
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })

  test('goes on to the next when a failure was dealt with otherwise', async () => {
    const { queue, states } = aQueue({ giveUp: true })
    let written = false
    queue.add({ planId: 'a', run: () => Promise.reject(new Error('out of date')) })
    queue.add({ planId: 'a', run: async () => void (written = true) })
    await settled()
    expect(written).toBe(true)
    expect(states.at(-1)).toEqual({ kind: 'saved' })
  })
})
