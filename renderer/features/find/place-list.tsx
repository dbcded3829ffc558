import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Plan } from '#shared/model/plan.ts'
import { type Place, placeKey } from '#shared/operations/replace.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { Button } from '../../ui/button.tsx'
import { goToPlace, spare, useFind } from './find.ts'

/** Where in the plan a place is, as people say it. */
function whereOf({ type, record, field }: Place, plan: Plan | null): string {
  const part = words(`find.field-${field}`)
  if (type === 'activity') return words('find.in-row', { row: rowLabel(usePlan.getState(), record), part })
  if (type === 'mandate') return words('find.in-mandate', { number: (plan?.mandates.findIndex(({ id }) => id === record) ?? 0) + 1, part })
  const section = plan?.sections.find(({ id }) => id === record)
  if (section === undefined) return part
  return words('find.in-section', { heading: section.heading === '' ? words(`section.${section.kind}`) : section.heading, part })
}

const drawnAtFirst = 200

interface Props {
  readonly places: readonly Place[]
  /** The current place by its number, -1 for none. */
  readonly at: number
  readonly replacement: string
}

/** Every place with what would be written there, to be spared one by one before anything is. */
export function PlaceList({ places, at, replacement }: Props) {
  const plan = usePlan((state) => state.plan)
  const spared = useFind((find) => find.spared)
  const [drawn, setDrawn] = useState(drawnAtFirst)
  const [focused, setFocused] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const reachable = Math.min(focused, places.length - 1)
  const shown = Math.max(drawn, at + 1)
  const kept = places.filter((place) => spared.has(placeKey(place))).length
  const all = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = kept > 0 && kept < places.length
  }, [kept, places.length])
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = places[reachable + by]
    if (by === 0 || next === undefined || reachable + by >= shown) return
    event.preventDefault()
    setFocused(reachable + by)
    goToPlace(next)
    list.current?.querySelectorAll('input')[reachable + by]?.focus()
  }
  return (
    <>
      <label className="find-all">
        <input ref={all} type="checkbox" checked={kept === 0} onChange={() => spare(places, kept === 0)} />
        {words('find.chosen', { chosen: places.length - kept, count: places.length })}
      </label>
      <ol ref={list} className="find-places" aria-label={words('find.places')} onKeyDown={move}>
        {places.slice(0, shown).map((place, index) => (
          <li key={placeKey(place)} aria-current={index === at || undefined} data-spared={spared.has(placeKey(place)) ? '' : undefined}>
            <label>
              <input
                type="checkbox"
                checked={!spared.has(placeKey(place))}
                tabIndex={index === reachable ? 0 : -1}
                onFocus={() => setFocused(index)}
                onChange={(event) => {
                  spare([place], !event.target.checked)
                  goToPlace(place)
                }}
              />
              <span className="find-where">{whereOf(place, plan)}</span>
              <span className="find-words">
                {place.before}
                <del>{place.found}</del>
                <ins>{replacement}</ins>
                {place.after}
              </span>
            </label>
          </li>
        ))}
      </ol>
      {shown < places.length && (
        <Button look="quiet" onPress={() => setDrawn(places.length)}>
          {words('find.show-rest', { count: places.length - shown })}
        </Button>
      )}
    </>
  )
}
