import type { Plan } from '#shared/model/plan.ts'
import { type Services, server } from './services.ts'

/** The committee whose plans these are, until a plan says otherwise. */
const committee: Plan['header']['committee'] = {
  name: 'Committee on Migration Issues',
  acronym: 'CAM',
  parentName: 'Inter-American Council for Integral Development',
  parentAcronym: 'CIDI',
}

/** The plans there are. */
export const libraryApi = ({ store, makeId }: Services) => ({
  list: server.library.list.handler(() => store.listPlans()),

  create: server.library.create.handler(({ input, errors }) => {
    // A new plan is the committee's next one: it takes the committee's names from the plan last worked on.
    const [latest] = store.listPlans()
    const before = latest === undefined ? null : store.plan(latest.id)
    const plan: Plan = {
      header: {
        type: 'plan',
        id: makeId(),
        ...input,
        committee: before?.ok ? before.value.header.committee : committee,
        symbol: null,
        revision: null,
        series: null,
        issued: null,
        note: '',
        holidays: [],
        severities: {},
      },
      sections: [],
      mandates: [],
      activities: [],
      waivers: [],
    }
    const outcome = store.addPlan(plan)
    if (!outcome.ok) throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
    return { planId: outcome.value.planId }
  }),

  import: server.library.import.handler(({ errors }) => {
    throw errors.UNUSABLE_FILE({ data: { kind: 'not-yet', sentence: 'Import is not wired yet.' } })
  }),

  addSample: server.library.addSample.handler(() => {
    throw new Error('not wired yet')
  }),

  setBinned: server.library.setBinned.handler(({ input, errors }) => {
    const outcome = store.setBinned(input.planId, input.binned)
    if (outcome.ok) return outcome.value
    if (outcome.error.kind === 'no-such-plan') throw errors.NO_SUCH_PLAN()
    throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
  }),
})
