import { create } from 'zustand'
import { say } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Manner, Query } from '#shared/operations/matches.ts'
import { findInPlan, type Place, placeKey, replaceIn } from '#shared/operations/replace.ts'
import { words } from '../../app/words.ts'
import { type Column, goTo, usePlace } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { type CalendarShape, prefer } from '../../stores/preferences.ts'
import { useRegister } from '../../stores/register.ts'
import { rowPlaces } from '../../stores/row-numbers.ts'
import { clearFilter, useFilter } from '../calendar/filter.ts'
import { setShape, shapeOf } from '../views/shape.ts'

interface Find {
  /** What stands open: the bar alone, or with what to write instead; null when neither does. */
  readonly open: 'find' | 'replace' | null
  readonly query: Query
  readonly replacement: string
  /** The place last gone to. */
  readonly current: Place | null
  /** Places that are not to be replaced, by key. */
  readonly spared: ReadonlySet<string>
  /** Grows by one whenever the focus is to move to the field. */
  readonly focusCalls: number
}

const none: ReadonlySet<string> = new Set()

/** What is being sought in the plan shown, and what is to be written in its place. */
export const useFind = create<Find>(() => ({
  open: null,
  query: { text: '', wholeWords: false, matchCase: false, foldAccents: true },
  replacement: '',
  current: null,
  spared: none,
  focusCalls: 0,
}))

let found: { readonly plan: Plan; readonly query: Query; readonly places: readonly Place[] } | null = null

/** The places of a query in a plan, sought once for each state of both. */
export function placesOf(plan: Plan | null, query: Query): readonly Place[] {
  if (plan === null) return []
  if (found?.plan !== plan || found.query !== query) found = { plan, query, places: findInPlan(plan, query) }
  return found.places
}

const placesNow = (): readonly Place[] => placesOf(usePlan.getState().plan, useFind.getState().query)

/** The place by its key among others, -1 where it is not one of them any more. */
export const indexOf = (places: readonly Place[], place: Place | null): number =>
  place === null ? -1 : places.findIndex((other) => placeKey(other) === placeKey(place))

/** Where the person was before the search, to go back to. */
let origin: {
  readonly place: ReturnType<typeof usePlace.getState>
  readonly shape: CalendarShape
  readonly focused: Element | null
  readonly scroll: number
} | null = null

const scroller = (): Element | null => document.querySelector('.main .sheet-scroll')

function showAs(shape: CalendarShape): void {
  const { planId } = usePlan.getState()
  if (planId !== null && shapeOf(planId) !== shape) setShape(planId, shape)
}

/** Opens the bar, or puts the focus into it; words selected on the sheet are what is sought. */
export function openFind(open: 'find' | 'replace'): void {
  const { open: before, query, focusCalls } = useFind.getState()
  if (before === null) {
    const [place, shape] = [usePlace.getState(), shapeOf(usePlan.getState().planId)]
    origin = { place, shape, focused: document.activeElement, scroll: scroller()?.scrollTop ?? 0 }
  }
  const selected = getSelection()?.toString().trim() ?? ''
  const text = selected !== '' && !selected.includes('\n') && selected.length <= 200 ? selected : query.text
  usePlace.setState({ editing: null })
  useFind.setState({ open, query: text === query.text ? query : { ...query, text }, spared: none, focusCalls: focusCalls + 1 })
}

/** Closes the bar and leaves the person where the search led. */
export function closeFind(): void {
  useFind.setState({ open: null, current: null, spared: none })
  origin = null
}

/** Closes the bar and goes back to where the search began. */
export function leaveFind(): void {
  const from = origin
  closeFind()
  if (from === null) return
  const { view, row, column, finding } = from.place
  usePlace.setState({ view, row, column, finding, reveal: null, editing: null })
  showAs(from.shape)
  requestAnimationFrame(() => {
    scroller()?.scrollTo({ top: from.scroll })
    if (from.focused instanceof HTMLElement && from.focused.isConnected && from.focused !== document.body)
      from.focused.focus({ preventScroll: true })
    else if (view === 'calendar') goTo(row, column)
  })
}

export const seek = (text: string): void => useFind.setState(({ query }) => ({ query: { ...query, text }, spared: none }))

export const toggleManner = (manner: keyof Manner): void =>
  useFind.setState(({ query }) => ({ query: { ...query, [manner]: !query[manner] }, spared: none }))

export function spare(places: readonly Place[], spared: boolean): void {
  const next = new Set(useFind.getState().spared)
  for (const place of places) {
    if (spared) next.add(placeKey(place))
    else next.delete(placeKey(place))
  }
  useFind.setState({ spared: next })
}

/** The column that shows a text of a row; null for what only the details show. */
export function columnOf({ field }: Place): Column | null {
  if (field === 'date') return 'date'
  if (field === 'item') return 'activity'
  return field === 'venue' || field === 'notes' ? null : 'mandate'
}

/** Brings a place into view and marks it; the focus stays where it is. */
export function goToPlace(place: Place): void {
  useFind.setState({ current: place })
  const { type, record, entry } = place
  if (type === 'mandate') usePlace.setState({ view: 'mandates', editing: null, reveal: record })
  else if (type === 'section') usePlace.setState({ view: 'text', editing: null, reveal: entry ?? record })
  else if (type === 'activity') {
    const column = columnOf(place)
    if (column === null) prefer({ detailsOpen: true })
    // Only the table shows every word of a row, and only where no filter hides it.
    showAs('table')
    if (useFilter.getState().hidden.has(record)) clearFilter()
    usePlace.setState((now) => ({ view: 'calendar', row: record, column: column ?? now.column, editing: null, drawer: column === null }))
  } else usePlace.setState({ view: 'calendar', editing: null })
}

/** Where a search begins that has gone nowhere yet: at the selected row of the calendar, at the beginning of another view. */
function firstAhead(places: readonly Place[]): number {
  const { view, row } = usePlace.getState()
  const type = view === 'text' ? 'section' : view === 'mandates' ? 'mandate' : 'activity'
  const rows = rowPlaces(usePlan.getState().plan)
  const own = rows.get(row ?? '') ?? 0
  const at = places.findIndex((place) => place.type === type && (type !== 'activity' || (rows.get(place.record) ?? 0) >= own))
  return Math.max(0, at)
}

/** The next or the previous place, round and round; opens the bar where nothing is sought yet. */
export function stepThroughPlaces(by: 1 | -1): void {
  const { open, current } = useFind.getState()
  if (open === null) return openFind('find')
  const places = placesNow()
  const at = indexOf(places, current)
  const first = firstAhead(places)
  const next = places[(at >= 0 ? at + by + places.length : by === 1 ? first : first - 1 + places.length) % places.length]
  if (next !== undefined) goToPlace(next)
}

/** Writes the replacement at these places as one step, and says at how many. */
function write(places: readonly Place[]): void {
  const { plan } = usePlan.getState()
  const { query, replacement } = useFind.getState()
  if (plan === null) return
  const changes = replaceIn(plan, places, replacement, useRegister.getState().register?.names ?? null)
  const label = say(replacement === '' ? 'step.take-out' : 'step.replace', { sought: query.text, replacement, count: places.length })
  const written = edit(label, changes)
  usePlace.setState({ notice: written ? words('find.replaced', { count: places.length }) : words('find.nothing-replaced') })
}

/** Replaces every place that is not spared. */
export function replaceAll(): void {
  const { spared } = useFind.getState()
  write(placesNow().filter((place) => !spared.has(placeKey(place))))
  useFind.setState({ current: null, spared: none })
}

/** Replaces the place last gone to and goes on to the next; goes to the first one where there is none. */
export function replaceOne(): void {
  const { current } = useFind.getState()
  const at = indexOf(placesNow(), current)
  if (current === null || at < 0) return stepThroughPlaces(1)
  write([current])
  const after = placesNow()
  // What was written may hold what is sought, and is not to be replaced again.
  const { replacement } = useFind.getState()
  const { record, field, entry, range } = current
  const ahead = after.findIndex(
    (place, index) =>
      index >= at &&
      !(place.record === record && place.field === field && place.entry === entry && place.range.start < range.start + replacement.length),
  )
  const next = after[ahead] ?? after[0]
  if (next === undefined) useFind.setState({ current: null })
  else goToPlace(next)
}
