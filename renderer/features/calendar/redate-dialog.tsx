import { type FormEvent, useState } from 'react'
import { type Shift, shiftPlanDate, shiftUnits } from '#shared/dates/shift.ts'
import { writePlanDate } from '#shared/dates/write.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { redateRows } from './commands.ts'
import { closeRowDialog } from './row-dialogs.ts'
import { chosenRows } from './selection.ts'

const shownDates = 5

/** Moves the dates of the chosen rows by days, weeks or months, and shows beforehand what becomes of them. */
export function RedateDialog() {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const [rows] = useState(() => chosenRows()?.rows ?? [])
  const [count, setCount] = useState(1)
  const [unit, setUnit] = useState<Shift['unit']>('week')
  const [direction, setDirection] = useState<1 | -1>(1)
  const shift: Shift = { unit, count: count * direction }
  const moved = rows.flatMap(({ id, when }) => {
    const next = shiftPlanDate(when, shift)
    return next === when ? [] : [{ id, from: writePlanDate(when, language).main, to: writePlanDate(next, language) }]
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    redateRows(shift)
    closeRowDialog()
  }
  return (
    <Dialog title={words('redate.title', { count: rows.length })} closeLabel={words('dialog.close')} onClose={closeRowDialog}>
      <form className="form" onSubmit={submit}>
        <div className="redate">
          <label>
            {words('redate.by')}
            <input
              // Asked for by a key or a menu, the dialog takes its number first.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              type="number"
              min={1}
              max={999}
              required
              value={count}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => setCount(Math.min(999, Math.max(0, Math.trunc(event.target.valueAsNumber || 0))))}
            />
          </label>
          <label>
            {words('redate.unit')}
            <select value={unit} onChange={(event) => setUnit(shiftUnits.find((candidate) => candidate === event.target.value) ?? 'week')}>
              {shiftUnits.map((option) => (
                <option key={option} value={option}>
                  {words(`redate.${option}`, { count })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words('redate.direction')}
            <select value={direction} onChange={(event) => setDirection(event.target.value === '1' ? 1 : -1)}>
              <option value={1}>{words('redate.later')}</option>
              <option value={-1}>{words('redate.earlier')}</option>
            </select>
          </label>
        </div>
        <div className="outcome" role="status">
          <ul className="redated">
            {moved.slice(0, shownDates).map(({ id, from, to }) => (
              <li key={id}>
                <del>{from}</del> <ins>{to.main}</ins> <small>{to.detail}</small>
              </li>
            ))}
          </ul>
          <p>
            {moved.length > shownDates && words('redate.more', { count: moved.length - shownDates })}{' '}
            {moved.length < rows.length && words('redate.staying', { count: rows.length - moved.length })}
          </p>
        </div>
        <footer>
          <Button onPress={closeRowDialog}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={moved.length === 0}>
            {words('redate.write', { count: moved.length })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
