import { v7 as uuid } from 'uuid'
import { registerExcerpt, writePlanFile } from '#shared/exchange/plan-file.ts'
import type { Register } from '#shared/register/register.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type ReadPlan, readPlanSource } from '../files/read-plan.ts'
import { Unusable } from './unusable.ts'

export interface LoadedPlan extends ReadPlan {
  /** What ships with the program and what the plan itself quotes. */
  readonly register: Register
}

/** Reads a plan from a path or from standard input. Throws Unusable with one line for the reader. Damaged records of a plan file are named on standard error. */
export async function loadPlan(source: string): Promise<LoadedPlan> {
  const shipped = shippedRegister()
  const read = await readPlanSource(source, { makeId: uuid, register: shipped })
  if (!read.ok) throw new Unusable(read.error.sentence)
  for (const { list, index, reason } of read.value.setAside)
    process.stderr.write(`mandato: ${list}[${index}] is damaged and was set aside (${reason})\n`)
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
