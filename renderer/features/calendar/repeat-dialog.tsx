import { type FormEvent, useState } from 'react'
import { daysBetween } from '#shared/dates/calendar.ts'
import type { Shift } from '#shared/dates/shift.ts'
import { span } from '#shared/dates/span.ts'
import { writeValue } from '#shared/dates/write.ts'
import { repeatedDates } from '#shared/operations/rows.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { repeatRow } from './commands.ts'
import { closeRowDialog } from './row-dialogs.ts'

const rhythms = {
  week: { unit: 'week', count: 1 },
  fortnight: { unit: 'week', count: 2 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
} as const satisfies Record<string, Shift>
type Rhythm = keyof typeof rhythms

const names: readonly Rhythm[] = ['week', 'fortnight', 'month', 'quarter']

/** Repeats the selected row: every month, say, until the end of the term. Says beforehand which dates come of it. */
export function RepeatDialog() {
  const row = usePlace((place) => place.row)
  const plan = usePlan((state) => state.plan)
  const [rhythm, setRhythm] = useState<Rhythm>('month')
  const [until, setUntil] = useState(plan?.header.term?.end ?? '')
  const activity = plan?.activities.find(({ id }) => id === row)
  if (plan === null || activity === undefined) return null
  const { language } = plan.header
  const start = span(activity.when.value)?.start
  const isDay = /^\d{4}-\d\d-\d\d$/.test(until)
  const dates = isDay ? repeatedDates(activity, rhythms[rhythm], until) : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    repeatRow(rhythms[rhythm], until)
    closeRowDialog()
  }
  return (
    <Dialog title={words('repeat.title')} closeLabel={words('dialog.close')} onClose={closeRowDialog}>
      <form className="form" onSubmit={submit}>
        <div className="pair first-wider">
          <label>
            {words('repeat.every')}
            <select
              // Asked for from a menu, the dialog takes its rhythm first.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={rhythm}
              onChange={(event) => setRhythm(names.find((name) => name === event.target.value) ?? 'month')}
            >
              {names.map((name) => (
                <option key={name} value={name}>
                  {words(`repeat.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words('repeat.until')}
            <input type="date" required value={until} onChange={(event) => setUntil(event.target.value)} />
          </label>
        </div>
        <div className="outcome" role="status">
          {dates.length === 0 ? (
            <p>{words(start !== undefined && isDay && daysBetween(start, until) >= 0 ? 'repeat.none' : 'repeat.no-date')}</p>
          ) : (
            <p>{dates.map(({ value }) => writeValue(value, language)).join(' · ')}</p>
          )}
        </div>
        <footer>
          <Button onPress={closeRowDialog}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={dates.length === 0}>
            {words('repeat.write', { count: dates.length })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
