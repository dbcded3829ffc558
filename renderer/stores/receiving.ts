import { create } from 'zustand'
import type { Refused } from '#shared/contract/errors.ts'
import type { Collected, Inspection } from '#shared/contract/exchange.ts'
import { longestPlanFile } from '#shared/exchange/limits.ts'
import { isPlanFile } from '#shared/exchange/plan-file.ts'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import { refusal } from '#shared/locales/refusal.ts'
import { api, refusedFile } from '../api.ts'
import { previewImports, readLibrary } from './library.ts'

/** Where the receiving of a plan file stands; the files after it wait their turn, documents to be imported after them. */
export type Receiving = { readonly file: File; readonly waiting: readonly File[]; readonly documents: readonly File[] } & (
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'shown'; readonly inspection: Inspection; readonly failed: boolean }
  | { readonly kind: 'refused'; readonly why: Refused | null }
  | { readonly kind: 'collected'; readonly planId: string; readonly report: Collected }
)

/** Null when no plan file is being received. */
export const useReceiving = create<{ readonly receiving: Receiving | null }>(() => ({ receiving: null }))

const holdsPlanFile = async (file: File): Promise<boolean> => /\.mandato$/i.test(file.name) || isPlanFile(await file.slice(0, 200).text())

/** Takes files that were chosen, dropped or opened: plan files are shown for receiving, one by one, and then documents for import. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const kinds = await Promise.all(files.map(holdsPlanFile))
  const planFiles = files.filter((_, index) => kinds[index])
  const documents = files.filter((_, index) => !kinds[index])
  const now = useReceiving.getState().receiving
  // What is being looked at stays; the others come after it.
  if (now !== null)
    useReceiving.setState({
      receiving: { ...now, waiting: [...now.waiting, ...planFiles], documents: [...now.documents, ...documents] },
    })
  else await next(planFiles, documents)
}

async function next([file, ...waiting]: readonly File[], documents: readonly File[]): Promise<void> {
  if (file === undefined) {
    useReceiving.setState({ receiving: null })
    if (documents.length > 0) await previewImports(documents)
    return
  }
  const reading: Receiving = { kind: 'reading', file, waiting, documents }
  useReceiving.setState({ receiving: reading })
  const read = await inspect(file)
  const now = useReceiving.getState().receiving
  // Meanwhile the reader may have left the file out, and others may have come.
  if (now?.file === file) useReceiving.setState({ receiving: { ...read, file, waiting: now.waiting, documents: now.documents } })
}

type Read =
  | { readonly kind: 'shown'; readonly inspection: Inspection; readonly failed: false }
  | { readonly kind: 'refused'; readonly why: Refused | null }

async function inspect(file: File): Promise<Read> {
  // A file that no plan can have is not read at all.
  if (file.size > longestPlanFile) return { kind: 'refused', why: refusal('too-large', { name: file.name, megabytes: 0 }) }
  try {
    return { kind: 'shown', inspection: await api().exchange.inspect({ file }), failed: false }
  } catch (error) {
    return { kind: 'refused', why: refusedFile(error) }
  }
}

/** Goes on to the next file, leaving the one that is shown out. */
export async function leaveReceived(): Promise<void> {
  const { receiving } = useReceiving.getState()
  if (receiving !== null && receiving.kind !== 'writing') await next(receiving.waiting, receiving.documents)
}

/** Runs what writes the file that is shown; when it fails the file is shown again, with word of it. */
async function written<Value>(work: (file: File) => Promise<Value>): Promise<Value | null> {
  const { receiving } = useReceiving.getState()
  if (receiving?.kind !== 'shown') return null
  const { file, waiting, documents } = receiving
  useReceiving.setState({ receiving: { kind: 'writing', file, waiting, documents } })
  try {
    return await work(file)
  } catch {
    useReceiving.setState({ receiving: { ...receiving, failed: true } })
    return null
  }
}

/** Takes the plan (or register) that is shown into the library and goes on. Answers the plan's id; null when there is none or it failed. */
export async function receiveShown(as: PlanMode): Promise<string | null> {
  const received = await written((file) => api().exchange.receive({ file, as }))
  if (received === null) return null
  await readLibrary()
  const { receiving } = useReceiving.getState()
  if (receiving !== null) await next(receiving.waiting, receiving.documents)
  return received.planId
}

/** Takes the proposals that are shown into their plan, and shows what came of it. */
export async function collectShown(planId: string): Promise<void> {
  const reports = await written((file) => api().exchange.collect({ planId, files: [file] }))
  const [report] = reports?.files ?? []
  const { receiving } = useReceiving.getState()
  if (report === undefined || receiving === null) return
  const { file, waiting, documents } = receiving
  useReceiving.setState({ receiving: { kind: 'collected', file, waiting, documents, planId, report } })
}

/** Shows the files that were opened with the program. */
export async function takeOpened(): Promise<void> {
  const { files } = await api().exchange.takeOpened()
  if (files.length > 0) await takeFiles(files)
}
