import { type PlanHeader, termLabel } from '#shared/model/plan.ts'
import { openDialog } from '../../app/dialogs.ts'
import { day, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { CalendarShapes, ShapeSwitch } from '../views/calendar-shapes.tsx'
import { useShape } from '../views/shape.ts'
import { openFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { RedateDialog } from './redate-dialog.tsx'
import { RepeatDialog } from './repeat-dialog.tsx'
import { useRowDialog } from './row-dialogs.ts'
import { RowMenuButton } from './row-menu.tsx'

/** The calendar under its heading: what plan this is, and what can be done with it. */
export function CalendarView() {
  const header = usePlan(({ plan }) => plan?.header)
  const planId = usePlan((state) => state.planId)
  const shape = useShape()
  const dialog = useRowDialog(({ open }) => open)
  const detailsOpen = usePreferences((preferences) => preferences.detailsOpen)
  if (header === undefined || planId === null) return null
  const { title } = header
  return (
    <>
      <header className="head">
        <h1 title={title}>{title === '' ? words('plan.untitled') : title}</h1>
        <Facts header={header} />
        <div className="actions">
          {shape === 'table' && <IconButton icon="filter" label={words('filter.open')} keys="Ctrl+Shift+L" onPress={openFilter} />}
          <ShapeSwitch />
          {shape === 'table' && (
            <RowMenuButton>
              <Button>{words('row.button')}</Button>
            </RowMenuButton>
          )}
          <Button onPress={() => openDialog('export')}>{words('export.button')}</Button>
          <Button look="primary" onPress={() => openDialog('print')}>
            {words('print.button')} <Keys keys="Ctrl+P" />
          </Button>
          <span className="details-toggle" data-open={detailsOpen ? '' : undefined}>
            <IconButton icon="panel" label={words('details.open')} onPress={openDetails} />
          </span>
        </div>
      </header>
      {shape === 'table' && <FilterBar />}
      <div className="sheet-scroll">
        <CalendarShapes />
      </div>
      {dialog === 'redate' && <RedateDialog />}
      {dialog === 'repeat' && <RepeatDialog />}
    </>
  )
}

/** What the plan is and how large. It counts for itself, so that a row put in draws this line again and not the buttons beside it. */
function Facts({ header: { symbol, revision, term } }: { readonly header: PlanHeader }) {
  const activities = usePlan(({ plan }) => plan?.activities.length ?? 0)
  const mandates = usePlan(({ plan }) => plan?.mandates.length ?? 0)
  const facts = [
    [symbol, revision].filter((part) => part !== null).join(' '),
    term === null ? '' : words('calendar.term', { label: termLabel(term), start: day(term.start), end: day(term.end) }),
    words('calendar.size', { activities, mandates }),
  ]
  return <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
}

function openDetails(): void {
  usePlace.setState({ drawer: true })
  prefer({ detailsOpen: true })
}
