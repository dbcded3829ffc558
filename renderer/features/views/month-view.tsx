import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, weekdayOf } from '#shared/dates/calendar.ts'
import { dayOfValue } from '#shared/dates/move.ts'
import { span } from '#shared/dates/span.ts'
import { writeValue, writeWeekday } from '#shared/dates/write.ts'
import { monthOf, monthsOf } from '#shared/documents/months.ts'
import type { Activity } from '#shared/model/activity.ts'
import { openDate } from '#shared/model/plan-date.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { usePlace, write } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { moveRowToDay } from './commands.ts'
import { moveAmongEntries, useEntryFocus } from './entries.ts'
import { Entry } from './entry.tsx'
import { Month } from './month.tsx'

/** An activity on its way to another day, by key or by mouse. */
export interface Carried {
  readonly row: string
  /** Where it would be put down; null while the mouse is over no day. */
  readonly day: string | null
  readonly by: 'key' | 'mouse'
}

const strides: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }

const dayText = (day: string): string =>
  words('month.target', {
    weekday: writeWeekday(weekdayOf(day), windowLanguage),
    date: writeValue({ kind: 'date', date: day, time: null, endTime: null }, windowLanguage),
  })

/** The calendar as a grid of days for each month. Activities are dragged to another day, or picked up, carried and put down by key. */
export function MonthView({ rows }: { readonly rows: readonly Activity[] }) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')
  const root = useRef<HTMLDivElement>(null)
  useEntryFocus()
  useEffect(() => {
    if (carried?.by === 'key') root.current?.querySelector('[data-target]')?.scrollIntoView({ block: 'nearest' })
  }, [carried])

  const target = carried?.by === 'key' && carried.day !== null ? [{ when: { ...openDate, value: dateOn(carried.day) } }] : []
  const months = monthsOf([...rows, ...target])
  const byMonth = Map.groupBy(
    rows.flatMap((activity) => monthsOf([activity]).map((month) => ({ month, activity }))),
    ({ month }) => month,
  )
  const others = rows.filter(({ when }) => monthOf(when.value) === null)
  const first = rows.find(({ when }) => months.some((month) => monthOf(when.value) === month)) ?? others[0]

  const grab = (row: string) => {
    const value = rows.find(({ id }) => id === row)?.when.value
    if (value === undefined) return
    const day = dayOfValue(value) ?? span(value)?.start ?? `${months[0] ?? new Date().toISOString().slice(0, 7)}-01`
    setCarried({ row, day, by: 'key' })
    setSaid(words('month.grabbed', { row: numberOf(row) }))
  }
  const drop = (row: string, day: string) => {
    setCarried(null)
    setSaid(
      moveRowToDay(row, day)
        ? words('month.dropped', { row: numberOf(row), date: dayText(day) })
        : words('month.cancelled', { row: numberOf(row) }),
    )
  }
  const carry = (event: KeyboardEvent, { row, day }: Carried) => {
    const stride = strides[event.key]
    if (day !== null && stride !== undefined) {
      const next = addDays(day, stride)
      setCarried({ row, day: next, by: 'key' })
      setSaid(dayText(next))
    } else if (day !== null && (event.key === 'Enter' || event.key === ' ')) drop(row, day)
    else if (event.key === 'Escape' || event.key === 'Tab') {
      setCarried(null)
      setSaid(words('month.cancelled', { row: numberOf(row) }))
    } else return event.key !== 'F6' && event.key !== 'F8'
    return event.key !== 'Tab'
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const { row } = usePlace.getState()
    if (carried?.by === 'key') {
      if (!carry(event, carried)) return
    } else if (event.target instanceof Element && event.target.closest('[data-entry]') === null) return
    else if ((event.key === 'Enter' || event.key === ' ') && row !== null) grab(row)
    else if (event.key === 'F2' && row !== null) write(row, 'activity')
    else if (!moveAmongEntries(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const over = (event: DragEvent) => {
    if (carried?.by !== 'mouse') return
    const day = dayUnder(event)
    if (day !== null) event.preventDefault()
    if (day !== carried.day) setCarried({ ...carried, day })
  }
  const letGo = (event: DragEvent) => {
    const day = dayUnder(event)
    if (carried?.by !== 'mouse' || day === null) return
    event.preventDefault()
    drop(carried.row, day)
  }
  const entry = (activity: Activity, again = false) => (
    <Entry
      key={activity.id}
      activity={activity}
      again={again}
      first={activity === first}
      grabbed={carried?.row === activity.id}
      onDrag={(row) => setCarried(row === null ? null : { row, day: null, by: 'mouse' })}
    />
  )
  return (
    // The entries inside are buttons; this listens for the keys and drags that lead from one to the next.
    <div
      ref={root}
      className="months"
      role="group"
      aria-label={words('month.label')}
      onKeyDown={key}
      onDragOver={over}
      onDrop={letGo}
      onBlur={() => carried?.by === 'key' && setCarried(null)}
    >
      <p className="months-hint">{carried?.by === 'key' && carried.day !== null ? dayText(carried.day) : words('month.grab-hint')}</p>
      <p className="unseen" role="status">
        {said}
      </p>
      {months.map((month) => (
        <Month
          key={month}
          month={month}
          rows={(byMonth.get(month) ?? []).map(({ activity }) => activity)}
          target={carried?.day ?? null}
          entry={entry}
        />
      ))}
      {others.length > 0 && (
        <section className="sheet month" aria-labelledby="month-others">
          <h2 id="month-others">{words('agenda.other')}</h2>
          <div className="undated">{others.map((activity) => entry(activity))}</div>
        </section>
      )}
    </div>
  )
}

const dateOn = (date: string) => ({ kind: 'date', date, time: null, endTime: null }) as const

const numberOf = (row: string): string => rowLabel(usePlan.getState(), row)

const dayUnder = ({ target }: DragEvent): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? null) : null
