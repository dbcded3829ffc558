import { span } from '../dates/span.ts'
import type { Activity, ActivityKind, Item } from '../model/activity.ts'
import type { Citation, Remark } from '../model/citation.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import type { Change } from '../operations/change.ts'
import { callName } from '../register/titles.ts'
import type { Resolution } from '../register/register.ts'
import { likeness } from '../register/ranking.ts'
import { foldWords, stemsOfFolded } from '../register/words.ts'
import { inferActivityKind } from '../cells/activity-kind.ts'
import { type Context, instrumentKey } from './context.ts'
import { type CitationPatch, rewriteInActivity, rewriteInMandate } from './edits.ts'
import type { Target } from './finding.ts'
import { type Step, stepsOf } from './steps.ts'
import { isSpelt } from './spelling.ts'

/** A citation in its place, with what the register makes of it. */
export interface Cited {
  readonly citation: Pick<Citation, 'symbol' | 'written' | 'title' | 'provisions' | 'links'>
  readonly place: 'activity' | 'mandate' | 'text'
  readonly resolution: Resolution | null
  readonly key: string
  /** What messages call it: the register's symbol or title, else the symbol or name as it was written. */
  readonly name: string
  /** Whether the symbol is written as it should be. */
  readonly spelt: boolean
  /** False where the same record cited the same instrument before. */
  readonly first: boolean
  readonly activity: ActivityFacts | null
  readonly target: Target
  /** Changes that write something else in its place. */
  readonly rewrite: (patch: CitationPatch) => Change[]
}

/** One piece of the plan's own words. */
export interface TextSpot {
  readonly text: string
  readonly target: Target
  /** The pieces before and after it in running text, where quotations go on over paragraphs; empty elsewhere. */
  readonly before: string
  readonly after: string
  readonly replace: (start: number, end: number, words: string) => Change[]
}

/** A line of an activity cell with the lines that stand under it. */
export interface Line {
  readonly item: Item
  readonly parts: readonly Item[]
  /** All their words, and the same folded for comparison. */
  readonly text: string
  readonly folded: string
}

/** A row of the calendar and what the rules want to know of it, computed once. */
export interface ActivityFacts {
  readonly activity: Activity
  readonly cited: readonly Cited[]
  readonly remarks: readonly Remark[]
  readonly kind: ActivityKind
  /** First and last day that it may take; null when open or unreadable. */
  readonly from: string | null
  readonly to: string | null
  /** Months since year 0 of its first and last day; null as above. */
  readonly months: { readonly first: number; readonly last: number } | null
  readonly lines: readonly Line[]
  /** Subject words of its items. */
  readonly stems: ReadonlySet<string>
  /** Places in the list of mandates that it serves. */
  readonly serves: readonly number[]
  /** Places among the announced topics that it takes up. */
  readonly topics: readonly number[]
  readonly steps: readonly Step[]
}

export interface MandateFacts {
  readonly mandate: Mandate
  readonly cited: Cited
}

/** The activities that begin in one month, with their rows. */
export interface MonthFacts {
  /** `2021-03` */
  readonly month: string
  readonly activities: readonly ActivityFacts[]
}

/** A run of rows. The very same list comes back as long as none of its rows changes, so what is made of it can be kept: see `perRun`. */
export type Run = readonly ActivityFacts[]

/** The plan as rules of plan scope see it: records and their facts, in order. */
export interface PlanFacts {
  readonly plan: Plan
  /** All rows, in runs. */
  readonly runs: readonly Run[]
  readonly mandates: readonly MandateFacts[]
}

/**
 * Computes once for each run of rows. Rules of plan scope look at every row at every key press; with this they look at what each run of
 * rows came to, and only the edited row's run is gone through again.
 */
export function perRun<Value>(compute: (run: Run) => Value): (run: Run) => Value {
  const held = new WeakMap<Run, { value: Value }>()
  return (run) => {
    let kept = held.get(run)
    if (kept === undefined) {
      kept = { value: compute(run) }
      held.set(run, kept)
    }
    return kept.value
  }
}

const monthCount = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** `2021-03` for months since year 0. */
export const monthName = (count: number): string =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`

/** One list for all rows of which there is nothing to say, as is so of most. */
const none: readonly never[] = []

function lineOf(item: Item, parts: readonly Item[]): Line {
  const first = item.text.trim()
  const text = parts.length === 0 ? first : [first, ...parts.map((part) => part.text.trim())].join('\n').trim()
  return { item, parts, text, folded: foldWords(text) }
}

/** Groups the lines of an activity cell: each with what stands under it. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let head: Item | null = null
  let parts: Item[] = []
  for (const item of items) {
    if (item.level > 0 && head !== null) parts.push(item)
    else {
      if (head !== null) lines.push(lineOf(head, parts))
      head = item
      parts = []
    }
  }
  if (head !== null) lines.push(lineOf(head, parts))
  return lines
}

/** Share of subject words that makes two wordings one topic. Fewer than two subject words are too few to compare. */
const sameTopic = 0.7

/** Whether two of a topic's stems stand in the lines, as they must where one takes it up: a look that spares most rows the comparison. */
function mayTakeUp(lines: readonly Line[], stems: ReadonlySet<string>): boolean {
  let found = 0
  for (const stem of stems) {
    for (const { folded } of lines) {
      if (!folded.includes(stem)) continue
      found++
      break
    }
    if (found === 2) return true
  }
  return false
}

/** The stems of each line and of each part for itself. */
const stemsByLine = (lines: readonly Line[]): ReadonlySet<string>[] =>
  lines
    .flatMap(({ item, parts, folded }) => (parts.length === 0 ? [folded] : [item, ...parts].map(({ text }) => foldWords(text))))
    .map((folded) => new Set(stemsOfFolded(folded)))

function topicsTaken(lines: readonly Line[], announced: Context['announced']): readonly number[] {
  if (!announced.some(({ stems }) => mayTakeUp(lines, stems))) return none
  const held = stemsByLine(lines)
  return announced.flatMap(({ stems }, index) =>
    held.some((line) => Math.min(line.size, stems.size) > 1 && likeness(line, stems) >= sameTopic) ? [index] : [],
  )
}

/** A date as a message names it: the month where the plan names a month, else the day given. */
export const dateName = ({ when }: Activity, day: string): string => (when.value.kind === 'month' ? when.value.month : day)

export const targetOf = (
  part: Target['part'],
  id: string,
  field: string | null = null,
  { entry = null, range = null }: Partial<Pick<Target, 'entry' | 'range'>> = {},
): Target => ({ part, id, field, entry, range })

/** What the register makes of a citation that stands in a record. */
export function citedFrom(
  citation: Cited['citation'],
  context: Context,
  more: Pick<Cited, 'place' | 'activity' | 'target' | 'rewrite' | 'first'> & { readonly spelt?: boolean },
): Cited {
  const resolution = context.register.resolve(citation)
  const name = citation.title ?? citation.written
  return {
    spelt: isSpelt(citation),
    ...more,
    citation,
    resolution,
    key: instrumentKey(resolution, citation.symbol, name),
    name:
      resolution === null || resolution.how === 'name'
        ? (resolution?.instrument.symbol ?? citation.symbol ?? name)
        : callName(resolution.instrument),
  }
}

/** A row's facts. What takes work and few rules ask for is found out when it is asked for. */
class RowFacts implements ActivityFacts {
  readonly activity: Activity
  readonly cited: readonly Cited[]
  readonly remarks: readonly Remark[]
  readonly from: string | null
  readonly to: string | null
  readonly months: ActivityFacts['months']
  readonly lines: readonly Line[]
  readonly serves: readonly number[]
  readonly topics: readonly number[]
  readonly steps: readonly Step[]
  private heldKind: ActivityKind | null = null

  constructor(activity: Activity, context: Context) {
    const days = span(activity.when.value)
    this.activity = activity
    this.from = days?.start ?? null
    this.to = days?.end ?? null
    this.months = days === null ? null : { first: monthCount(days.start), last: monthCount(days.end) }
    this.lines = linesOf(activity.items)
    this.topics = topicsTaken(this.lines, context.announced)
    this.steps = stepsOf(this.lines)
    const remarks = activity.mandate.filter((entry) => entry.kind === 'remark')
    this.remarks = remarks.length === 0 ? none : remarks
    const cited: Cited[] = []
    const serves: number[] = []
    for (const entry of activity.mandate) {
      if (entry.kind !== 'citation') continue
      const found = this.cite(entry, context)
      const first = !cited.some(({ key }) => key === found.key)
      cited.push(first ? found : { ...found, first })
      const place = first ? context.listed.get(found.key) : undefined
      if (place !== undefined) serves.push(place)
    }
    this.cited = cited
    this.serves = serves
  }

  get kind(): ActivityKind {
    this.heldKind ??= this.activity.kind ?? inferActivityKind(this.activity.items)
    return this.heldKind
  }

  get stems(): ReadonlySet<string> {
    return new Set(this.lines.flatMap(({ folded }) => stemsOfFolded(folded)))
  }

  private cite(citation: Citation, context: Context): Cited {
    const { activity } = this
    return citedFrom(citation, context, {
      place: 'activity',
      activity: this,
      first: true,
      target: targetOf('activity', activity.id, 'mandate', { entry: citation.id }),
      rewrite: (patch) => rewriteInActivity(activity, citation, patch),
    })
  }
}

export const activityFacts = (activity: Activity, context: Context): ActivityFacts => new RowFacts(activity, context)

export function mandateFacts(mandate: Mandate, context: Context): MandateFacts {
  const cited = citedFrom(mandate.citation, context, {
    place: 'mandate',
    activity: null,
    first: true,
    target: targetOf('mandate', mandate.id, 'citation'),
    rewrite: (patch) => rewriteInMandate(mandate, patch),
  })
  return { mandate, cited }
}
