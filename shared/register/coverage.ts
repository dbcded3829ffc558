import { instrumentKey } from '../checks/context.ts'
import { sortKey, span } from '../dates/span.ts'
import { monthAfter, monthsOf } from '../documents/months.ts'
import type { MakeId } from '../lib/ids.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity, Item } from '../model/activity.ts'
import type { Citation } from '../model/citation.ts'
import type { Instrument, Provision } from '../model/instrument.ts'
import { openDate, type PlanDateValue } from '../model/plan-date.ts'
import type { Plan } from '../model/plan.ts'
import type { Change } from '../operations/change.ts'
import { insertActivity } from '../operations/edits.ts'
import type { Register } from './register.ts'

/** An activity that serves a listed provision: by naming it, or a part of it, or by citing the text that it stands in as a whole. */
export interface Serving {
  readonly activity: Activity
  readonly how: 'named' | 'whole'
  /** Those of the coverage's months in which it may take place; empty when it names none of them. */
  readonly months: readonly string[]
}

/** A provision of the plan's list and the activities that serve it, earliest first. */
export interface CoverageRow {
  /** Null for a text that is listed as a whole. */
  readonly label: string | null
  /** Null when the register does not hold it. */
  readonly provision: Provision | null
  /** Nothing serves it. */
  readonly open: boolean
  readonly serving: readonly Serving[]
}

/** A listed instrument with its listed provisions, open ones first. */
export interface CoverageGroup {
  /** Its first entry in the list: what a drafted activity cites. */
  readonly citation: Citation
  readonly instrument: Instrument | null
  readonly rows: readonly CoverageRow[]
  /** How many of its rows are open. */
  readonly open: number
}

/** Which of the mandates a plan lists are served by its activities, and when. */
export interface Coverage {
  /** `2026-09`, from the first month of the calendar to the last; those of the term while the calendar names none. */
  readonly months: readonly string[]
  /** Instruments with something open first, else in the plan's order. */
  readonly groups: readonly CoverageGroup[]
  readonly open: number
  readonly all: number
}

interface Cited {
  readonly activity: Activity
  readonly labels: readonly string[]
}

const keysOf = new WeakMap<Register, WeakMap<Citation, string>>()

/** What tells the instrument that a citation names from others; looked up once for each citation, since most stay as they are. */
function keyOf(citation: Citation, register: Register): string {
  let keys = keysOf.get(register)
  if (keys === undefined) {
    keys = new WeakMap()
    keysOf.set(register, keys)
  }
  let key = keys.get(citation)
  if (key === undefined) {
    key = instrumentKey(register.resolve(citation), citation.symbol, citation.title ?? citation.written)
    keys.set(citation, key)
  }
  return key
}

/** Rows of the calendar by the instruments that they cite. What was cancelled serves nothing. */
function citedBy({ activities }: Plan, register: Register): Map<string, Cited[]> {
  const index = new Map<string, Cited[]>()
  for (const activity of activities) {
    if (activity.state === 'cancelled') continue
    for (const entry of activity.mandate) {
      if (entry.kind !== 'citation') continue
      const key = keyOf(entry, register)
      const cited = { activity, labels: entry.provisions }
      const list = index.get(key)
      if (list === undefined) index.set(key, [cited])
      else list.push(cited)
    }
  }
  return index
}

/** A label and those of the provisions that it is part of, innermost first. */
function lineage(label: string, instrument: Instrument | null, register: Register): string[] {
  const line: string[] = []
  let at: string | null = label
  while (at !== null && !line.includes(at.toLowerCase())) {
    line.push(at.toLowerCase())
    const known: Provision | null = instrument === null ? null : register.provision(instrument, at)
    const dot: number = at.lastIndexOf('.')
    at = known === null ? (/^\d/.test(at) && dot > 0 ? at.slice(0, dot) : null) : known.parent
  }
  return line
}

/** Months from the first day of a date to its last, as far as they are shown. */
function monthsIn(value: PlanDateValue, shown: readonly string[]): readonly string[] {
  const days = span(value)
  if (days === null) return []
  const [first, last] = [days.start.slice(0, 7), days.end.slice(0, 7)]
  const from = shown.findIndex((month) => month >= first)
  const to = from < 0 ? -1 : shown.findIndex((month, index) => index >= from && month > last)
  return from < 0 ? [] : shown.slice(from, to < 0 ? shown.length : to)
}

function termMonths({ header: { term } }: Plan): string[] {
  if (term === null) return []
  const months = [term.start.slice(0, 7)]
  for (let next = monthAfter(months[0] ?? ''); next <= term.end.slice(0, 7); next = monthAfter(next)) months.push(next)
  return months
}

/** Which listed provisions the calendar serves, which it leaves open, and when. */
export function coverageOf(plan: Plan, register: Register): Coverage {
  const dated = monthsOf(plan.activities)
  const months = dated.length > 0 ? dated : termMonths(plan)
  const index = citedBy(plan, register)
  const byInstrument = Map.groupBy(plan.mandates, ({ citation }) => keyOf(citation, register))
  const groups = [...byInstrument].flatMap(([key, mandates]): CoverageGroup[] => {
    const citation = mandates[0]?.citation
    if (citation === undefined) return []
    const instrument = register.resolve(citation)?.instrument ?? null
    const cited = index.get(key) ?? []
    const labels = [...new Set(mandates.flatMap((mandate) => mandate.citation.provisions))]
    const served = servingBy(cited, instrument, register)
    const rows = (labels.length === 0 ? [null] : labels).map((label): CoverageRow => {
      const serving = served(label).map(([activity, how]) => ({ activity, how, months: monthsIn(activity.when.value, months) }))
      const provision = label === null || instrument === null ? null : register.provision(instrument, label)
      return { label, provision, open: serving.length === 0, serving }
    })
    return [{ citation, instrument, rows: openFirst(rows, ({ open }) => open), open: rows.filter(({ open }) => open).length }]
  })
  return {
    months,
    groups: openFirst(groups, ({ open }) => open > 0),
    open: groups.reduce((sum, { open }) => sum + open, 0),
    all: groups.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

const openFirst = <Row>(rows: readonly Row[], isOpen: (row: Row) => boolean): Row[] => [
  ...rows.filter(isOpen),
  ...rows.filter((row) => !isOpen(row)),
]

/** Earliest first; of two on the same day, the one that was named first. */
function byDate(how: ReadonlyMap<Activity, Serving['how']>): (readonly [Activity, Serving['how']])[] {
  const keyed = [...how].map((pair) => ({ pair, key: sortKey(pair[0].when.value) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ pair }) => pair)
}

/** Answers which rows serve a label of one instrument, earliest first: those that name it, a part of it, or what it is part of; else the whole text. */
function servingBy(cited: readonly Cited[], instrument: Instrument | null, register: Register) {
  const naming = new Map<string, Set<Activity>>()
  const containing = new Map<string, Set<Activity>>()
  const lines = new Map<string, string[]>()
  const lineOf = (label: string): string[] => {
    const line = lines.get(label) ?? lineage(label, instrument, register)
    lines.set(label, line)
    return line
  }
  const add = (index: Map<string, Set<Activity>>, label: string, activity: Activity) => {
    const held = index.get(label)
    if (held === undefined) index.set(label, new Set([activity]))
    else held.add(activity)
  }
  for (const { activity, labels } of cited) {
    for (const label of labels) {
      add(naming, label.toLowerCase(), activity)
      for (const outer of lineOf(label)) add(containing, outer, activity)
    }
  }
  const whole = cited.filter(({ labels }) => labels.length === 0).map(({ activity }) => activity)
  return (label: string | null): (readonly [Activity, Serving['how']])[] => {
    const named =
      label === null
        ? cited.map(({ activity }) => activity)
        : [...(containing.get(label.toLowerCase()) ?? []), ...lineOf(label).flatMap((outer) => [...(naming.get(outer) ?? [])])]
    const how = new Map<Activity, Serving['how']>(whole.map((activity) => [activity, 'whole']))
    for (const activity of named) how.set(activity, 'named')
    return byDate(how)
  }
}

/**
 * A row for a listed provision: in the month asked for, or with its date still open; after the rows that come before it in time. It cites the
 * provision alone, and begins as the committee writes: a thematic meeting, and what the provision is about.
 */
export function draftActivity(
  plan: Plan,
  { citation }: Pick<CoverageGroup, 'citation'>,
  { label, provision }: Pick<CoverageRow, 'label' | 'provision'>,
  month: string | null,
  makeId: MakeId,
): { readonly activity: Activity; readonly changes: Change[] } {
  const value: PlanDateValue = month === null ? openDate.value : { kind: 'month', month, part: null }
  const later = plan.activities.findIndex((other) => sortKey(other.when.value) > sortKey(value))
  const empty = insertActivity(plan, later < 0 ? plan.activities.length : later, makeId).activity
  const activity: Activity = {
    ...empty,
    when: { ...openDate, value },
    mandate: [{ ...citation, id: makeId(), provisions: label === null ? [] : [label] }],
    items: firstLines(plan, provision, makeId),
  }
  return { activity, changes: [{ kind: 'insert', record: activity }] }
}

/** A line of the calendar is short: an official text longer than this gives none. */
const longestTopic = 200

function firstLines({ header: { language } }: Plan, provision: Provision | null, makeId: MakeId): Item[] {
  const lead: Item = { id: makeId(), level: 0, marker: 'none', text: documentLabels[language].thematicMeeting }
  const topic = (provision?.summary[language] ?? provision?.text[language] ?? provision?.summary.en ?? '').replace(/\.$/, '')
  return topic === '' || topic.length > longestTopic ? [lead] : [lead, { id: makeId(), level: 1, marker: 'bullet', text: topic }]
}
