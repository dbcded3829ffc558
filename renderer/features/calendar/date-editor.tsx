import { useRef, useState } from 'react'
import { weekdayOf } from '#shared/dates/calendar.ts'
import { readPlanDate } from '#shared/dates/read.ts'
import { span } from '#shared/dates/span.ts'
import { formatPlanDate, writePlanDate } from '#shared/dates/write.ts'
import type { PlainDate } from '#shared/model/basics.ts'
import { say } from '#shared/locales/message.ts'
import { openDate, type PlanDate } from '#shared/model/plan-date.ts'
import { setWhen } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { Keys } from '../../ui/keys.tsx'
import { BelowCell } from './below-cell.tsx'
import { CellField } from './cell-field.tsx'
import { DayPicker } from './day-picker.tsx'
import { currentActivity, type EditorProps, useRowNumber } from './editor.ts'
import { useDraft } from './use-draft.ts'

/** The date moved to a day that was chosen; its hours, and what else is said of it, stay. */
function onDay(date: PlanDate, day: PlainDate): PlanDate {
  const hours = date.value.kind === 'date' ? date.value : { time: null, endTime: null }
  const value = { kind: 'date', date: day, time: hours.time, endTime: hours.endTime } as const
  return { ...date, written: '', value, weekday: date.weekday === null ? null : weekdayOf(day) }
}

/** Takes a date as people type it, and says below what it understood; or a day from a calendar. */
export function DateEditor({ activity, typed }: EditorProps) {
  const number = useRowNumber(activity)
  const header = usePlan(({ plan }) => plan?.header)
  const language = header?.language ?? 'en'
  const read = (text: string): PlanDate => (text.trim() === '' ? openDate : readPlanDate(text, { language, term: header?.term ?? null }))
  const [text, setText] = useState(typed ?? formatPlanDate(activity.when, language))
  const { draft, discard } = useDraft((kept: string) => {
    const current = currentActivity(activity.id)
    if (current !== null) edit(say('step.date', { row: number }), setWhen(current, read(kept)))
  }, typed)
  const change = (next: string) => {
    setText(next)
    draft(next)
  }
  const [picking, setPicking] = useState(false)
  const below = useRef<HTMLDivElement>(null)
  const date = read(text)
  const backToWords = () => {
    setPicking(false)
    below.current?.closest('[role=gridcell]')?.querySelector('textarea')?.focus()
  }
  return (
    <>
      <CellField
        label={words('calendar.date-of', { row: number })}
        value={text}
        onChange={change}
        onDiscard={discard}
        className="date-field"
        onKey={(event) => {
          if (!event.altKey || event.key !== 'ArrowDown') return false
          setPicking(true)
          return true
        }}
      />
      <BelowCell className="understood">
        <div ref={below}>
          {picking ? (
            <DayPicker
              label={words('calendar.date-of', { row: number })}
              day={date.value.kind === 'date' ? date.value.date : null}
              near={span(date.value)?.start ?? header?.term?.start ?? null}
              onChoose={(day) => {
                change(formatPlanDate(onDay(date, day), language))
                backToWords()
              }}
              onLeave={backToWords}
            />
          ) : (
            <>
              <Understood date={date} empty={text.trim() === ''} />
              <button type="button" className="pick-day" tabIndex={-1} onClick={() => setPicking(true)}>
                {words('calendar.pick-date')} <Keys keys="Alt+↓" />
              </button>
            </>
          )}
        </div>
      </BelowCell>
    </>
  )
}

function Understood({ date, empty }: { readonly date: PlanDate; readonly empty: boolean }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  if (empty) return <p>{words('calendar.date-hint')}</p>
  if (date.value.kind === 'unreadable') return <p className="not-understood">{words('calendar.date-unreadable')}</p>
  const { main, detail } = writePlanDate(date, language)
  return (
    <p role="status">
      <b>{main}</b>
      {detail !== null && <span>{detail}</span>}
    </p>
  )
}
