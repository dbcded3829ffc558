import { plainJson } from '#shared/contract/plain-json.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import type { Store } from '../store/open.ts'
import { type Services, server } from './services.ts'

type TurnErrors = Parameters<Parameters<typeof server.plan.undo.handler>[0]>[0]['errors']

/** What undo and redo answer; a plan that moved on leaves nothing to take back. */
function turned(outcome: ReturnType<Store['undo']>, errors: TurnErrors) {
  if (outcome.ok) return outcome.value
  switch (outcome.error.kind) {
    case 'no-such-plan':
      throw errors.NO_SUCH_PLAN()
    case 'not-saved':
      throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
    case 'nothing-to-do':
    case 'out-of-date':
      throw errors.NOTHING_TO_DO()
  }
}

/** Editing a plan, and its history. */
export const planApi = ({ store }: Services) => ({
  open: server.plan.open.handler(({ input, errors }) => {
    const outcome = store.openPlan(input.planId)
    if (!outcome.ok) throw errors.NO_SUCH_PLAN()
    return { ...outcome.value, records: plainJson(outcome.value.records) }
  }),

  apply: server.plan.apply.handler(({ input, errors }) => {
    const outcome = store.apply(input.planId, input.operation)
    if (outcome.ok) return outcome.value
    switch (outcome.error.kind) {
      case 'no-such-plan':
        throw errors.NO_SUCH_PLAN()
      case 'chairs-text':
        throw errors.CHAIRS_TEXT()
      case 'out-of-date':
        throw errors.OUT_OF_DATE({ data: { detail: outcome.error.detail } })
      case 'not-saved':
        throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
    }
  }),

  undo: server.plan.undo.handler(({ input: { planId, ...turn }, errors }) => turned(store.undo(planId, turn), errors)),

  redo: server.plan.redo.handler(({ input: { planId, ...turn }, errors }) => turned(store.redo(planId, turn), errors)),

  history: server.plan.history.handler(({ input, errors }) => {
    const outcome = store.history(input.planId, input.before, input.count, input.record ?? null)
    if (!outcome.ok) throw errors.NO_SUCH_PLAN()
    return outcome.value
  }),

  atRevision: server.plan.atRevision.handler(({ input, errors }) => {
    const outcome = store.planAtRevision(input.planId, input.revision)
    if (outcome.ok) return { records: plainJson(recordsOf(outcome.value)) }
    throw outcome.error.kind === 'no-such-plan' ? errors.NO_SUCH_PLAN() : errors.TEXT_NOT_HELD()
  }),

  at: server.plan.at.handler(({ input, errors }) => {
    const outcome = store.planAt(input.planId, input.sequence)
    if (outcome.ok) return { records: plainJson(recordsOf(outcome.value)) }
    throw outcome.error.kind === 'no-such-plan' ? errors.NO_SUCH_PLAN() : errors.NO_SUCH_STEP()
  }),
})
