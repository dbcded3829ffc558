import './find.css'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react'
import type { Manner } from '#shared/operations/matches.ts'
import { type Place, placeKey } from '#shared/operations/replace.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import {
  closeFind,
  indexOf,
  leaveFind,
  openFind,
  placesOf,
  replaceAll,
  replaceOne,
  seek,
  stepThroughPlaces,
  toggleManner,
  useFind,
} from './find.ts'
import { bringIntoView, clearHighlights, highlight } from './highlight.ts'
import { PlaceList } from './place-list.tsx'

/** Finds and replaces words in the whole plan, above whichever view is shown. */
export function FindBar() {
  const open = useFind((find) => find.open)
  return open === null ? null : <OpenBar replacing={open === 'replace'} />
}

/** A manner of seeking, with its sign, its key, and whether it is set in the query when the button is pressed. */
const manners = [
  { manner: 'matchCase', sign: 'Aa', key: 'c', pressedWhen: true },
  { manner: 'wholeWords', sign: '“ab”', key: 'w', pressedWhen: true },
  { manner: 'foldAccents', sign: 'é≠e', key: 'a', pressedWhen: false },
] as const satisfies readonly { manner: keyof Manner; sign: string; key: string; pressedWhen: boolean }[]

function press(event: KeyboardEvent): void {
  const manner = event.altKey ? manners.find(({ key }) => key === event.key.toLowerCase()) : undefined
  if (manner !== undefined) toggleManner(manner.manner)
  else if (event.key === 'Escape') leaveFind()
  else if (event.altKey && event.key === 'Enter') replaceAll()
  else return
  event.preventDefault()
  event.stopPropagation()
}

function OpenBar({ replacing }: { readonly replacing: boolean }) {
  const plan = usePlan((state) => state.plan)
  const { query, replacement, current, spared, focusCalls } = useFind()
  // The letters typed appear at once; in a long plan what they find may take a moment longer.
  const places = placesOf(useDeferredValue(plan), useDeferredValue(query))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [focusCalls])
  useHighlights(places, current)
  const chosen = places.filter((place) => !spared.has(placeKey(place))).length
  const at = indexOf(places, current)
  return (
    <section className="find" aria-label={words('find.label')} onKeyDown={press}>
      <div className="find-line">
        <span className="find-field">
          <Icon name="search" />
          <input
            ref={field}
            type="text"
            aria-label={words('find.sought')}
            placeholder={words('find.sought')}
            value={query.text}
            spellCheck={false}
            onChange={(event) => seek(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.altKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              stepThroughPlaces(event.shiftKey ? -1 : 1)
            }}
          />
        </span>
        {manners.map(({ manner, sign, key, pressedWhen }) => (
          <button
            key={manner}
            type="button"
            className="find-toggle"
            aria-pressed={query[manner] === pressedWhen}
            aria-keyshortcuts={`Alt+${key.toUpperCase()}`}
            title={`${words(`find.${manner}`)} (Alt+${key.toUpperCase()})`}
            onClick={() => toggleManner(manner)}
          >
            <span aria-hidden="true">{sign}</span>
            <span className="unseen">{words(`find.${manner}`)}</span>
          </button>
        ))}
        <span className="find-count" role="status">
          {query.text === ''
            ? ''
            : at < 0
              ? words('find.count', { count: places.length })
              : words('find.at', { at: at + 1, count: places.length })}
        </span>
        <IconButton
          icon="up"
          label={words('find.previous')}
          keys="Shift+F3"
          isDisabled={places.length === 0}
          onPress={() => stepThroughPlaces(-1)}
        />
        <IconButton
          icon="down"
          label={words('find.next')}
          keys="F3"
          isDisabled={places.length === 0}
          onPress={() => stepThroughPlaces(1)}
        />
        {!replacing && (
          <Button look="small" onPress={() => openFind('replace')}>
            {words('find.replace')}
          </Button>
        )}
        <IconButton icon="close" label={words('find.close')} onPress={closeFind} />
      </div>
      {replacing && (
        <div className="find-line">
          <span className="find-field">
            <Icon name="text" />
            <input
              type="text"
              aria-label={words('find.replacement')}
              placeholder={words('find.replacement')}
              value={replacement}
              onChange={(event) => useFind.setState({ replacement: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.altKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                replaceOne()
              }}
            />
          </span>
          <Button look="small" isDisabled={places.length === 0} onPress={replaceOne}>
            {words(at < 0 ? 'find.go-first' : 'find.replace-one')}
          </Button>
          <Button look="small" isDisabled={chosen === 0} onPress={replaceAll}>
            {words('find.replace-all', { count: chosen })} <kbd>Alt Enter</kbd>
          </Button>
        </div>
      )}
      {replacing && places.length > 0 && <PlaceList places={places} at={at} replacement={replacement} />}
    </section>
  )
}

/** Keeps the marks on the sheet in step with what is sought and with what the sheet shows, and the current place in view. */
function useHighlights(places: readonly Place[], current: Place | null): void {
  const query = useFind((find) => find.query)
  const view = usePlace((place) => place.view)
  useEffect(() => {
    let frame = 0
    const draw = () => {
      frame = 0
      highlight(query, places, current)
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const observer = new MutationObserver(later)
    const main = document.querySelector('.main')
    if (main !== null) observer.observe(main, { childList: true, characterData: true, subtree: true })
    later()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      clearHighlights()
    }
  }, [query, places, current, view])
  useEffect(() => {
    if (current === null) return
    const frame = requestAnimationFrame(() => bringIntoView(current))
    return () => cancelAnimationFrame(frame)
  }, [current])
}
