import './views.css'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { calendarShapes } from '../../stores/preferences.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Calendar } from '../calendar/calendar.tsx'
import { useShownRows } from '../calendar/filter.ts'
import { AgendaView } from './agenda-view.tsx'
import { MonthView } from './month-view.tsx'
import { setShape, useShape } from './shape.ts'

/** Table, month or agenda: the same rows, looked at in three ways. */
export function ShapeSwitch() {
  const planId = usePlan((state) => state.planId)
  const shape = useShape()
  return (
    <Segmented
      label={words('calendar.shape')}
      choices={calendarShapes.map((id) => ({ id, label: words(`calendar.shape-${id}`) }))}
      chosen={shape}
      onChoose={(choice) => planId !== null && setShape(planId, choice)}
    />
  )
}

/** The rows of the calendar as the person chose to see them. Without any, the table says what to do. */
export function CalendarShapes() {
  const rows = useShownRows()
  const shape = useShape()
  if (shape === 'table' || rows.length === 0) return <Calendar />
  return shape === 'month' ? <MonthView rows={rows} /> : <AgendaView rows={rows} />
}
