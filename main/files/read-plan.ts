import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { isPlanFile, type PlanFileContents, type PlanFileError, readPlanFile, type SetAside } from '#shared/exchange/plan-file.ts'
import { type ImportContext, type ImportError, importPaper, importText } from '#shared/importing/import-text.ts'
import type { ImportReport } from '#shared/importing/report.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import { type DocumentError, readDocument } from './read-document.ts'

/** Largest file that is read, in bytes. */
export const largestFile = 64 * 1024 * 1024

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
  /** Fields of a plan file that this version does not know, to be written back as they are. */
  readonly unknown: PlanFileContents['unknown']
}

/** Why a source cannot be read. `sentence` says it to a person, naming the file. */
export interface ReadError {
  readonly kind: 'missing' | 'folder' | 'unreadable' | 'empty' | DocumentError['kind'] | ImportError['kind'] | PlanFileError['kind']
  readonly sentence: string
}

const refuse = (kind: ReadError['kind'], sentence: string): Result<never, ReadError> => failure({ kind, sentence })

const tooLarge = (name: string): Result<never, ReadError> =>
  refuse('too-large', `${name} is larger than ${largestFile / 1024 / 1024} MB, more than any plan.`)

/** Collects a stream until it ends or passes the limit. */
async function collect(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Result<Uint8Array, ReadError>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > largestFile) return tooLarge(name)
    chunks.push(bytes)
  }
  return success(Buffer.concat(chunks))
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Reads a file of a known size, checked on the file that was opened, so that it cannot be exchanged in between. */
async function readBytes(path: string): Promise<Result<Uint8Array, ReadError>> {
  const name = basename(path)
  try {
    const file = await open(path)
    try {
      const found = await file.stat()
      if (found.isDirectory()) return refuse('folder', `${name} is a folder, not a file.`)
      if (found.size > largestFile) return tooLarge(name)
      return await collect(file.createReadStream({ autoClose: false }), name)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('missing', `${name} was not found.`)
    if (code === 'EISDIR') return refuse('folder', `${name} is a folder, not a file.`)
    return refuse('unreadable', `${name} could not be read${code === '' ? '' : ` (${code})`}.`)
  }
}

/** A plan out of bytes, by what they hold: a plan file, or a plan as a Word document, a web page or text. */
export function readPlanBytes(bytes: Uint8Array, name: string, context: Omit<ImportContext, 'fileName'>): Result<ReadPlan, ReadError> {
  if (bytes.length > largestFile) return tooLarge(name)
  if (bytes.length === 0) return refuse('empty', `${name} is empty.`)
  const document = readDocument(bytes)
  if (!document.ok) return refuse(document.error.kind, `${name} ${document.error.sentence}`)
  const text = document.value.kind === 'text' ? document.value.text : ''
  if (isPlanFile(text)) {
    const file = readPlanFile(text)
    if (!file.ok) return refuse(file.error.kind, `${name}: ${file.error.sentence}`)
    const { plan, instruments, setAside, unknown } = file.value
    return success({ plan, instruments, report: null, setAside, unknown })
  }
  const naming = { ...context, fileName: name }
  const imported = document.value.kind === 'text' ? importText(text, naming) : importPaper(document.value.paper, naming)
  return imported.ok
    ? success({ ...imported.value, setAside: [], unknown: {} })
    : refuse(imported.error.kind, `${name}: ${imported.error.sentence}`)
}

/** Reads a plan from a file, from standard input (`-`), or from bytes. Never throws for what the source holds. */
export async function readPlanSource(source: PlanSource, context: Omit<ImportContext, 'fileName'>): Promise<Result<ReadPlan, ReadError>> {
  if (typeof source !== 'string') return readPlanBytes(source.bytes, source.name, context)
  const name = source === '-' ? 'Standard input' : basename(source)
  const bytes = source === '-' ? await collect(process.stdin, name) : await readBytes(source)
  return bytes.ok ? readPlanBytes(bytes.value, name, context) : bytes
}
