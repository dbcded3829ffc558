import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import { registerExcerpt, writePlanFile } from '#shared/exchange/plan-file.ts'
import { type Refusal, sayRefusal } from '#shared/locales/refusal.ts'
import type { Register } from '#shared/register/register.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type ReadPlan, readPlanSource } from '../files/read-plan.ts'
import { warn } from './output.ts'
import { Unusable } from './unusable.ts'
import { language, words } from './words.ts'

export interface LoadedPlan extends ReadPlan {
  /** What ships with the program and what the plan itself quotes. */
  readonly register: Register
}

/** A refusal in the words of this call. Standard input has no name of its own. */
export const refusing = ({ kind, values }: Refusal, source = ''): Unusable =>
  new Unusable(sayRefusal({ kind, values: source === '-' ? { ...values, name: words('source.standard-input') } : values }, language))

/** Names each damaged record of a file, by its place there, and says how many had to be given a place. */
export function warnOfSalvage(name: string, { setAside, mended }: Pick<ReadPlan, 'setAside' | 'mended'>): void {
  for (const { list, index, reason } of setAside) {
    const [field = ''] = /^[\w.]+(?=: )/.exec(reason) ?? []
    warn(`${name}: ${words('file.left-out', { place: [`${list}[${index}]`, field].filter(Boolean).join('.') })}`)
  }
  if (mended.length > 0) warn(`${name}: ${words('file.mended', { count: mended.length })}`)
}

/** Reads a plan from a path or from standard input. Throws Unusable with one line for the reader. Damaged records of a plan file are named on standard error. */
export async function loadPlan(source: string): Promise<LoadedPlan> {
  const shipped = shippedRegister()
  const read = await readPlanSource(source, { makeId: uuid, register: shipped })
  if (!read.ok) throw refusing(read.error, source)
  warnOfSalvage(source === '-' ? words('source.standard-input') : basename(source), read.value)
  return { ...read.value, register: shipped.withInstruments(read.value.instruments) }
}

/** The plan as a plan file that a receiver can check with nothing else. */
export const planFile = ({ plan, register, unknown }: Pick<LoadedPlan, 'plan' | 'register' | 'unknown'>): string =>
  writePlanFile({
    plan,
    instruments: registerExcerpt(plan, register),
    generator: `Mandato ${packageJson.version}`,
    exportedAt: new Date().toISOString(),
    unknown,
  })
