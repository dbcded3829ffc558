import type { z } from '../lib/zod.ts'
import { activity } from '../model/activity.ts'
import { deadline, objection } from '../model/deadline.ts'
import { decision } from '../model/decision.ts'
import { instrument } from '../model/instrument.ts'
import { mandate } from '../model/mandate.ts'
import { proposal } from '../model/proposal.ts'
import { revision } from '../model/revision.ts'
import { section } from '../model/section.ts'
import { waiver } from '../model/waiver.ts'
import { isObject, type Json } from './json.ts'
import { mendChanges, type MendedList, mendPlaces } from './mend-places.ts'
import { type UnknownFields, unknownIn } from './unknown.ts'

/** The lists of records that a file may hold: `plan` those inside its plan, `file` those beside it. */
export const listSchemas = {
  sections: section,
  mandates: mandate,
  activities: activity,
  waivers: waiver,
  proposals: proposal,
  decisions: decision,
  revisions: revision,
  deadlines: deadline,
  objections: objection,
  register: instrument,
} as const

export type ListName = keyof typeof listSchemas

/** Lists that stand inside a file's plan; the others stand beside it. */
export const listsOfPlan = ['sections', 'mandates', 'activities'] as const satisfies readonly ListName[]

/** Lists beside the plan that are left out where they are empty. */
export const listsBeside = ['proposals', 'decisions', 'revisions', 'deadlines', 'objections'] as const satisfies readonly ListName[]

/** A record that is not valid: left out of the plan, kept with its content for the person to see. */
export interface SetAside {
  readonly list: ListName
  /** Place in its list, from 0. */
  readonly index: number
  /** The first field that is wrong, and how: `when.value.date: Invalid ISO date`. */
  readonly reason: string
  readonly content: Json
}

/** A record whose key of order was none, or that of another: it keeps the place at which it is shown, by a new key. */
export interface Mended {
  readonly list: ListName
  /** Place in its list, from 0. */
  readonly index: number
}

/** The lists whose records say where they stand, with what mends them where they do not. */
const mending: Partial<Record<ListName, (records: readonly Json[]) => MendedList>> = {
  sections: mendPlaces,
  mandates: mendPlaces,
  activities: mendPlaces,
  proposals: (records) => mendChanges(records, 'change'),
  decisions: (records) => mendChanges(records, 'enacted'),
}

/** The first field that is wrong: `when.value.date`. */
export const fieldOf = ({ issues }: z.ZodError): string => issues[0]?.path.join('.') ?? ''

const reasonOf = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  return issue === undefined ? 'not valid' : [issue.path.join('.'), issue.message].filter(Boolean).join(': ')
}

/** Reads lists record by record, collecting beside the records what was bad in them and what was not known of them. */
export function recordReader(takenIds: readonly string[] = []) {
  const setAside: SetAside[] = []
  const mended: Mended[] = []
  const unknown: Partial<Record<ListName, [id: string, fields: Json][]>> = {}
  const seen = new Set(takenIds)

  /** Validates a list record by record. Bad ones, and those whose id came before, are set aside. */
  function read<Name extends ListName>(list: Name, content: Json | undefined): z.infer<(typeof listSchemas)[Name]>[]
  function read(list: ListName, content: Json | undefined): { readonly id: string }[] {
    if (content === undefined) return []
    if (!Array.isArray(content)) {
      setAside.push({ list, index: 0, reason: 'not a list', content })
      return []
    }
    const entries: readonly Json[] = content
    const { records, mended: anew } = mending[list]?.(entries) ?? { records: entries, mended: [] }
    const isNew = new Set(anew)
    return records.flatMap((record, index) => {
      const result = listSchemas[list].safeParse(record)
      // Instruments have ids of their own kind: they may meet those of records.
      const key = (id: string): string => (list === 'register' ? `register ${id}` : id)
      const reason = result.success
        ? seen.has(key(result.data.id))
          ? 'id: the same as of a record before it'
          : null
        : reasonOf(result.error)
      if (!result.success || reason !== null) {
        setAside.push({ list, index, reason: reason ?? '', content: record })
        return []
      }
      seen.add(key(result.data.id))
      if (isNew.has(index)) mended.push({ list, index })
      const fields = unknownIn(record, result.data)
      if (fields !== undefined) (unknown[list] ??= []).push([result.data.id, fields])
      return [result.data]
    })
  }

  /** Unknown fields of the records of these lists, by list and id. */
  const unknownOf = (lists: readonly ListName[]): UnknownFields =>
    Object.fromEntries(
      lists.flatMap((list) => {
        const fields = unknown[list]
        return fields === undefined ? [] : [[list, Object.fromEntries(fields)]]
      }),
    )

  return { read, unknownOf, setAside, mended }
}

/** Unknown fields of a header, if there are any. */
export const unknownOfHeader = (written: Json | undefined, read: Json): UnknownFields => {
  const fields = unknownIn(written ?? null, read)
  return isObject(fields) ? { header: fields } : {}
}
