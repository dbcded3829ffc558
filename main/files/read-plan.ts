import type { PlanFileError } from '#shared/exchange/file-error.ts'
import { isPlanFile, type PlanFileContents, readPlanFile } from '#shared/exchange/plan-file.ts'
import type { Mended, SetAside } from '#shared/exchange/read-records.ts'
import { type ImportContext, type ImportError, importPaper, importText } from '#shared/importing/import-text.ts'
import type { ImportReport } from '#shared/importing/report.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { nameRefusal, type Refusal, refusal } from '#shared/locales/refusal.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import { type DocumentError, readDocument } from './read-document.ts'
import { largestFile, readSource, type SourceError, tooLarge } from './read-source.ts'

/** Where a plan comes from: a path, `-` for standard input, or bytes that came by another way, with their file's name. */
export type PlanSource = string | { readonly bytes: Uint8Array; readonly name: string }

export interface ReadPlan {
  readonly plan: Plan
  /** Instruments that came with the plan: those of a plan file, or those whose paragraphs a text quotes. */
  readonly instruments: readonly Instrument[]
  /** What the import of a text found; null for a plan file. */
  readonly report: ImportReport | null
  /** Damaged records of a plan file. */
  readonly setAside: readonly SetAside[]
  /** Records of a plan file that stand where they are shown by a new key of order. */
  readonly mended: readonly Mended[]
  /** Fields of a plan file that this version does not know, to be written back as they are. */
  readonly unknown: PlanFileContents['unknown']
}

/** Why a source cannot be read, by the file's name. */
export type ReadError = Refusal<
  SourceError['kind'] | 'empty' | 'archive' | DocumentError['kind'] | ImportError['kind'] | PlanFileError['kind']
>

/** A plan out of bytes, by what they hold: a plan file, or a plan as a Word document, a web page or text. */
export function readPlanBytes(bytes: Uint8Array, name: string, context: Omit<ImportContext, 'fileName'>): Result<ReadPlan, ReadError> {
  if (bytes.length > largestFile) return tooLarge(name)
  if (bytes.length === 0) return failure(refusal('empty', { name }))
  const document = readDocument(bytes)
  if (!document.ok && document.error.kind === 'not-word' && /\.mandato$/i.test(name)) return failure(refusal('archive', { name }))
  if (!document.ok) return failure(nameRefusal(document.error, name))
  const text = document.value.kind === 'text' ? document.value.text : ''
  if (isPlanFile(text)) {
    const file = readPlanFile(text)
    if (!file.ok) return failure(nameRefusal(file.error, name))
    const { plan, instruments, setAside, mended, unknown } = file.value
    return success({ plan, instruments, report: null, setAside, mended, unknown })
  }
  const naming = { ...context, fileName: name }
  const imported = document.value.kind === 'text' ? importText(text, naming) : importPaper(document.value.paper, naming)
  return imported.ok ? success({ ...imported.value, setAside: [], mended: [], unknown: {} }) : failure(nameRefusal(imported.error, name))
}

/** Reads a plan from a file, from standard input (`-`), or from bytes. Never throws for what the source holds. */
export async function readPlanSource(source: PlanSource, context: Omit<ImportContext, 'fileName'>): Promise<Result<ReadPlan, ReadError>> {
  if (typeof source !== 'string') return readPlanBytes(source.bytes, source.name, context)
  const read = await readSource(source)
  return read.ok ? readPlanBytes(read.value.bytes, read.value.name, context) : read
}
