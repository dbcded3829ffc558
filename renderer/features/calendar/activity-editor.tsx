import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { readPastedLines } from '#shared/importing/pasted-table.ts'
import { say } from '#shared/locales/message.ts'
import type { Item } from '#shared/model/activity.ts'
import { setItems } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit } from '../../stores/plan.ts'
import { stopWriting, usePlace } from '../../stores/place.ts'
import { GrowField } from '../../ui/grow-field.tsx'
import { Keys } from '../../ui/keys.tsx'
import { BelowCell } from './below-cell.tsx'
import { currentActivity, type EditorProps, useRowNumber } from './editor.ts'
import { type Caret, indent, joinLine, type LinesEdit, outdent, pasteLines, splitLine, tidy, toggleMarker, typeLine } from './lines.ts'
import { depthsOf, leads, markersOf } from './numbering.ts'
import { useDraft } from './use-draft.ts'

const blank = (text: string): Item => ({ id: v7(), level: 0, marker: 'none', text })

/** What is there, with room for what the key that opened the cell put there. */
function opened(items: readonly Item[], typed: string | null): Item[] {
  const last = items.at(-1)
  if (last === undefined) return [blank(typed ?? '')]
  return typed === null ? [...items] : [...items, { ...last, id: v7(), text: typed }]
}

/** The lines of an activity, each written where it stands in the document. */
export function ActivityEditor({ activity, typed }: EditorProps) {
  const number = useRowNumber(activity)
  const [lines, setLines] = useState<readonly Item[]>(() => opened(activity.items, typed))
  const [caret, setCaret] = useState<Caret>(() => ({ line: lines.length - 1, at: lines.at(-1)?.text.length ?? 0 }))
  const list = useRef<HTMLUListElement>(null)
  const { draft, discard } = useDraft(
    (kept: readonly Item[]) => {
      const current = currentActivity(activity.id)
      if (current !== null) edit(say('step.activity', { row: number }), setItems(current, tidy(kept)))
    },
    typed === null ? null : lines,
  )

  useLayoutEffect(() => {
    const field = list.current?.querySelectorAll('textarea')[caret.line]
    if (field === undefined) return
    if (document.activeElement !== field) field.focus()
    if (field.selectionStart === field.selectionEnd && field.selectionStart !== caret.at) field.setSelectionRange(caret.at, caret.at)
  }, [caret])

  const take = (next: LinesEdit) => {
    setLines(next.lines)
    setCaret(next.caret)
    draft(next.lines)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, line: number) => {
    if (event.nativeEvent.isComposing) return
    const { selectionStart: at, selectionEnd, value } = event.currentTarget
    if (!act(event, { line, at }, at === selectionEnd, value.length)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const act = (event: KeyboardEvent, here: Caret, collapsed: boolean, length: number): boolean => {
    const control = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') {
      discard()
      stopWriting()
    } else if (event.key === 'Enter' && control) stopWriting()
    else if (event.key === 'Enter') take(splitLine(lines, here, v7))
    else if (event.key === 'Tab') take(event.shiftKey ? outdent(lines, here) : indent(lines, here))
    else if (control && event.shiftKey && event.code === 'Digit7') take(toggleMarker(lines, here, 'number'))
    else if (control && event.shiftKey && event.code === 'Digit8') take(toggleMarker(lines, here, 'bullet'))
    else if (event.key === 'Backspace' && collapsed && here.at === 0) take(joinLine(lines, here.line))
    else if (event.key === 'ArrowUp' && collapsed && here.at === 0 && here.line > 0) setCaret({ line: here.line - 1, at: 0 })
    else if (event.key === 'ArrowDown' && collapsed && here.at === length && here.line < lines.length - 1)
      setCaret({ line: here.line + 1, at: lines[here.line + 1]?.text.length ?? 0 })
    else return false
    return true
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>, line: number) => {
    const pasted = readPastedLines({ html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') })
    // One line is text like any other, and goes where the caret or the marked words are.
    if (pasted.length < 2) return
    event.preventDefault()
    take(pasteLines(lines, { line, at: event.currentTarget.selectionStart }, pasted, v7))
  }
  const leave = (event: FocusEvent) => {
    if (!document.hasFocus() || (event.relatedTarget instanceof Element && list.current?.contains(event.relatedTarget) === true)) return
    const { row, column } = usePlace.getState()
    if (list.current?.isConnected === true && row === activity.id && column === 'activity') usePlace.setState({ editing: null })
  }

  const markers = markersOf(lines)
  const depths = depthsOf(lines)
  return (
    <>
      <ul className="lines" ref={list} onBlur={leave}>
        {lines.map(({ id, marker, text }, line) => (
          <li key={id} className={`line depth-${depths[line]}${leads(lines, line) ? ' lead' : ''}`}>
            {markers[line] !== '' && <span className={marker === 'bullet' ? 'marker bullet' : 'marker'}>{markers[line]}</span>}
            <GrowField
              className="line-text"
              aria-label={words('calendar.line-of', { line: line + 1, row: number })}
              value={text}
              onChange={(event) =>
                take(typeLine(lines, { line, at: event.target.selectionStart }, event.target.value.replaceAll('\n', ' ')))
              }
              onKeyDown={(event) => press(event, line)}
              onPaste={(event) => paste(event, line)}
              // The line that the caret is put into takes the focus too, and its caret stays where it is put.
              onFocus={(event) => line !== caret.line && setCaret({ line, at: event.currentTarget.selectionStart })}
            />
          </li>
        ))}
      </ul>
      <BelowCell className="tools">
        <button type="button" tabIndex={-1} onClick={() => take(toggleMarker(lines, caret, 'bullet'))}>
          {words('calendar.bullets')} <Keys keys="Ctrl+Shift+8" />
        </button>
        <button type="button" tabIndex={-1} onClick={() => take(toggleMarker(lines, caret, 'number'))}>
          {words('calendar.numbers')} <Keys keys="Ctrl+Shift+7" />
        </button>
        <button type="button" tabIndex={-1} onClick={() => take(indent(lines, caret))}>
          {words('calendar.indent')} <Keys keys="Tab" />
        </button>
        <button type="button" tabIndex={-1} onClick={stopWriting}>
          {words('calendar.done')} <Keys keys="Ctrl+Enter" />
        </button>
      </BelowCell>
    </>
  )
}
