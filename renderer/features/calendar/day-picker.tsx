import { type CalendarDate, parseDate } from '@internationalized/date'
import { useEffect, useRef } from 'react'
import { Button, Calendar, CalendarCell, CalendarGrid, Heading } from 'react-aria-components'
import type { PlainDate } from '#shared/model/basics.ts'
import { words } from '../../app/words.ts'
import { Icon } from '../../ui/icon.tsx'

interface Props {
  readonly label: string
  /** The day that is written; null when none is. */
  readonly day: PlainDate | null
  /** The day to begin from when none is written. */
  readonly near: PlainDate | null
  readonly onChoose: (day: PlainDate) => void
  readonly onLeave: () => void
}

const asDay = (day: PlainDate | null): CalendarDate | null => (day === null ? null : parseDate(day))

/** A month to choose a day from: arrows move, Page Up and Page Down change the month, Enter takes the day, Esc goes back to the words. */
export function DayPicker({ label, day, near, onChoose, onLeave }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  // The component asks for the focus while its popup is not yet shown, so it is given again.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('td [tabindex="0"]')?.focus()
  }, [])
  const begin = asDay(near)
  return (
    <div
      ref={frame}
      role="presentation"
      className="day-picker"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <Calendar
        aria-label={label}
        value={asDay(day)}
        onChange={(chosen) => onChoose(chosen.toString())}
        {...(day === null && begin !== null ? { defaultFocusedValue: begin } : {})}
      >
        <header>
          <Button slot="previous" className="icon-button" aria-label={words('calendar.month-before')}>
            <Icon name="previous" />
          </Button>
          <Heading />
          <Button slot="next" className="icon-button" aria-label={words('calendar.month-after')}>
            <Icon name="next" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short">{(date) => <CalendarCell date={date} />}</CalendarGrid>
      </Calendar>
    </div>
  )
}
