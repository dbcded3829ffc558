import { emptyPlan, type PlanHeader } from '#shared/model/plan.ts'
import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import type { ImportPreview, ImportSummary } from '#shared/contract/contract.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { usualPlan } from '#shared/importing/templates/usual-plan.ts'
import { nextTerm } from '#shared/operations/next-term.ts'
import type { ReadPlan, readPlanSource as read } from '../files/read-plan.ts'
import { type Services, server } from './services.ts'

/** The committee whose plans these are, until a plan says otherwise. */
const committee: PlanHeader['committee'] = {
  name: 'Committee on Migration Issues',
  acronym: 'CAM',
  parentName: 'Inter-American Council for Integral Development',
  parentAcronym: 'CIDI',
}

/** Reads a file as a plan. What reads Word documents and web pages is loaded with the first of them, not with the program. */
const readPlanSource: typeof read = async (source, context) => (await import('../files/read-plan.ts')).readPlanSource(source, context)

/** What could not be understood, with where it now stands: text of a document, or damaged records of a plan file. */
const keptAsText = ({ report, setAside }: ReadPlan): ImportSummary['keptAsText'] => [
  ...(report?.kept ?? []).map(({ row, text }) => ({ place: row === 0 ? 'text' : `row ${row}`, text })),
  ...setAside.map(({ list, index, content }) => ({ place: `${list} ${index + 1}`, text: JSON.stringify(content) })),
]

/** A plan that was read, as the window shows it before it is added. */
function previewOf({ plan, instruments, report, setAside }: ReadPlan): ImportPreview {
  const { title, term, language } = plan.header
  return {
    title,
    term,
    language,
    rows: plan.activities.map(({ when, mandate, items }) => ({
      date: formatPlanDate(when, language),
      mandate: writeMandateCell(mandate, language),
      activity: writeActivityCell(items),
    })),
    mandates: plan.mandates.map(({ citation }) => writeCitation(citation, language)),
    // A plan file brings what it cites along; only quoted paragraphs are news worth a line.
    learned: instruments
      .filter(({ provisions }) => provisions.length > 0)
      .map(({ symbol, titles, provisions }) => ({ name: symbol ?? titles[language] ?? '', provisions: provisions.length })),
    footnotes: plan.sections.reduce((count, { blocks }) => count + blocks.reduce((sum, { footnotes }) => sum + footnotes.length, 0), 0),
    kept: [...(report?.kept ?? []), ...setAside.map(({ content }) => ({ row: 0, why: 'damaged' as const, text: JSON.stringify(content) }))],
  }
}

/** The plans there are. */
export const libraryApi = ({ store, makeId, register, samplePlan }: Services) => ({
  list: server.library.list.handler(() => store.listPlans()),

  create: server.library.create.handler(({ input, errors }) => {
    // A new plan is the committee's next one: it takes the committee's names from the plan last worked on.
    const [latest] = store.listPlans()
    const before = latest === undefined ? null : store.plan(latest.id)
    const { template, ...named } = input
    const header: PlanHeader = {
      type: 'plan',
      id: makeId(),
      ...named,
      committee: before?.ok ? before.value.header.committee : committee,
      symbol: null,
      revision: null,
      series: null,
      issued: null,
      note: '',
      holidays: [],
      severities: {},
    }
    const plan = template === 'usual' ? usualPlan(header, makeId) : emptyPlan(header)
    const outcome = store.addPlan(plan)
    if (!outcome.ok) throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
    return { planId: outcome.value.planId }
  }),

  carryOver: server.library.carryOver.handler(({ input: { planId, title, renameTerm }, errors }) => {
    const before = store.plan(planId)
    if (!before.ok) throw errors.NO_SUCH_PLAN()
    const next = nextTerm(before.value, { makeId, renameTerm })
    const added = store.addPlan({ ...next, header: { ...next.header, title } })
    if (!added.ok) throw errors.NOT_SAVED({ data: { cause: added.error.cause } })
    return { planId: added.value.planId }
  }),

  preview: server.library.preview.handler(async ({ input: { file }, errors }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await readPlanSource({ bytes, name: file.name }, { makeId, register: register() })
    if (!read.ok) throw errors.UNUSABLE_FILE({ data: read.error })
    return previewOf(read.value)
  }),

  import: server.library.import.handler(async ({ input: { file }, errors }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await readPlanSource({ bytes, name: file.name }, { makeId, register: register() })
    if (!read.ok) throw errors.UNUSABLE_FILE({ data: read.error })
    const { plan, instruments, unknown } = read.value
    const added = store.addPlan(plan, instruments, { unknown })
    if (!added.ok) throw errors.NOT_SAVED({ data: { cause: added.error.cause } })
    const { planId, learned } = added.value
    return { planId, rows: plan.activities.length, mandates: plan.mandates.length, learned, keptAsText: keptAsText(read.value) }
  }),

  addSample: server.library.addSample.handler(async ({ errors }) => {
    const read = await readPlanSource(samplePlan, { makeId, register: register() })
    if (!read.ok) throw new Error(read.error.sentence)
    const added = store.addPlan(read.value.plan, read.value.instruments)
    if (!added.ok) throw errors.NOT_SAVED({ data: { cause: added.error.cause } })
    return { planId: added.value.planId }
  }),

  setBinned: server.library.setBinned.handler(({ input, errors }) => {
    const outcome = store.setBinned(input.planId, input.binned)
    if (outcome.ok) return outcome.value
    if (outcome.error.kind === 'no-such-plan') throw errors.NO_SUCH_PLAN()
    throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
  }),
})
