import { span } from '../dates/span.ts'
import type { Activity, ActivityKind, Item } from '../model/activity.ts'
import type { Citation, Remark } from '../model/citation.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import type { Change } from '../operations/change.ts'
import { callName } from '../register/titles.ts'
import type { Resolution } from '../register/register.ts'
import { likeness } from '../register/ranking.ts'
import { foldWords, stemsOf, stemsOfFolded } from '../register/words.ts'
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

/** Groups the lines of an activity cell: each with what stands under it. */
function linesOf(items: readonly Item[]): Line[] {
  const groups: { item: Item; parts: Item[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.level > 0 && last !== undefined) last.parts.push(item)
    else groups.push({ item, parts: [] })
  }
  return groups.map(({ item, parts }) => {
    const text =
      parts.length === 0
        ? item.text.trim()
        : [item, ...parts]
            .map((line) => line.text.trim())
            .join('\n')
            .trim()
    return { item, parts, text, folded: foldWords(text) }
  })
}

/** Share of subject words that makes two wordings one topic. Fewer than two subject words are too few to compare. */
const sameTopic = 0.7

function topicsTaken(lines: readonly Line[], stems: ReadonlySet<string>, context: Context): number[] {
  if (context.announced.length === 0) return []
  let texts: ReadonlySet<string>[] | null = null
  return context.announced.flatMap((topic, index) => {
    // a line cannot share more with the topic than the whole cell does
    if (likeness(topic.stems, stems) < sameTopic && topic.stems.size <= stems.size) return []
    texts ??= lines.flatMap(({ item, parts }) => [item, ...parts]).map(({ text }) => new Set(stemsOf(text)))
    return texts.some((held) => Math.min(held.size, topic.stems.size) > 1 && likeness(held, topic.stems) >= sameTopic) ? [index] : []
  })
}

/** A date as a message names it: the month where the plan names a month, else the day given. */
export const dateName = ({ when }: Activity, day: string): string => (when.value.kind === 'month' ? when.value.month : day)

export const targetOf = (part: Target['part'], id: string, field: string | null = null, more: Partial<Target> = {}): Target => ({
  part,
  id,
  field,
  entry: null,
  range: null,
  ...more,
})

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

export function activityFacts(activity: Activity, context: Context): ActivityFacts {
  const days = span(activity.when.value)
  const lines = linesOf(activity.items)
  const stems = new Set<string>()
  for (const { folded } of lines) for (const stem of stemsOfFolded(folded)) stems.add(stem)
  const cited: Cited[] = []
  const serves: number[] = []
  let kind: ActivityKind | null = null
  const facts: ActivityFacts = {
    activity,
    cited,
    remarks: activity.mandate.filter((entry) => entry.kind === 'remark'),
    // asked of few rows, and the words of all items have to be read for it
    get kind() {
      kind ??= activity.kind ?? inferActivityKind(activity.items)
      return kind
    },
    from: days?.start ?? null,
    to: days?.end ?? null,
    months: days === null ? null : { first: monthCount(days.start), last: monthCount(days.end) },
    lines,
    stems,
    serves,
    topics: topicsTaken(lines, stems, context),
    steps: stepsOf(lines),
  }
  const seen = new Set<string>()
  for (const entry of activity.mandate) {
    if (entry.kind !== 'citation') continue
    const found = citedFrom(entry, context, {
      place: 'activity',
      activity: facts,
      first: true,
      target: targetOf('activity', activity.id, 'mandate', { entry: entry.id }),
      rewrite: (patch) => rewriteInActivity(activity, entry, patch),
    })
    cited.push(seen.has(found.key) ? { ...found, first: false } : found)
    if (seen.has(found.key)) continue
    seen.add(found.key)
    const place = context.listed.get(found.key)
    if (place !== undefined) serves.push(place)
  }
  return facts
}

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
