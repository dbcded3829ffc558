import { create } from 'zustand'
import type { Instrument } from '#shared/model/instrument.ts'
import { createRegister, type Register } from '#shared/register/register.ts'
import { api } from '../api.ts'
import { words } from '../app/words.ts'
import { usePlace } from './place.ts'

/** The instruments that the check knows; null until they have been read. */
export const useRegister = create<{ readonly register: Register | null }>(() => ({ register: null }))

/** How many times the register was asked for: of two readings at once only the later counts. */
let readings = 0

/**
 * Reads the register part by part. Until all of it is there the window keeps the one it has. What does not fit in the first part, which is
 * most of a large register and nothing of a small one, waits for `turn`.
 */
export async function readRegister(turn?: Promise<unknown>): Promise<void> {
  const own = ++readings
  const instruments: Instrument[] = []
  let after: string | null = null
  do {
    const page: { instruments: Instrument[]; next: string | null } = await api().register.page({ after })
    if (own !== readings) return
    instruments.push(...page.instruments)
    after = page.next
    if (after !== null) await turn
  } while (after !== null)
  useRegister.setState({ register: createRegister(instruments) })
}

/** Adds instruments to the register; the check follows. Says so in the status bar when they could not be written. */
export async function learn(instruments: readonly Instrument[]): Promise<void> {
  try {
    await api().register.learn({ instruments: [...instruments] })
    await readRegister()
  } catch {
    usePlace.setState({ notice: words('register.learn-failed') })
  }
}
