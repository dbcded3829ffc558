import { create } from 'zustand'
import type { ImportSummary, PlanSummary } from '#shared/contract/contract.ts'
import type { Language } from '#shared/model/language.ts'
import { termFrom } from '#shared/model/plan.ts'
import { api, refusal } from '../api.ts'

/** How the last import went; null when there was none or its result was put away. */
export type ImportOutcome =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'done'; readonly name: string; readonly summary: ImportSummary }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string | null }

interface Library {
  readonly plans: readonly PlanSummary[] | null
  readonly failed: boolean
  readonly importing: ImportOutcome | null
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

export async function createPlan(title: string, firstYear: number | null, language: Language): Promise<string> {
  const { planId } = await api().library.create({ title, term: firstYear === null ? null : termFrom(firstYear), language })
  await readLibrary()
  return planId
}

/** Reads a file as a plan. The outcome, good or bad, stands in the store for the window to show. */
export async function importPlan(file: File): Promise<void> {
  useLibrary.setState({ importing: { kind: 'reading', name: file.name } })
  try {
    const summary = await api().library.import({ file })
    useLibrary.setState({ importing: { kind: 'done', name: file.name, summary } })
    await readLibrary()
  } catch (error) {
    const sentence = refusal(error)?.data['sentence']
    useLibrary.setState({ importing: { kind: 'refused', name: file.name, sentence: typeof sentence === 'string' ? sentence : null } })
  }
}

export const putImportAway = (): void => useLibrary.setState({ importing: null })

export async function setBinned(planId: string, binned: boolean): Promise<void> {
  await api().library.setBinned({ planId, binned })
  await readLibrary()
}
