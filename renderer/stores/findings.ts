import { create } from 'zustand'
import {
  type Checker,
  createChecker,
  type Finding,
  type Fix,
  formatFinding,
  formatFix,
  type Standing,
  verdictOf,
} from '#shared/checks/index.ts'
import { say } from '#shared/locales/message.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Register } from '#shared/register/register.ts'
import { windowLanguage } from '../app/words.ts'
import { languageOf, usePreferences } from './preferences.ts'
import { edit, usePlan } from './plan.ts'
import { rowPlaces } from './row-numbers.ts'
import { type Column, goTo, usePlace } from './place.ts'
import { learn, useRegister } from './register.ts'

/** Where a finding leads. */
export type FindingPlace =
  | { readonly kind: 'activity'; readonly id: string; readonly column: Column }
  | { readonly kind: 'mandate' | 'section'; readonly id: string }
  | { readonly kind: 'plan' }

/** A finding as the window shows it: said in the reader's language, with its place in the window. */
export interface ShownFinding extends Pick<Finding, 'rule' | 'severity' | 'provision' | 'about' | 'target' | 'waiver'> {
  /** The same for the same finding of the next check, so that it can stay selected. */
  readonly key: string
  readonly place: FindingPlace
  /** The entry, line or block inside the cell that it is about, by id. */
  readonly part: string | null
  /** Where in that part's text its words stand. */
  readonly range: Finding['target']['range']
  readonly sentence: string
  readonly fixes: readonly ShownFix[]
}

/** A repair on offer; its label says what will be written. */
export interface ShownFix {
  readonly label: string
  readonly changes: Fix['changes']
  readonly learns: Fix['learns']
}

/** What a row shows of the check: its verdict, and the findings of each of its cells. */
export interface Mark {
  readonly standing: Standing | 'unchecked'
  readonly columns: Readonly<Record<Column, readonly ShownFinding[]>>
}

interface Findings {
  /** What stands open. */
  readonly findings: readonly ShownFinding[]
  /** What the Chair let stand. */
  readonly waived: readonly ShownFinding[]
  /** As the check gave them, the waived ones too. */
  readonly raw: readonly Finding[]
  readonly marks: ReadonlyMap<string, Mark>
  /** Findings about the entries of the list of mandates, by the entry's id. */
  readonly byMandate: ReadonlyMap<string, readonly ShownFinding[]>
  /** Whether the plan was checked: not before the register is there. */
  readonly checked: boolean
  /** Whether the check itself broke down. The plan can still be edited and is saved; the window says that it is not being checked. */
  readonly broken: boolean
}

const none: Findings = { findings: [], waived: [], raw: [], marks: new Map(), byMandate: new Map(), checked: false, broken: false }

/** What the check says of the plan shown. Follows the plan and the register by itself, see `followPlan`. */
export const useFindings = create<Findings>(() => none)

export const noMark: Mark = { standing: 'unchecked', columns: { date: [], mandate: [], activity: [] } }

const columnOf = (field: string | null): Column => (field === 'when' ? 'date' : field === 'items' ? 'activity' : 'mandate')

function placeOf({ target: { part, id, field } }: Finding): FindingPlace {
  switch (part) {
    case 'activity':
      return { kind: 'activity', id, column: columnOf(field) }
    case 'mandate':
    case 'section':
      return { kind: part, id }
    case 'plan':
      return { kind: 'plan' }
  }
}

/** What is the same for the same finding of the next check. */
export const findingKey = ({ rule, target, about, provision, message }: Finding): string =>
  [rule, target.id, target.entry, about, provision, message.id].join(' ')

let said = new WeakMap<Finding['message'], ShownFinding>()

/**
 * The check gives back the very same message for what did not change, whatever became of the row's number, and so this gives back the very
 * same finding: a row that moves takes its findings along without their being drawn again.
 */
function shownOf(finding: Finding): ShownFinding {
  const { rule, severity, provision, target, about, message, fixes, waiver } = finding
  const held = said.get(message)
  if (held !== undefined && held.severity === severity && held.waiver === waiver) return held
  const shown: ShownFinding = {
    key: findingKey(finding),
    rule,
    severity,
    provision,
    about,
    target,
    waiver,
    place: placeOf(finding),
    part: target.entry,
    range: target.range,
    sentence: formatFinding(finding, windowLanguage),
    fixes: fixes.map((fix) => ({ label: formatFix(fix, windowLanguage), changes: fix.changes, learns: fix.learns })),
  }
  said.set(message, shown)
  return shown
}

/** Keys tell findings apart; of two that are alike in all the key holds, the later gets a number. */
function withOwnKeys(findings: readonly ShownFinding[]): ShownFinding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1
    seen.set(finding.key, count)
    return count === 1 ? finding : { ...finding, key: `${finding.key} ${count}` }
  })
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

interface HeldMark {
  readonly activity: Activity
  readonly shown: readonly ShownFinding[]
  readonly mark: Mark
}

let heldMarks: ReadonlyMap<string, HeldMark> = new Map()

/** Marks row by row; a row whose findings did not change keeps the very same mark, and so is not drawn again. */
function marksOf(plan: Plan, raw: readonly Finding[], shown: readonly ShownFinding[], register: Register): ReadonlyMap<string, Mark> {
  const rawById = Map.groupBy(raw, ({ target }) => target.id)
  const shownById = Map.groupBy(shown, ({ place }) => (place.kind === 'plan' ? '' : place.id))
  heldMarks = new Map(
    plan.activities.map((activity) => {
      const ownRaw = rawById.get(activity.id) ?? []
      const own = shownById.get(activity.id) ?? []
      const held = heldMarks.get(activity.id)
      if (held?.activity === activity && sameList(held.shown, own)) return [activity.id, held]
      const inColumn = (column: Column) => own.filter(({ place }) => place.kind === 'activity' && place.column === column)
      const mark: Mark = {
        standing: verdictOf(activity, ownRaw, register).standing,
        columns: { date: inColumn('date'), mandate: inColumn('mandate'), activity: inColumn('activity') },
      }
      return [activity.id, { activity, shown: own, mark }]
    }),
  )
  return new Map([...heldMarks].map(([id, { mark }]) => [id, mark]))
}

let checker: { readonly register: Register; readonly checker: Checker } | null = null

function check(plan: Plan | null, register: Register | null): Findings {
  if (plan === null || register === null) return none
  if (checker?.register !== register) checker = { register, checker: createChecker(register) }
  const raw = checker.checker.check(plan)
  const all = withOwnKeys(raw.map(shownOf))
  const findings = all.filter(({ waiver }) => waiver === null)
  return {
    findings,
    waived: all.filter(({ waiver }) => waiver !== null),
    raw,
    marks: marksOf(plan, raw, findings, register),
    byMandate: Map.groupBy(findings, ({ place }) => (place.kind === 'mandate' ? place.id : '')),
    checked: true,
    broken: false,
  }
}

/** Rows of a plan whose first check is not felt. */
const checkedAtOnce = 200

/**
 * Checks again whenever the plan or the register changes: after the window has shown the edit itself, so that a key press never waits for
 * the check. Called once, when the window starts.
 */
export function followPlan(): void {
  let due = false
  const run = () => {
    due = false
    try {
      useFindings.setState(check(usePlan.getState().plan, useRegister.getState().register))
    } catch (error) {
      checker = null
      useFindings.setState({ ...none, broken: true })
      reportError(error)
    }
  }
  const follow = () => {
    if (due) return
    due = true
    afterPaint(run)
  }
  usePlan.subscribe((now, before) => {
    // Another plan altogether is shown with its findings, unless checking it would keep it from being shown at all.
    if (now.planId !== before.planId || before.plan === null) {
      if ((now.plan?.activities.length ?? 0) <= checkedAtOnce) return run()
      useFindings.setState(none)
      follow()
    } else if (now.plan !== before.plan) follow()
  })
  useRegister.subscribe(follow)
  usePreferences.subscribe((now, before) => {
    if (languageOf(now) === languageOf(before)) return
    said = new WeakMap()
    run()
  })
}

/** Windows that are not shown paint no frames, so a timer stands in. */
export function afterPaint(act: () => void): void {
  if (document.hidden) setTimeout(act)
  else requestAnimationFrame(() => setTimeout(act))
}

/** The place of the row that a finding stands in; 0 for the list of mandates, the text and the plan as a whole. */
export const rowOf = ({ place }: ShownFinding, places: ReadonlyMap<string, number>): number =>
  place.kind === 'activity' ? (places.get(place.id) ?? 0) : 0

/** Brings the place of a finding into view and selects it. */
export function goToFinding(finding: ShownFinding): void {
  const { place } = finding
  if (place.kind === 'activity') goTo(place.id, place.column)
  else if (place.kind === 'mandate') usePlace.setState({ view: 'mandates', editing: null, reveal: place.id })
  else if (place.kind === 'section') usePlace.setState({ view: 'text', editing: null, reveal: finding.part ?? place.id })
  usePlace.setState({ finding: finding.key })
}

/** The next or previous finding after the one last gone to, else from the selected row on; round and round. */
export function stepThroughFindings(by: 1 | -1): void {
  const { findings } = useFindings.getState()
  const { finding, row } = usePlace.getState()
  const at = findings.findIndex(({ key }) => key === finding)
  const places = rowPlaces(usePlan.getState().plan)
  const own = places.get(row ?? '') ?? 0
  const ahead = findings.findIndex((other) => rowOf(other, places) >= own)
  const first = by === 1 ? Math.max(ahead, 0) : (ahead < 0 ? findings.length : ahead) - 1
  const next = findings[((at >= 0 ? at + by : first) + findings.length) % findings.length]
  if (next !== undefined) goToFinding(next)
}

/** Writes what a fix offers: its changes as one step under its own name, and what it teaches into the register. */
export function applyFix({ label, changes, learns }: ShownFix): void {
  if (changes.length > 0) edit(say('step.fix', { fix: label }), changes)
  if (learns.length > 0) void learn(learns)
}
