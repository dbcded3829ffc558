import { create } from 'zustand'
import type { Instrument } from '#shared/model/instrument.ts'
import { createRegister, type Register } from '#shared/register/register.ts'
import { api } from '../api.ts'
import { words } from '../app/words.ts'
import { usePlace } from './place.ts'

/** The instruments that the check knows; null until they have been read. */
export const useRegister = create<{ readonly register: Register | null }>(() => ({ register: null }))

export async function readRegister(): Promise<void> {
  useRegister.setState({ register: createRegister(await api().register.all()) })
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
