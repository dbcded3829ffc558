import { implement } from '@orpc/server'
import { contract, type PlanSummary, type Position } from '#shared/contract/contract.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, invertChanges, recordsOf } from '#shared/operations/apply.ts'
import type { Operation } from '#shared/operations/change.ts'
import { historyPosition, type Step } from '#shared/operations/history.ts'
import { nextTerm } from '#shared/operations/next-term.ts'
import { aPlan } from '../builders/plan.ts'
import { memoryExchange, memoryIdentity } from './memory-exchange.ts'

interface Held {
  plan: Plan
  steps: Step[]
  binnedAt: string | null
}

type Cause = 'disk-full' | 'read-only' | 'busy' | 'damaged' | 'unknown'

export interface MemoryOptions {
  readonly plans?: readonly Plan[]
  readonly instruments?: readonly Instrument[]
}

/** The contract, served from memory: for tests of the window's stores, and with switches for what a disk does on a bad day. */
export function memoryRouter({ plans = [], instruments = [] }: MemoryOptions = {}) {
  const known = [...instruments]
  const held = new Map<string, Held>(plans.map((plan) => [plan.header.id, { plan, steps: [], binnedAt: null }]))
  const switches: { refuse: Cause | null } = { refuse: null }
  const at = '2026-09-01T09:00:00Z'
  const server = implement(contract)

  const summary = (id: string, { plan, binnedAt }: Held): PlanSummary => ({
    id,
    title: plan.header.title,
    committee: plan.header.committee.name,
    term: plan.header.term,
    language: plan.header.language,
    activities: plan.activities.length,
    changedAt: at,
    binnedAt,
  })
  const positionOf = ({ steps }: Held): Position => ({ sequence: steps.length, ...historyPosition(steps) })
  const write = (entry: Held, step: Omit<Step, 'sequence'> & Step): boolean => {
    const outcome = applyChanges(entry.plan, step.changes)
    if (!outcome.ok) return false
    entry.plan = outcome.value
    entry.steps.push(step)
    return true
  }
  const travel = (entry: Held, kind: 'undo' | 'redo', step: string, id: string, when: string): Operation | null => {
    const turn = historyPosition(entry.steps)[kind]
    const original = entry.steps.find((other) => other.id === step)
    if (turn?.id !== step || original === undefined) return null
    const operation: Operation = {
      id,
      label: original.label,
      at: when,
      changes: kind === 'undo' ? invertChanges(original.changes) : original.changes,
    }
    return write(entry, { ...operation, kind, of: step, sequence: entry.steps.length + 1 }) ? operation : null
  }

  const router = server.router({
    app: {
      info: server.app.info.handler(() => ({ version: '0.0.0', shell: 'loopback', storePath: 'memory', lastBackup: null })),
      licences: server.app.licences.handler(() => []),
    },
    menu: {
      show: server.menu.show.handler(() => {}),
      chosen: server.menu.chosen.handler(async function* () {}),
    },
    library: {
      list: server.library.list.handler(() => [...held].map(([id, entry]) => summary(id, entry))),
      create: server.library.create.handler(({ input }) => {
        const { title, term, language } = input
        const plan = aPlan({ id: crypto.randomUUID(), title, term, language })
        held.set(plan.header.id, { plan, steps: [], binnedAt: null })
        return { planId: plan.header.id }
      }),
      carryOver: server.library.carryOver.handler(({ input: { planId, title, renameTerm }, errors }) => {
        const entry = held.get(planId)
        if (entry === undefined) throw errors.NO_SUCH_PLAN()
        const plan = nextTerm(entry.plan, { makeId: () => crypto.randomUUID(), renameTerm })
        held.set(plan.header.id, { plan: { ...plan, header: { ...plan.header, title } }, steps: [], binnedAt: null })
        return { planId: plan.header.id }
      }),
      preview: server.library.preview.handler(({ errors }) => {
        throw errors.UNUSABLE_FILE({ data: { kind: 'memory', values: {}, sentence: 'Files cannot be read here.' } })
      }),
      import: server.library.import.handler(({ errors }) => {
        throw errors.UNUSABLE_FILE({ data: { kind: 'memory', values: {}, sentence: 'Files cannot be read here.' } })
      }),
      setBinned: server.library.setBinned.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        if (entry === undefined) throw errors.NO_SUCH_PLAN()
        entry.binnedAt = input.binned ? at : null
        return summary(input.planId, entry)
      }),
      addSample: server.library.addSample.handler(() => {
        const plan = aPlan({ id: crypto.randomUUID(), title: 'Sample' })
        held.set(plan.header.id, { plan, steps: [], binnedAt: null })
        return { planId: plan.header.id }
      }),
    },
    plan: {
      open: server.plan.open.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        if (entry === undefined) throw errors.NO_SUCH_PLAN()
        return { records: recordsOf(entry.plan), position: positionOf(entry), mode: 'own' as const }
      }),
      apply: server.plan.apply.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        if (entry === undefined) throw errors.NO_SUCH_PLAN()
        if (switches.refuse !== null) throw errors.NOT_SAVED({ data: { cause: switches.refuse } })
        if (entry.steps.some(({ id }) => id === input.operation.id)) return positionOf(entry)
        if (!write(entry, { ...input.operation, kind: 'edit', sequence: entry.steps.length + 1 }))
          throw errors.OUT_OF_DATE({ data: { detail: '' } })
        return positionOf(entry)
      }),
      undo: server.plan.undo.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        const operation = entry === undefined ? null : travel(entry, 'undo', input.step, input.id, input.at)
        if (entry === undefined || operation === null) throw errors.NOTHING_TO_DO()
        return { operation, position: positionOf(entry) }
      }),
      redo: server.plan.redo.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        const operation = entry === undefined ? null : travel(entry, 'redo', input.step, input.id, input.at)
        if (entry === undefined || operation === null) throw errors.NOTHING_TO_DO()
        return { operation, position: positionOf(entry) }
      }),
      history: server.plan.history.handler(({ input }) =>
        (held.get(input.planId)?.steps ?? [])
          .filter(({ sequence }) => input.before === null || sequence < input.before)
          .filter(({ changes }) => input.record === undefined || JSON.stringify(changes).includes(input.record))
          .toReversed()
          .slice(0, input.count)
          .map(({ sequence, id, kind, label, at: time }) => ({ sequence, id, kind, label, at: time })),
      ),
      atRevision: server.plan.atRevision.handler(({ errors }) => {
        throw errors.TEXT_NOT_HELD()
      }),
      at: server.plan.at.handler(({ input, errors }) => {
        const entry = held.get(input.planId)
        if (entry === undefined) throw errors.NO_SUCH_PLAN()
        const later = entry.steps.slice(input.sequence).flatMap(({ changes }) => changes)
        const outcome = applyChanges(entry.plan, invertChanges(later))
        if (!outcome.ok || input.sequence > entry.steps.length) throw errors.NO_SUCH_STEP()
        return { records: recordsOf(outcome.value) }
      }),
    },
    documents: {
      write: server.documents.write.handler(async function* ({ input: { format } }) {
        yield { kind: 'progress', share: 0.5 }
        const name = `plan.${format}`
        const file = { kind: 'written', name, mediaType: 'application/octet-stream', base64: btoa(format) } as const
        yield { ...file, pages: 1, missingCharacters: [], leftOut: [] }
      }),
    },
    register: {
      page: server.register.page.handler(() => ({ instruments: [...known], next: null })),
      learn: server.register.learn.handler(({ input }) => {
        known.push(...input.instruments)
        return { learned: input.instruments.length }
      }),
      search: server.register.search.handler(() => []),
    },
    exchange: memoryExchange(),
    identity: memoryIdentity(),
    events: {
      watch: server.events.watch.handler(async function* ({ signal }) {
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
        // Nothing else writes to memory: the stream stays open and says nothing.
        yield* []
      }),
    },
  })
  return { router, switches, held }
}
