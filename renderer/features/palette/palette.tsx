import './palette.css'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { words } from '../../app/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Keys } from '../../ui/keys.tsx'
import { findEntries, type PaletteEntry, paletteSources } from './entries.ts'

const optionId = (entry: PaletteEntry): string => `palette-${entry.id.replaceAll(' ', '-')}`

/** Runs an entry once the palette is gone and the focus is back where it was, so that it acts there. */
const runAfterwards = ({ run }: PaletteEntry): void => {
  requestAnimationFrame(() => setTimeout(run))
}

/** Ctrl+K: every command, view and plan, and every row by its words. The keys stay in the field; arrows choose, Enter runs. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [sources] = useState(paletteSources)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => findEntries(sources, typed), [sources, typed])
  const entries = groups.flatMap((group) => group.entries)
  const current = entries[Math.min(chosen, entries.length - 1)]
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const run = (entry: PaletteEntry) => {
    onClose()
    runAfterwards(entry)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) run(current)
    else if (step !== undefined && entries.length > 0) {
      const at = entries.findIndex((entry) => entry === current) + step
      // one step goes round; a page stops at the ends
      setChosen(Math.abs(step) === 1 ? (at + entries.length) % entries.length : Math.min(Math.max(at, 0), entries.length - 1))
    } else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="veil palette-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={words('palette.title')}>
          <div className="palette-field">
            <Icon name="search" />
            <input
              autoFocus
              role="combobox"
              aria-expanded={entries.length > 0}
              aria-controls="palette-list"
              aria-autocomplete="list"
              aria-label={words('palette.title')}
              placeholder={words('palette.hint')}
              {...(current === undefined ? {} : { 'aria-activedescendant': optionId(current) })}
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setChosen(0)
              }}
              onKeyDown={press}
            />
          </div>
          <span className="unseen" role="status">
            {words('palette.count', { count: entries.length })}
          </span>
          {entries.length === 0 && <p className="palette-none">{words('palette.none')}</p>}
          <div ref={list} id="palette-list" role="listbox" aria-label={words('palette.results')} className="palette-list">
            {groups.map((group) => (
              <ul key={group.id} role="group" aria-labelledby={`palette-group-${group.id}`}>
                <li id={`palette-group-${group.id}`} role="presentation" className="menu-title">
                  {group.title}
                </li>
                {group.entries.map((entry) => (
                  // The field keeps the focus and its keys choose; the pointer is the other way.
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                  <li
                    key={entry.id}
                    id={optionId(entry)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={entry === current}
                    className="palette-option"
                    onPointerMove={() => entry !== current && setChosen(entries.indexOf(entry))}
                    onClick={() => run(entry)}
                  >
                    <span className="palette-words">
                      <span>{entry.title}</span>
                      {entry.detail !== '' && <small>{entry.detail}</small>}
                    </span>
                    {entry.keys !== null && <Keys keys={entry.keys} />}
                  </li>
                ))}
                {group.more > 0 && (
                  <li role="presentation" className="palette-more">
                    {words('palette.more', { count: group.more })}
                  </li>
                )}
              </ul>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
