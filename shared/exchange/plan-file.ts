import { failure, type Result, success } from '../lib/result.ts'
import { type Author, author, moment } from '../model/author.ts'
import type { Citation } from '../model/citation.ts'
import type { Objection } from '../model/deadline.ts'
import type { Instrument } from '../model/instrument.ts'
import { type Plan, planHeader } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import { planOf } from '../operations/apply.ts'
import { type FileBase, fileBase } from './base.ts'
import { canonicalText, wellFormed } from './canonical.ts'
import { type PlanFileError, refuse, refuseHeader, refuseNewer, refuseTooLarge } from './file-error.ts'
import { isObject, parseJson } from './json.ts'
import { fileLimits, longestPlanFile } from './limits.ts'
import { migrateFile, newestVersion } from './migrations/index.ts'
import { fieldOf, listsBeside, listsOfPlan, type Mended, recordReader, type SetAside, unknownOfHeader } from './read-records.ts'
import type { Signature } from './signature.ts'
import { type UnknownFields, withUnknown } from './unknown.ts'

/** The version of the format that is written, and the newest that is read. */
export const planFileVersion = newestVersion

/** What every file says of itself, whatever it holds. */
interface Frame {
  /** Program and version that wrote the file. */
  readonly generator: string
  /** RFC 3339 with offset; null where the file does not say. */
  readonly exportedAt: string | null
  /** Who sends it; null or left out where the file does not say. */
  readonly exportedBy?: Author | null
  /** Fields that this version does not know, of the file and of its records, to be written back as they are. */
  readonly unknown: UnknownFields
}

/** What a plan file holds beside its records. */
export interface PlanFileContents extends Frame {
  readonly plan: Plan
  /** The instruments that the plan cites or lists, so that a receiver can check it with nothing else. */
  readonly instruments: readonly Instrument[]
}

/** What a delegation sends back: what it asks for, and the text that it was made on. */
export interface ProposalsFileContents extends Frame {
  readonly base: FileBase
  readonly proposals: readonly Proposal[]
  readonly objections: readonly Objection[]
}

/** Instruments alone, for another desk's register. */
export interface RegisterFileContents extends Frame {
  readonly instruments: readonly Instrument[]
}

export type FileContents =
  | ({ readonly kind: 'plan' } & PlanFileContents)
  | ({ readonly kind: 'proposals' } & ProposalsFileContents)
  | ({ readonly kind: 'register' } & RegisterFileContents)

/** What was wrong in a file that was read all the same. */
interface Salvaged {
  readonly setAside: readonly SetAside[]
  readonly mended: readonly Mended[]
}

export type ReadFile = FileContents & Salvaged
export interface ReadPlanFile extends PlanFileContents, Salvaged {}

/** Signs a text; null where there is nothing to sign with. */
export type Sign = (text: string) => Signature | null

/** The instruments that a plan's list and calendar name, each once, in the order of their symbols. */
export function registerExcerpt(
  plan: Plan,
  register: { resolve(citation: Pick<Citation, 'symbol' | 'title' | 'written'>): { readonly instrument: Instrument } | null },
): Instrument[] {
  const cited = [
    ...plan.mandates.map((entry) => entry.citation),
    ...plan.activities.flatMap((row) => row.mandate.filter((entry) => entry.kind === 'citation')),
  ]
  const found = new Map<string, Instrument>()
  for (const citation of cited) {
    const named = register.resolve(citation)?.instrument
    if (named !== undefined) found.set(named.id, named)
  }
  const key = (each: Instrument): string => `${each.symbol ?? '~'} ${each.id}`
  return [...found.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Top-level fields of every file. */
const frameFields = ['format', 'version', 'generator', 'kind', 'exportedAt', 'exportedBy', 'signatures'] as const

/** Top-level fields of each kind of file beside its frame. */
const ownFields: Readonly<Record<FileContents['kind'], readonly string[]>> = {
  plan: ['plan', 'register', 'waivers', ...listsBeside],
  proposals: ['base', 'proposals', 'objections'],
  register: ['register'],
}

/** Lists with something in them: others need not be named. */
const filled = (lists: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(lists).filter(([, records]) => records.length > 0))

function bodyOf(contents: FileContents): object {
  switch (contents.kind) {
    case 'plan': {
      const { header, sections, mandates, activities, waivers, ...beside } = contents.plan
      return { plan: { header, sections, mandates, activities }, register: contents.instruments, waivers, ...filled({ ...beside }) }
    }
    case 'proposals':
      return { base: contents.base, proposals: contents.proposals, ...filled({ objections: contents.objections }) }
    case 'register':
      return { register: contents.instruments }
  }
}

/**
 * The text of a file: JSON in canonical form (RFC 8785), so that equal content is equal bytes. Fields that an earlier reading
 * did not know are written back, beside what we write and never in its place. What is signed is this text without the signature.
 */
export function writeFile(contents: FileContents, sign: Sign = () => null): string {
  const { kind, generator, exportedAt, exportedBy = null, unknown } = contents
  const file = {
    format: 'mandato',
    version: planFileVersion,
    kind,
    generator,
    ...(exportedAt === null ? {} : { exportedAt }),
    ...(exportedBy === null ? {} : { exportedBy }),
    ...bodyOf(contents),
  }
  const simple = new Set<string>(frameFields)
  const foreign = Object.fromEntries(Object.entries(unknown).filter(([field]) => !simple.has(field)))
  const whole = withUnknown(wellFormed(file), wellFormed(foreign))
  const text = canonicalText(whole)
  const signature = sign(text)
  return signature === null || !isObject(whole) ? text : canonicalText({ ...whole, signatures: [signature] })
}

/** A plan as the text of its file. */
export const writePlanFile = (contents: PlanFileContents, sign?: Sign): string => writeFile({ kind: 'plan', ...contents }, sign)

/** Fields of a file that this version does not know, at its top. */
const unknownAtTop = (file: UnknownFields, kind: FileContents['kind']): UnknownFields =>
  Object.fromEntries(Object.entries(file).filter(([field]) => ![...frameFields, ...ownFields[kind]].includes(field)))

function readPlan(file: UnknownFields, frame: Frame): Result<ReadFile, PlanFileError> {
  const content = file['plan']
  if (!isObject(content)) return refuse('not-a-plan-file')
  const header = planHeader.safeParse(content['header'])
  if (!header.success) return refuseHeader(fieldOf(header.error))
  const { read, unknownOf, setAside, mended } = recordReader([header.data.id])
  const records = [
    header.data,
    ...read('sections', content['sections']),
    ...read('mandates', content['mandates']),
    ...read('activities', content['activities']),
    ...read('waivers', file['waivers']),
    ...listsBeside.flatMap((list) => read(list, file[list])),
  ]
  const instruments = read('register', file['register'])
  const inPlan = new Set<string>(['header', ...listsOfPlan])
  const ofPlan = {
    ...Object.fromEntries(Object.entries(content).filter(([field]) => !inPlan.has(field))),
    ...unknownOfHeader(content['header'], header.data),
    ...unknownOf(listsOfPlan),
  }
  const unknown = {
    ...unknownAtTop(file, 'plan'),
    ...(Object.keys(ofPlan).length === 0 ? {} : { plan: ofPlan }),
    ...unknownOf(['waivers', ...listsBeside, 'register']),
  }
  return success({ kind: 'plan', ...frame, plan: planOf(records), instruments, unknown, setAside, mended })
}

function readProposals(file: UnknownFields, frame: Frame): Result<ReadFile, PlanFileError> {
  const base = fileBase.safeParse(file['base'])
  if (!base.success) return refuse('bad-base')
  const { read, unknownOf, setAside, mended } = recordReader()
  const proposals = read('proposals', file['proposals'])
  const objections = read('objections', file['objections'])
  const unknown = { ...unknownAtTop(file, 'proposals'), ...unknownOf(['proposals', 'objections']) }
  return success({ kind: 'proposals', ...frame, base: base.data, proposals, objections, unknown, setAside, mended })
}

function readRegister(file: UnknownFields, frame: Frame): Result<ReadFile, PlanFileError> {
  const { read, unknownOf, setAside, mended } = recordReader()
  const instruments = read('register', file['register'])
  const unknown = { ...unknownAtTop(file, 'register'), ...unknownOf(['register']) }
  return success({ kind: 'register', ...frame, instruments, unknown, setAside, mended })
}

const optional = <Value>(read: { readonly success: boolean; readonly data?: Value }): Value | null => read.data ?? null

/**
 * Reads a file in stages, each with its own error: size, JSON within limits, shape, version, migration, then record by record. Bad records do
 * not reject the file; they are set aside and listed. Only a plan without a usable header, and proposals on no plan, cannot be opened.
 */
export function readFile(text: string): Result<ReadFile, PlanFileError> {
  if (text.length > longestPlanFile) return refuseTooLarge()
  const parsed = parseJson(text.replace(/^\ufeff/, ''), fileLimits)
  if (!parsed.ok) return refuse(parsed.error)
  if (!isObject(parsed.value) || parsed.value['format'] !== 'mandato') return refuse('not-a-plan-file')
  const { version } = parsed.value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return refuse('not-a-plan-file')
  const written = parsed.value['generator']
  if (version > planFileVersion) return refuseNewer(version, planFileVersion, typeof written === 'string' ? written : '')
  const file = migrateFile(parsed.value, version)
  const frame: Frame = {
    generator: typeof file['generator'] === 'string' ? file['generator'] : '',
    exportedAt: optional(moment.safeParse(file['exportedAt'])),
    exportedBy: optional(author.safeParse(file['exportedBy'])),
    unknown: {},
  }
  const { kind } = file
  if (kind === 'plan') return readPlan(file, frame)
  if (kind === 'proposals') return readProposals(file, frame)
  return kind === 'register' ? readRegister(file, frame) : refuse('other-kind')
}

/** Reads a file that must hold a plan. */
export function readPlanFile(text: string): Result<ReadPlanFile, PlanFileError> {
  const read = readFile(text)
  if (!read.ok) return failure(read.error)
  if (read.value.kind !== 'plan') return refuse('no-plan')
  const { kind: _kind, ...contents } = read.value
  return success(contents)
}

/** Whether a text looks like a plan file rather than a plan's words: by its first characters, not by its name. */
export const isPlanFile = (text: string): boolean => /^\ufeff?\s*\{/.test(text.slice(0, 200))
