import { createRegister, type Register } from '#shared/register/register.ts'
import { storeFile } from './backup.ts'
import { connectReading } from './database.ts'
import { instrumentTable } from './instruments.ts'

/**
 * The register of a store that the program has open, as it is at this moment, for the thread that writes documents: handing tens of thousands
 * of provisions over would keep both threads for seconds and hold them all twice. An instrument's provisions are read when they are looked
 * at, until the register is closed.
 */
export function openRegister(folder: string): { readonly register: Register; readonly close: () => void } {
  const database = connectReading(storeFile(folder))
  return { register: createRegister(instrumentTable(database).all()), close: () => void database.close() }
}
