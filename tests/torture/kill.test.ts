import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../main/store/database.ts'
import { migrations } from '../../main/store/migrate.ts'
import { type Store, openStore } from '../../main/store/open.ts'
import { seeded } from './random-edits.ts'
import { heavyMigration, type Task } from './tasks.ts'

/** Kills of the editing victim; those of the others are a share of it. `npm run torture` asks for more. */
const times = Number(process.env['TORTURE_TIMES'] ?? 50)
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)

interface Tally {
  kills: number
  steps: number
  plans: number
  /** Kills that came before the victim had acknowledged anything in its life. */
  early: number
}

/** The victim as one file, like the program that is shipped: starting it out of its sources would be most of the work. */
let victimFile = ''
const root = resolve(import.meta.dirname, '../..')

beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true })
  victimFile = join(mkdtempSync(join(root, 'out', 'victim-')), 'victim.mjs')
  const bundle = await rolldown({
    input: fileURLToPath(import.meta.resolve('./victim.ts')),
    platform: 'node',
    external: ['better-sqlite3'],
    resolve: { alias: { '#shared': join(root, 'shared') } },
    cwd: root,
  })
  await bundle.write({ file: victimFile, format: 'es', codeSplitting: false })
  await bundle.close()
})
afterAll(() => rmSync(dirname(victimFile), { recursive: true, force: true }))

/** Starts a victim, kills it a random time after it began its work, and gives the lines it had said. */
async function killOne(folder: string, task: Task, victimSeed: number, delay: number): Promise<string[]> {
  const victim = spawn(process.execPath, [victimFile, folder, task, String(victimSeed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  const ready = Promise.withResolvers<void>()
  victim.stdout.on('data', (part: Buffer) => {
    said += part.toString()
    if (said.includes('ready\n')) ready.resolve()
  })
  victim.stderr.on('data', (part: Buffer) => (complained += part.toString()))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => victim.once('close', (_code, signal) => resolve(signal)))
  void ended.then(() => ready.resolve())
  await ready.promise
  await wait(delay)
  victim.kill('SIGKILL')
  expect([await ended, complained]).toEqual(['SIGKILL', expect.not.stringContaining('Error')])
  // The last line may have been cut by the kill. Uncut or not, what it speaks of is on the disk; only whole lines can be checked.
  return said.slice(0, said.lastIndexOf('\n') + 1).split('\n')
}

/** Opens the store as the next start of the program would. */
async function reopen(folder: string, task: Task): Promise<Store> {
  const steps = task === 'migrate' ? [...migrations, heavyMigration] : migrations
  const opened = await openStore({ folder, now: () => new Date(), makeId: uuid, shipped: [], migrations: steps })
  if (!opened.ok) throw new Error(opened.error.sentence)
  return opened.value
}

/** Everything that was ever acknowledged in this folder is there, whole, and nothing else is wrong. */
async function verify(folder: string, task: Task, acknowledged: readonly string[]): Promise<void> {
  const store = await reopen(folder, task)
  try {
    expect(store.ailments).toEqual([])
    expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
    const steps = new Map<string, string>()
    for (const { id } of store.listPlans()) {
      const opened = store.openPlan(id)
      if (!opened.ok) throw new Error('A plan of the library cannot be opened.')
      let before: number | null = null
      do {
        const page: ReturnType<Store['history']> = store.history(id, before, 500)
        if (!page.ok) throw new Error('A plan has no history.')
        for (const step of page.value) steps.set(step.id, `${id} ${step.sequence}`)
        before = page.value.at(-1)?.sequence ?? null
      } while (before !== null && before > 1)
    }
    for (const line of acknowledged) {
      const [kind, first = '', second = '', third = ''] = line.split(' ')
      if (kind === 'step') expect(`${line} → ${steps.get(second)}`).toBe(`${line} → ${first} ${third}`)
      if (kind === 'plan' && second !== '1') {
        const plan = store.openPlan(first)
        expect([line, plan.ok ? plan.value.records.length : 0]).toEqual([line, Number(second)])
      }
    }
    // An import that was not acknowledged is there whole or not at all.
    for (const { id, title } of store.listPlans()) {
      const plan = title === 'Imported' ? store.openPlan(id) : null
      if (plan !== null) expect(plan.ok ? plan.value.records.length : 0).toBe(151)
    }
    // Under their names stand sound copies only; what was cut short is gone.
    for (const { name } of store.backups()) {
      const copy = connect(join(folder, 'backups', name))
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      copy.close()
    }
    expect(store.backups()).toHaveLength(readBackups(folder).length)
  } finally {
    store.close()
  }
}

const readBackups = (folder: string): string[] => {
  try {
    return readdirSync(join(folder, 'backups'))
  } catch {
    return []
  }
}

/** Kills victims of one task again and again, on a fresh store every ten times. */
async function torture(task: Task, kills: number, random: () => number): Promise<Tally> {
  const tally: Tally = { kills: 0, steps: 0, plans: 0, early: 0 }
  while (tally.kills < kills) {
    const folder = mkdtempSync(join(tmpdir(), `mandato-${task}-`))
    const acknowledged: string[] = []
    try {
      if (task === 'migrate') acknowledged.push(...(await killOne(folder, 'edit', Math.floor(random() * 1e9), 100)))
      // A migration that was finished is not there to be killed in again, so each of its kills gets a store of its own.
      const rounds = task === 'migrate' ? 1 : 10
      for (let round = 0; round < rounds && tally.kills < kills; round += 1) {
        const lines = await killOne(folder, task, Math.floor(random() * 1e9), random() * 250)
        acknowledged.push(...lines)
        tally.kills += 1
        if (task !== 'migrate' && !lines.some((line) => line.startsWith('step') || line.startsWith('plan'))) tally.early += 1
        await verify(folder, task, acknowledged)
      }
      tally.steps += acknowledged.filter((line) => line.startsWith('step')).length
      tally.plans += acknowledged.filter((line) => line.startsWith('plan')).length
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return tally
}

test(`killed at random moments, the store keeps everything it acknowledged (TORTURE_SEED=${seed})`, {
  timeout: 60_000 + times * 4000,
}, async () => {
  const share = (part: number) => Math.max(1, Math.round(times * part))
  const lanes: readonly (readonly [Task, number])[] = [
    ['edit', times],
    ['import', share(0.2)],
    ['backup', share(0.2)],
    ['migrate', share(0.2)],
  ]
  const tallies = await Promise.all(
    lanes.map(async ([task, kills], lane) => [task, await torture(task, kills, seeded(seed + lane))] as const),
  )
  for (const [task, { kills, steps, plans, early }] of tallies) {
    process.stdout.write(
      `torture ${task}: ${kills} kills, ${steps} acknowledged steps and ${plans} acknowledged plans found again, ${early} killed before any\n`,
    )
  }
  expect(Object.fromEntries(tallies.map(([task, { kills }]) => [task, kills]))).toEqual(Object.fromEntries(lanes))
})
