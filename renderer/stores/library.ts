import { create } from 'zustand'
import type { ImportPreview, PlanSummary } from '#shared/contract/contract.ts'
import type { Refused } from '#shared/contract/errors.ts'
import type { Language } from '#shared/model/language.ts'
import { type Plan, termFrom } from '#shared/model/plan.ts'
import { planOf } from '#shared/operations/apply.ts'
import { api, refusedFile } from '../api.ts'

/** Where the import of a file stands; the files after it wait their turn. */
export type Importing = { readonly file: File; readonly waiting: readonly File[] } & (
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'preview'; readonly preview: ImportPreview; readonly failed: boolean }
  | { readonly kind: 'refused'; readonly why: Refused | null }
)

interface Library {
  readonly plans: readonly PlanSummary[] | null
  readonly failed: boolean
  /** Null when no file is being imported. */
  readonly importing: Importing | null
}

export const useLibrary = create<Library>(() => ({ plans: null, failed: false, importing: null }))

export async function readLibrary(): Promise<void> {
  try {
    useLibrary.setState({ plans: await api().library.list(), failed: false })
  } catch {
    useLibrary.setState({ failed: true })
  }
}

/** Adds the sample that ships with the program and answers its id. */
export async function addSample(): Promise<string> {
  const { planId } = await api().library.addSample()
  await readLibrary()
  return planId
}

export async function createPlan(title: string, firstYear: number, language: Language, template: 'empty' | 'usual'): Promise<string> {
  const { planId } = await api().library.create({ title, term: termFrom(firstYear), language, template })
  await readLibrary()
  return planId
}

/** A plan as it is stored, to look at. */
export const readStoredPlan = async (planId: string): Promise<Plan> => planOf((await api().plan.open({ planId })).records)

/** Drafts the next term's plan from a plan and answers its id. */
export async function carryOver(planId: string, title: string, renameTerm: boolean): Promise<string> {
  const next = await api().library.carryOver({ planId, title, renameTerm })
  await readLibrary()
  return next.planId
}

/** Shows what the files hold, one after the other; nothing is added before the reader says so. */
export async function previewImports([file, ...waiting]: readonly File[]): Promise<void> {
  if (file === undefined) {
    useLibrary.setState({ importing: null })
    return
  }
  const reading: Importing = { kind: 'reading', file, waiting }
  useLibrary.setState({ importing: reading })
  const read = await readPreview(reading)
  // Meanwhile the reader may have left the file out.
  if (useLibrary.getState().importing === reading) useLibrary.setState({ importing: read })
}

async function readPreview({ file, waiting }: Importing): Promise<Importing> {
  try {
    return { kind: 'preview', file, waiting, preview: await api().library.preview({ file }), failed: false }
  } catch (error) {
    return { kind: 'refused', file, waiting, why: refusedFile(error) }
  }
}

/** Goes on to the next file, leaving the one that is shown out. */
export const leaveFileOut = (): Promise<void> => previewImports(useLibrary.getState().importing?.waiting ?? [])

/** Adds the plan that is shown, and goes on to the next file. Answers its id; null when it could not be written, which the store then says. */
export async function importShown(): Promise<string | null> {
  const { importing } = useLibrary.getState()
  if (importing?.kind !== 'preview') return null
  const { file, waiting } = importing
  useLibrary.setState({ importing: { kind: 'writing', file, waiting } })
  try {
    const { planId } = await api().library.import({ file })
    await readLibrary()
    await previewImports(waiting)
    return planId
  } catch {
    useLibrary.setState({ importing: { ...importing, failed: true } })
    return null
  }
}

export async function setBinned(planId: string, binned: boolean): Promise<void> {
  await api().library.setBinned({ planId, binned })
  await readLibrary()
}
