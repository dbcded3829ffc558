import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { onTestFinished } from 'vitest'
import { type Store, type StoreOptions, openStore } from '../../../main/store/open.ts'

/** A folder of its own for one test, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mandato-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const optionsFor = (folder: string, more: Partial<StoreOptions> = {}): StoreOptions => ({
  folder,
  now: () => new Date('2021-03-01T12:00:00Z'),
  makeId: uuid,
  shipped: [],
  ...more,
})

/** An open store, closed when the test is over (closing it in the test as well does no harm). */
export async function anOpenStore(folder = temporaryFolder(), more: Partial<StoreOptions> = {}): Promise<Store> {
  const opened = await openStore(optionsFor(folder, more))
  if (!opened.ok) throw new Error(opened.error.sentence)
  const store = opened.value
  onTestFinished(() => store.close())
  return store
}

/** The value of an outcome that must be a success. */
export function valueOf<Value>(outcome: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!outcome.ok) throw new Error(`Unexpected refusal: ${JSON.stringify(outcome.error)}`)
  return outcome.value
}
