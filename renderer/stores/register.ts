import { create } from 'zustand'
import { createRegister, type Register } from '#shared/register/register.ts'
import { api } from '../api.ts'

/** The instruments that the check knows; null until they have been read. */
export const useRegister = create<{ readonly register: Register | null }>(() => ({ register: null }))

export async function readRegister(): Promise<void> {
  useRegister.setState({ register: createRegister(await api().register.all()) })
}
