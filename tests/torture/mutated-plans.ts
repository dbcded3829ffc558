import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { runChecks } from '#shared/checks/index.ts'
import { readPlanFile, writePlanFile } from '#shared/exchange/plan-file.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { type FormatId, writeFormat } from '../../main/files/formats.ts'
import { readPlanBytes } from '../../main/files/read-plan.ts'
import { counterIds } from '../builders/plan.ts'
import { samplePlan, sampleRegister } from '../shared/documents/sample-plan.ts'

export const register = shippedRegister()

export const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')

/** The texts that are mutated, by the names of their files. */
export const texts: ReadonlyMap<string, string> = new Map(
  ['plan-es.txt', 'plan-fr-pipes.md', 'plan-pt-tabs.txt', 'plan-artefacts.txt'].map((name) => [name, fixture(name)]),
)

/** A plan with every kind of row, and those of the texts, as files of a format. */
export async function writtenPlans(format: FormatId): Promise<Uint8Array[]> {
  const plans: { readonly plan: Plan; readonly instruments: readonly Instrument[] }[] = [
    { plan: samplePlan(), instruments: sampleRegister().instruments },
  ]
  for (const [name, text] of texts) {
    const read = readPlanBytes(Buffer.from(text), name, { makeId: counterIds(), register })
    if (!read.ok) throw new Error(read.error.sentence)
    plans.push(read.value)
  }
  return Promise.all(
    plans.map(async ({ plan, instruments }) => {
      const known = register.withInstruments(instruments)
      return (await writeFormat(format, plan, { layout: 'document', paper: 'letter', language: plan.header.language, register: known }))
        .bytes
    }),
  )
}

/** A plan out of a mutated file can be worked with: it is checked, written as a plan file, and the same when that is read. */
export function useAsPlan(plan: Plan, instruments: readonly Instrument[] = []): void {
  runChecks(plan, register.withInstruments(instruments))
  const file = readPlanFile(writePlanFile({ plan, instruments, generator: 'Mandato', exportedAt: null, unknown: {} }))
  if (!file.ok) throw new Error(`The plan cannot be read again: ${file.error.sentence}`)
  const { setAside, mended } = file.value
  if (setAside.length > 0 || mended.length > 0) throw new Error(`Records were lost: ${JSON.stringify({ setAside, mended })}`)
  if (!isDeepStrictEqual([file.value.plan, file.value.instruments], [plan, instruments])) throw new Error('The plan reads differently.')
}

/** Reads a mutated file as the program would: as a plan that can be used, or refused by a sentence that names it. */
export function readAsPlan(bytes: Uint8Array, name: string): string {
  const came = readPlanBytes(bytes, name, { makeId: counterIds(), register })
  if (came.ok) {
    useAsPlan(came.value.plan, came.value.instruments)
    return 'read'
  }
  const { kind, sentence } = came.error
  if (!sentence.startsWith(name) || !sentence.endsWith('.')) throw new Error(`This is no sentence about the file: ${sentence}`)
  return `refused (${kind})`
}
