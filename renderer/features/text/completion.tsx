import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'
import { BelowCell } from '../calendar/below-cell.tsx'
import { Suggestions } from '../calendar/suggestions.tsx'
import type { Suggestion } from '../mandates/complete.ts'
import { citationInWords, offeredFor, type Sought, soughtBefore } from './completing.ts'
import { citationsHere, markSought } from './decorations.ts'
import type { Around } from './section-editor.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'

interface Props {
  readonly editor: Editor
  /** Hands over what is to be done with keys while suggestions stand open. */
  readonly onKeys: (press: Around['press']) => void
}

/** What the words before the caret seek, with where they begin in the document. */
type Asked = Sought & { readonly from: number }

function askedBy({ state }: Editor): Asked | null {
  const { $from, empty } = state.selection
  if (!empty) return null
  // The mark of a note is a sign, so that places in the text and in the document agree.
  const sought = soughtBefore($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'))
  return sought === null ? null : { ...sought, from: $from.start() + sought.start }
}

/** Offers mandates of the register while their symbol, number or words are typed, with what each paragraph says. */
export function Completion({ editor, onKeys }: Props) {
  const id = useId()
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const register = useRegister((state) => state.register)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const [cited, setCited] = useState('')
  const suggestions = useMemo(() => (register === null || asked === null ? [] : offeredFor(register, asked)), [register, asked])
  const open = asked !== null && asked.from !== dismissed && suggestions.length > 0
  const from = open ? asked.from : null

  const follow = useEffectEvent((transaction: Transaction) => {
    if (transaction.docChanged) {
      const isTyped = editor.isFocused && transaction.getMeta('from-plan') !== true && transaction.getMeta('completed') !== true
      const next = isTyped ? askedBy(editor) : null
      if (next?.from !== dismissed) setDismissed(null)
      setAsked(next)
      setChosen(0)
    } else if (transaction.selectionSet) setAsked(null)
    if (transaction.docChanged || transaction.selectionSet)
      setCited(
        citationsHere(editor.state)
          .map(({ canonical, provisions }) => `${canonical} ${provisionsLabel(provisions)}`.trim())
          .join(' · '),
      )
  })
  useEffect(() => {
    const change = ({ transaction }: { transaction: Transaction }) => follow(transaction)
    const leave = () => setAsked(null)
    editor.on('transaction', change)
    editor.on('blur', leave)
    return () => {
      editor.off('transaction', change)
      editor.off('blur', leave)
    }
  }, [editor])
  const take = (suggestion: Suggestion) => {
    const { state, view } = editor
    if (asked === null) return
    view.dispatch(state.tr.insertText(citationInWords(suggestion, language), asked.from, state.selection.from).setMeta('completed', true))
  }
  useEffect(() => {
    onKeys((event) => {
      const suggestion = suggestions[chosen]
      if (!open || suggestion === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
        setChosen((chosen + (event.key === 'ArrowDown' ? 1 : suggestions.length - 1)) % suggestions.length)
      else if (event.key === 'Escape') setDismissed(from)
      else if (event.key === 'Enter' || event.key === 'Tab') take(suggestion)
      else return false
      return true
    })
  })
  useEffect(() => {
    const { dom } = editor.view
    markSought(editor.view, from)
    if (from === null) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-autocomplete', 'list')
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-autocomplete')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, from, id])
  useEffect(() => {
    if (from !== null) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${chosen}`)
  }, [editor, from, id, chosen])
  return (
    <>
      <span className="unseen" role="status">
        {open ? words('calendar.suggested', { count: suggestions.length }) : cited === '' ? '' : words('text.cites', { names: cited })}
      </span>
      {open && (
        <BelowCell className="suggestions">
          <Suggestions id={id} sought={asked.words} suggestions={suggestions} chosen={chosen} onChoose={take} />
        </BelowCell>
      )}
    </>
  )
}
