import { type KeyboardEvent, useMemo, useState } from 'react'
import { say } from '#shared/locales/message.ts'
import { setMandate } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'
import { complete, type Suggestion, writtenAs } from '../mandates/complete.ts'
import { mandateText, readMandates } from '../mandates/mandate-text.ts'
import { BelowCell } from './below-cell.tsx'
import { CellField } from './cell-field.tsx'
import { currentActivity, type EditorProps, useRowNumber } from './editor.ts'
import { Suggestions } from './suggestions.tsx'
import { useDraft } from './use-draft.ts'

interface Typed {
  readonly text: string
  /** Where the caret stands: the line around it is what the register is asked for. */
  readonly caret: number
}

const lineAround = ({ text, caret }: Typed): { start: number; end: number } => {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const next = text.indexOf('\n', caret)
  return { start, end: next < 0 ? text.length : next }
}

const listId = 'mandate-suggestions'

/** The mandates of a row as text, a line each. What is typed on a line is sought in the register, and a choice writes the line. */
export function MandateEditor({ activity, typed }: EditorProps) {
  const number = useRowNumber(activity)
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const register = useRegister((state) => state.register)
  const [{ text, caret }, setTyped] = useState<Typed>(() => {
    const held = mandateText(activity.mandate)
    const start = typed === null ? held : held === '' ? typed : `${held}\n${typed}`
    return { text: start, caret: start.length }
  })
  const [asked, setAsked] = useState(typed !== null)
  const [chosen, setChosen] = useState(0)
  const line = lineAround({ text, caret })
  // Not put off until later: Enter must take what fits the words as they stand, however fast they were typed.
  const sought = asked ? text.slice(line.start, line.end) : ''
  const suggestions = useMemo(() => (register === null || sought === '' ? [] : complete(register, sought)), [register, sought])
  const { draft, discard } = useDraft(
    (kept: string) => {
      const current = currentActivity(activity.id)
      if (current !== null) edit(say('step.mandate', { row: number }), setMandate(current, readMandates(kept, current.mandate)))
    },
    typed === null ? null : text,
  )

  const change = (next: Typed, ask: boolean) => {
    setTyped(next)
    setAsked(ask)
    setChosen(0)
    draft(next.text)
  }
  const take = (suggestion: Suggestion) => {
    const written = writtenAs(suggestion, language)
    change({ text: text.slice(0, line.start) + written + text.slice(line.end), caret: line.start + written.length }, false)
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const suggestion = suggestions[chosen]
    if (suggestion !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : suggestions.length - 1)) % suggestions.length)
      return true
    }
    if (suggestion !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      take(suggestion)
      return true
    }
    if (suggestion !== undefined && event.key === 'Escape') {
      setAsked(false)
      return true
    }
    return false
  }
  const open = suggestions.length > 0
  return (
    <>
      <CellField
        label={words('calendar.mandate-of', { row: number })}
        className="mandate-field"
        value={text}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-activedescendant={open ? `${listId}-${chosen}` : undefined}
        spellCheck={false}
        onChange={(next) =>
          change(
            {
              text: next,
              caret: document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : next.length,
            },
            true,
          )
        }
        onDiscard={discard}
        onSelect={(event) => setTyped({ text, caret: event.currentTarget.selectionStart })}
        onKey={onKey}
      />
      <span className="unseen" role="status">
        {open && words('calendar.suggested', { count: suggestions.length })}
      </span>
      <BelowCell className={open ? 'suggestions' : 'understood'}>
        {open ? (
          <Suggestions id={listId} sought={sought} suggestions={suggestions} chosen={chosen} onChoose={take} />
        ) : (
          <p>{words(asked && sought.trim().length > 1 ? 'calendar.mandate-none' : 'calendar.mandate-hint')}</p>
        )}
      </BelowCell>
    </>
  )
}
