import canonicalize from 'canonicalize'
import { failure, type Result, success } from '../lib/result.ts'
import { z } from '../lib/zod.ts'
import { activity } from '../model/activity.ts'
import type { Citation } from '../model/citation.ts'
import { type Instrument, instrument } from '../model/instrument.ts'
import { mandate } from '../model/mandate.ts'
import { type Plan, type PlanRecord, planHeader } from '../model/plan.ts'
import { section } from '../model/section.ts'
import { waiver } from '../model/waiver.ts'
import { planOf } from '../operations/apply.ts'
import { isObject, type Json, type JsonFailure, parseJson } from './json.ts'
import { type UnknownFields, unknownIn, withUnknown } from './unknown.ts'

/** The version of the format that is written, and the newest that is read. */
export const planFileVersion = 1

/** Longest file that is read, in characters. */
export const longestPlanFile = 64 * 1024 * 1024

const limits = { depth: 40, values: 4_000_000 }

/** Top-level fields that this version writes itself, or leaves out where they are empty. */
const simple = new Set(['format', 'version', 'generator', 'kind', 'exportedAt'])

/** What a plan file holds beside its records. */
export interface PlanFileContents {
  readonly plan: Plan
  /** The instruments that the plan cites or lists, so that a receiver can check it with nothing else. */
  readonly instruments: readonly Instrument[]
  /** Program and version that wrote the file. */
  readonly generator: string
  /** RFC 3339 with offset; null where the file does not say. */
  readonly exportedAt: string | null
  /** Fields that this version does not know, of the file and of its records, to be written back as they are. */
  readonly unknown: UnknownFields
}

/** A record that is not valid: left out of the plan, kept with its content for the person to see. */
export interface SetAside {
  readonly list: 'sections' | 'mandates' | 'activities' | 'waivers' | 'register'
  /** Place in its list, from 0. */
  readonly index: number
  /** The first field that is wrong, and how: `when.value.date: Invalid ISO date`. */
  readonly reason: string
  readonly content: Json
}

export interface ReadPlanFile extends PlanFileContents {
  readonly setAside: readonly SetAside[]
}

/** Why a plan file cannot be read, by the stage that refused it. `sentence` says it to a person. */
export interface PlanFileError {
  readonly kind: 'too-large' | JsonFailure | 'not-a-plan-file' | 'newer-version' | 'other-kind' | 'bad-header'
  readonly sentence: string
}

const sentences: Readonly<Record<Exclude<PlanFileError['kind'], 'newer-version' | 'bad-header'>, string>> = {
  'too-large': 'The file is larger than 64 million characters, more than any plan.',
  'not-json': 'The file is damaged: it ends early or holds characters that a plan file never has.',
  'too-deep': 'The file is nested deeper than any plan file; it was not opened.',
  'too-many': 'The file holds more values than any plan file; it was not opened.',
  'not-a-plan-file': 'The file is not a Mandato plan file.',
  'other-kind': 'The file is a Mandato file, but it does not hold a plan.',
}

const refuse = (kind: keyof typeof sentences): Result<never, PlanFileError> => failure({ kind, sentence: sentences[kind] })

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

/** Half a surrogate pair has no UTF-8 form: it becomes the replacement character. */
const wellFormed = (value: unknown): Json =>
  JSON.parse(JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? member.toWellFormed() : member)))

/**
 * A plan as the text of its file: JSON in canonical form (RFC 8785), so that equal content is equal bytes. Fields that an earlier reading
 * did not know are written back, beside what we write and never in its place.
 */
export function writePlanFile({ plan, instruments, generator, exportedAt, unknown }: PlanFileContents): string {
  const { header, sections, mandates, activities, waivers } = plan
  const file = {
    format: 'mandato',
    version: planFileVersion,
    kind: 'plan',
    generator,
    ...(exportedAt === null ? {} : { exportedAt }),
    plan: { header, sections, mandates, activities },
    register: instruments,
    waivers,
  }
  const foreign = Object.fromEntries(Object.entries(unknown).filter(([field]) => !simple.has(field)))
  const text = canonicalize(withUnknown(wellFormed(file), wellFormed(foreign)))
  if (text === undefined) throw new Error('A plan has no canonical form.')
  return text
}

const reasonOf = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  return issue === undefined ? 'not valid' : [issue.path.join('.'), issue.message].filter(Boolean).join(': ')
}

/** What reading finds beside the records. */
interface Found {
  readonly setAside: SetAside[]
  /** Unknown fields of records, by list and id. */
  readonly unknown: Record<SetAside['list'], [id: string, fields: Json][]>
}

/** Validates a list record by record. Bad ones, and those whose id came before, are set aside. */
function readList<Value extends { readonly id: string } & Json>(
  list: SetAside['list'],
  content: Json | undefined,
  schema: z.ZodType<Value>,
  seen: Set<string>,
  { setAside, unknown }: Found,
): Value[] {
  if (content === undefined) return []
  if (!Array.isArray(content)) {
    setAside.push({ list, index: 0, reason: 'not a list', content })
    return []
  }
  const records: readonly Json[] = content
  return records.flatMap((record, index) => {
    const read = schema.safeParse(record)
    const reason = read.success ? (seen.has(read.data.id) ? 'id: the same as of a record before it' : null) : reasonOf(read.error)
    if (!read.success || reason !== null) {
      setAside.push({ list, index, reason: reason ?? '', content: record })
      return []
    }
    seen.add(read.data.id)
    const fields = unknownIn(record, read.data)
    if (fields !== undefined) unknown[list].push([read.data.id, fields])
    return [read.data]
  })
}

function newer(version: number, generator: string): Result<never, PlanFileError> {
  const by = generator === '' ? 'a newer program' : generator
  return failure({
    kind: 'newer-version',
    sentence: `The file was written by ${by} in version ${version} of the format; this program reads up to version ${planFileVersion}. Update Mandato to open it.`,
  })
}

const lists = new Set(['header', 'sections', 'mandates', 'activities'])

/** Everything of a file that was not understood, at its place. What was set aside is not among it: it is listed with its whole content. */
function unknownOf(file: UnknownFields, content: UnknownFields, header: Json | undefined, { unknown }: Found): UnknownFields {
  const ofRecords = (names: readonly SetAside['list'][]): [string, Json][] =>
    names.flatMap((list): [string, Json][] => (unknown[list].length === 0 ? [] : [[list, Object.fromEntries(unknown[list])]]))
  const ofPlan = [
    ...Object.entries(content).filter(([field]) => !lists.has(field)),
    ...(header === undefined ? [] : [['header', header] as const]),
    ...ofRecords(['sections', 'mandates', 'activities']),
  ]
  return Object.fromEntries([
    ...Object.entries(file).filter(([field]) => !simple.has(field) && !['plan', 'register', 'waivers'].includes(field)),
    ...(ofPlan.length === 0 ? [] : [['plan', Object.fromEntries(ofPlan)] as const]),
    ...ofRecords(['waivers', 'register']),
  ])
}

/**
 * Reads a plan file in stages, each with its own error: size, JSON within limits, shape, version, then record by record. Bad records do not
 * reject the file; they are set aside and listed. Only a plan without a usable header cannot be opened.
 */
export function readPlanFile(text: string): Result<ReadPlanFile, PlanFileError> {
  if (text.length > longestPlanFile) return refuse('too-large')
  const parsed = parseJson(text.replace(/^\ufeff/, ''), limits)
  if (!parsed.ok) return refuse(parsed.error)
  const file = parsed.value
  if (!isObject(file) || file['format'] !== 'mandato') return refuse('not-a-plan-file')
  const { version } = file
  const generator = typeof file['generator'] === 'string' ? file['generator'] : ''
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refuse('not-a-plan-file')
  if (version > planFileVersion) return newer(version, generator)
  if (file['kind'] !== 'plan') return refuse('other-kind')
  const content = file['plan']
  if (!isObject(content)) return refuse('not-a-plan-file')
  const header = planHeader.safeParse(content['header'])
  if (!header.success) {
    return failure({
      kind: 'bad-header',
      sentence: `The plan's own record is damaged (${reasonOf(header.error)}); the plan cannot be opened.`,
    })
  }
  const found: Found = { setAside: [], unknown: { sections: [], mandates: [], activities: [], waivers: [], register: [] } }
  const seen = new Set([header.data.id])
  const records: PlanRecord[] = [
    header.data,
    ...readList('sections', content['sections'], section, seen, found),
    ...readList('mandates', content['mandates'], mandate, seen, found),
    ...readList('activities', content['activities'], activity, seen, found),
    ...readList('waivers', file['waivers'], waiver, seen, found),
  ]
  const instruments = readList('register', file['register'], instrument, new Set(), found)
  const exportedAt = z.iso.datetime({ offset: true }).safeParse(file['exportedAt'])
  return success({
    plan: planOf(records),
    instruments,
    generator,
    exportedAt: exportedAt.success ? exportedAt.data : null,
    unknown: unknownOf(file, content, unknownIn(content['header'] ?? null, header.data), found),
    setAside: found.setAside,
  })
}

/** Whether a text looks like a plan file rather than a plan's words: by its first characters, not by its name. */
export const isPlanFile = (text: string): boolean => /^\ufeff?\s*\{/.test(text.slice(0, 200))
