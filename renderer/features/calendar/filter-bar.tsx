import { useEffect, useRef } from 'react'
import { activityState } from '#shared/model/activity.ts'
import { severity as severities } from '#shared/model/severity.ts'
import { words } from '../../app/words.ts'
import { goTo } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { clearFilter, openFilter, setFilter, shownRows, useFilter } from './filter.ts'
import { isFilter, mandateNames } from './filter-rows.ts'
import { useFilterMarks } from './use-filter-marks.ts'

/** Ctrl+Shift+L shows the filter, wherever the focus is in the calendar. */
export function useFilterKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'l'
      if (!asked || event.defaultPrevented || document.querySelector('[role=dialog]') !== null) return
      event.preventDefault()
      openFilter()
      document.querySelector<HTMLElement>('.filter-bar input')?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function close(): void {
  clearFilter()
  goTo(shownRows()[0]?.id ?? null)
}

/** Which rows the calendar shows, and how many it hides. Esc shows all again. */
export function FilterBar() {
  const { open, filter, hidden } = useFilter()
  const activities = usePlan(({ plan }) => plan?.activities) ?? []
  const field = useRef<HTMLInputElement>(null)
  useFilterMarks(filter.text)
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open])
  if (!open) return null
  // A row that was deleted is not hidden, it is gone.
  const hiding = activities.filter(({ id }) => hidden.has(id)).length
  return (
    // Esc closes the bar from each of its fields.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className="filter-bar" aria-label={words('filter.label')} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <input
        ref={field}
        type="search"
        aria-label={words('filter.text')}
        placeholder={words('filter.text')}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') goTo(shownRows()[0]?.id ?? null)
        }}
      />
      <select
        aria-label={words('calendar.mandate')}
        value={filter.mandate}
        onChange={(event) => setFilter({ mandate: event.target.value })}
      >
        <option value="">{words('filter.any-mandate')}</option>
        {mandateNames(activities).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={words('findings.title')}
        value={filter.severity}
        onChange={(event) => setFilter({ severity: asSeverity(event.target.value) })}
      >
        <option value="">{words('filter.any-finding')}</option>
        {severities.options.map((option) => (
          <option key={option} value={option}>
            {words(`severity.${option}`)}
          </option>
        ))}
        <option value="none">{words('filter.no-finding')}</option>
      </select>
      <select
        aria-label={words('details.state')}
        value={filter.state}
        onChange={(event) => setFilter({ state: activityState.options.find((option) => option === event.target.value) ?? '' })}
      >
        <option value="">{words('filter.any-state')}</option>
        {activityState.options.map((option) => (
          <option key={option} value={option}>
            {words(`state.${option}`)}
          </option>
        ))}
      </select>
      <p role="status">{isFilter(filter) && words('filter.hiding', { hidden: hiding, all: activities.length })}</p>
      <Button look="small" onPress={close}>
        {words('filter.clear')} <Keys keys="Esc" />
      </Button>
    </search>
  )
}

const asSeverity = (value: string) => (value === 'none' ? 'none' : (severities.options.find((option) => option === value) ?? ''))
