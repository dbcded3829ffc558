import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import type { OpenedPlan, PlanSummary } from '#shared/contract/contract.ts'
import type { MakeId } from '#shared/lib/ids.ts'
import { type Result, failure, success } from '#shared/lib/result.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Language } from '#shared/model/language.ts'
import type { RecentFile } from '#shared/contract/exchange.ts'
import type { PlanMode, Receipt } from '#shared/exchange/receipt.ts'
import type { Identity, KnownKey } from '#shared/exchange/signature.ts'
import type { UnknownFields } from '#shared/exchange/unknown.ts'
import type { Plan } from '#shared/model/plan.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import type { Operation } from '#shared/operations/change.ts'
import { type Backup, backUp, listBackups, storeFile, sweepUnfinished } from './backup.ts'
import { type Database, connect, makeDurable } from './database.ts'
import { type NoSuchPlan, editing } from './editing.ts'
import { type NotSaved, attempt, causeOf } from './failure.ts'
import { type Ailment, checkHealth, isFileSound } from './health.ts'
import { lockStore } from './lock.ts'
import { type Migration, migrate, migrations, standingOf } from './migrate.ts'
import { openedPlans } from './opened.ts'
import type { StepHead } from './operations.ts'
import { readRecords } from './records.ts'
import { learn, seed } from './register.ts'
import type { Found } from './search.ts'
import { tablesOf } from './tables.ts'

export interface StoreOptions {
  readonly folder: string
  readonly now: () => Date
  readonly makeId: MakeId
  /** The instruments that this version of the program ships. */
  readonly shipped: readonly Instrument[]
  /** Tests pass their own; the program never does. */
  readonly migrations?: readonly Migration[]
}

/** Why the store cannot be opened. Nothing was changed. `sentence` says what happened, what is safe and what to do. */
export interface CannotOpen {
  readonly kind: 'in-use' | 'newer' | 'foreign' | 'damaged' | 'read-only' | 'disk-full' | 'busy' | 'unknown'
  readonly sentence: string
}

/** What a received file brings beside the plan's records. */
export interface Brought {
  readonly instruments?: readonly Instrument[]
  readonly receipt?: Receipt
  /** Fields that this version does not know; left as they are when none are given. */
  readonly unknown?: UnknownFields
  /** The key that signed the file, to be remembered. */
  readonly key?: KnownKey | null
}

/** Something changed in the store, or came that concerns it. */
export interface StoreChange {
  readonly kind: 'plan-changed' | 'library-changed' | 'folder-changed' | 'file-opened'
  readonly planId: string | null
  readonly sequence: number | null
}

export type Store = ReturnType<typeof storeOver>

const sentences: Record<CannotOpen['kind'], string> = {
  'in-use': 'Mandato is already open. Use the window that is open, or close it first.',
  newer: 'Your plans were last opened with a newer version of Mandato. They are untouched; open them with that version.',
  foreign: 'The file in Mandato’s folder was not made by Mandato. It is untouched; move it away and start again.',
  damaged: 'The file that holds your plans is damaged. It was left as it is.',
  'read-only':
    'Mandato may not write in its folder. Your plans are untouched; ask for write access, or set MANDATO_HOME to another folder.',
  'disk-full': 'The disk is full. Your plans are safe; make room and start Mandato again.',
  busy: 'Another program holds the file with your plans. Close it (a backup or synchronization tool, perhaps) and start Mandato again.',
  unknown: 'The disk refused to read or write Mandato’s files. Your plans were left as they are; check the disk.',
}

function cannot(kind: CannotOpen['kind'], folder: string): Result<never, CannotOpen> {
  const sentence = `${sentences[kind]} (${folder})`
  const [newest] = kind === 'damaged' ? listBackups(folder).filter((backup) => backup.kind !== 'replaced') : []
  if (newest === undefined) return failure({ kind, sentence })
  const day = newest.madeAt.toISOString().slice(0, 10)
  return failure({ kind, sentence: `${sentence} A sound copy of ${day} is there: start with --restore=${newest.name} to go back to it.` })
}

function storeOver(database: Database, { folder, now, makeId }: StoreOptions, release: () => void, ailments: readonly Ailment[]) {
  const tables = tablesOf(database)
  const plans = openedPlans(tables)
  const edits = editing(database, tables, plans, now)
  const listeners = new Set<(change: StoreChange) => void>()
  const announce = (kind: StoreChange['kind'], planId: string | null, sequence: number | null) => {
    for (const listener of listeners) listener({ kind, planId, sequence })
  }

  /** Keeps what came with a file. Inside a transaction; gives how many instruments were learned. */
  function keep(planId: string, { instruments = [], receipt, unknown, key = null }: Brought): number {
    if (receipt !== undefined) tables.exchange.addReceipt(planId, receipt)
    if (unknown !== undefined) tables.exchange.setForeignFields(planId, unknown)
    if (key !== null) tables.exchange.rememberKey(key)
    return learn(tables, instruments, makeId)
  }

  const add = database.transaction((plan: Plan, brought: Brought): number => {
    // Written is what will be read back, spelt the same way as after every later step.
    const records = readRecords(JSON.stringify(recordsOf(plan)))
    tables.plans.insert(plan, JSON.stringify(records), now().toISOString())
    for (const record of records) tables.records.put(plan.header.id, record)
    return keep(plan.header.id, brought)
  })
  const noteOnly = database.transaction(keep)
  const teach = database.transaction((instruments: readonly Instrument[]): number => learn(tables, instruments, makeId))

  /** Tells the listeners once a step is written, and hands the outcome on. */
  const announced = <Value extends { readonly sequence: number }, Outcome extends Result<unknown, unknown>>(
    planId: string,
    outcome: Outcome,
    position: (outcome: Extract<Outcome, { ok: true }>['value']) => Value,
  ): Outcome => {
    if (outcome.ok) announce('plan-changed', planId, position(outcome.value).sequence)
    return outcome
  }

  return {
    folder,
    /** What was found wrong at opening. */
    ailments,
    listPlans: (): PlanSummary[] => tables.plans.list(),

    /** Adds a plan with what came along, all of it or nothing. A plan that the library already has comes in as a second one. */
    addPlan(
      plan: Plan,
      instruments: readonly Instrument[] = [],
      brought: Omit<Brought, 'instruments'> = {},
    ): Result<{ readonly planId: string; readonly learned: number }, NotSaved> {
      const known = tables.plans.get(plan.header.id) !== null
      const added = known ? { ...plan, header: { ...plan.header, id: makeId() } } : plan
      const planId = added.header.id
      const outcome = attempt(() => add.immediate(added, { ...brought, instruments }))
      if (!outcome.ok) return outcome
      announce('library-changed', planId, null)
      return success({ planId, learned: outcome.value })
    },

    /** Moves a plan to the bin, or back. */
    setBinned(planId: string, binned: boolean): Result<PlanSummary, NoSuchPlan | NotSaved> {
      const summary = tables.plans.get(planId)
      if (summary === null) return failure({ kind: 'no-such-plan' })
      const binnedAt = binned ? (summary.binnedAt ?? now().toISOString()) : null
      const outcome = attempt(() => tables.plans.setBinned(planId, binnedAt))
      if (!outcome.ok) return outcome
      announce('library-changed', planId, null)
      return success({ ...summary, binnedAt })
    },

    openPlan: (planId: string): Result<OpenedPlan, NoSuchPlan> => edits.open(planId),
    plan(planId: string): Result<Plan, NoSuchPlan> {
      const opened = plans.get(planId)
      return opened === null ? failure({ kind: 'no-such-plan' }) : success(opened.plan)
    },
    apply: (planId: string, operation: Parameters<typeof edits.apply>[1]) =>
      announced(planId, edits.apply(planId, operation), (position) => position),
    /** Writes the step that a received file makes, together with what came along: the one way in which a text of the Chair's moves on. */
    receive(planId: string, operation: Operation, brought: Brought): ReturnType<typeof edits.receive> {
      const outcome = announced(
        planId,
        edits.receive(planId, operation, () => void keep(planId, brought)),
        (position) => position,
      )
      if (outcome.ok && (brought.instruments?.length ?? 0) > 0) announce('library-changed', null, null)
      return outcome
    },
    /** Keeps what came with a file that changed nothing in the plan. */
    note(planId: string, brought: Brought): Result<number, NotSaved> {
      return attempt(() => noteOnly.immediate(planId, brought))
    },
    undo: (planId: string, turn: Parameters<typeof edits.undo>[1]) =>
      announced(planId, edits.undo(planId, turn), ({ position }) => position),
    redo: (planId: string, turn: Parameters<typeof edits.redo>[1]) =>
      announced(planId, edits.redo(planId, turn), ({ position }) => position),
    history: (planId: string, before: number | null, count: number, record: string | null = null): Result<StepHead[], NoSuchPlan> =>
      edits.history(planId, before, count, record),
    planAt: (planId: string, sequence: number) => edits.planAt(planId, sequence),
    planAtRevision: (planId: string, revision: string) => edits.planAtRevision(planId, revision),

    mode: (planId: string): PlanMode => tables.exchange.mode(planId),
    /** The file that the plan's text last came from, and those collected into it. */
    origin: (planId: string): Receipt | null => tables.exchange.origin(planId),
    collected: (planId: string): Receipt[] => tables.exchange.collected(planId),
    hasCollected: (planId: string, hash: string): boolean => tables.exchange.hasCollected(planId, hash),
    recentReceipts: (count: number): RecentFile[] => tables.exchange.recent(count),
    foreignFields: (planId: string): UnknownFields => tables.exchange.foreignFields(planId),

    identity: (): Identity | null => tables.exchange.identity(),
    setIdentity: (who: Identity): Result<void, NotSaved> => attempt(() => tables.exchange.setIdentity(who)),
    knownKeys: (): KnownKey[] => tables.exchange.knownKeys(),
    forgetKey: (fingerprint: string): Result<void, NotSaved> => attempt(() => tables.exchange.forgetKey(fingerprint)),

    folders: () => tables.exchange.folders(),
    setFolder: (planId: string, folder: string | null): Result<void, NotSaved> => attempt(() => tables.exchange.setFolder(planId, folder)),

    /** The whole register. */
    instruments: (): Instrument[] => tables.instruments.all(),
    /** Some of them at a time, in the order of their keys; null to begin. */
    instrumentsAfter: (...asked: Parameters<typeof tables.instruments.page>) => tables.instruments.page(...asked),
    /** Adds what instruments brought by an import say beyond what is known. */
    learn(instruments: readonly Instrument[]): Result<number, NotSaved> {
      const outcome = attempt(() => teach.immediate(instruments))
      if (outcome.ok && outcome.value > 0) announce('library-changed', null, null)
      return outcome
    },
    search: (query: string, language: Language | null, count: number): Found[] => tables.passages.search(query, language, count),

    /** Tells the listeners of something that is not the store's own: a file came. */
    announce(change: StoreChange): void {
      for (const listener of listeners) listener(change)
    },

    /** Calls back after every change that was written, until the function it gives is called. */
    subscribe(listener: (change: StoreChange) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    backups: (): Backup[] => listBackups(folder),
    /** Makes the day's copy unless there is one. Null when none came out sound. */
    backUpDaily: (): Promise<string | null> => backUp(database, folder, 'daily', now()),
    /** Reads everything, compares every plan with its log, and repairs what can be repaired. */
    checkHealth(): { readonly sound: boolean; readonly ailments: readonly Ailment[] } {
      const sound = isFileSound(database, 'full')
      const found = checkHealth(database, tables, 'full')
      for (const { planId } of found) if (planId !== null) plans.forget(planId)
      return { sound, ailments: found }
    },

    close(): void {
      listeners.clear()
      database.close()
      release()
    },
  }
}

async function prepare(database: Database, options: StoreOptions, release: () => void): Promise<Result<Store, CannotOpen>> {
  const { folder, now, makeId, shipped } = options
  const steps = options.migrations ?? migrations
  const standing = standingOf(database, steps)
  if (standing === 'newer' || standing === 'foreign') return cannot(standing, folder)
  if (standing !== 'empty' && !isFileSound(database, 'quick')) return cannot('damaged', folder)
  // The user's alone, also in a folder that others may enter. SQLite gives the log beside it the same rights.
  if (standing === 'empty') chmodSync(storeFile(folder), 0o600)
  makeDurable(database)
  sweepUnfinished(folder)
  if (standing === 'older' && (await backUp(database, folder, 'migration', now())) === null) return cannot('damaged', folder)
  migrate(database, steps)
  const tables = tablesOf(database)
  const ailments = checkHealth(database, tables, 'quick')
  database.transaction(() => seed(tables, shipped, makeId)).immediate()
  return success(storeOver(database, options, release, ailments))
}

/** Runs what touches the disk; a refusal of the disk comes back as a reason with its sentence. */
async function guarded<Value>(folder: string, work: () => Promise<Result<Value, CannotOpen>>): Promise<Result<Value, CannotOpen>> {
  try {
    return await work()
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return cannot(cause, folder)
  }
}

/**
 * Opens the store of a folder, making it where there is none: locks it, refuses what it must not touch, backs up and migrates what is
 * older, checks it, and brings the shipped instruments up to date.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store, CannotOpen>> {
  const { folder } = options
  return guarded(folder, async () => {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = lockStore(folder)
    if (lock === null) return cannot('in-use', folder)
    let database: Database | null = null
    let opened = false
    try {
      database = connect(storeFile(folder))
      const outcome = await prepare(database, options, lock.release)
      opened = outcome.ok
      return outcome
    } finally {
      if (!opened) {
        database?.close()
        lock.release()
      }
    }
  })
}
