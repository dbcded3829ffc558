import { useEffect, useRef } from 'react'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { gistOf, nameOf, type Suggestion, titleOf } from '../mandates/complete.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'

interface Props {
  readonly id: string
  readonly sought: string
  readonly suggestions: readonly Suggestion[]
  readonly chosen: number
  readonly onChoose: (suggestion: Suggestion) => void
}

/** What the register offers for the words typed, each with what its paragraph says and to whom. */
export function Suggestions({ id, sought, suggestions, chosen, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul ref={list} id={id} role="listbox" aria-label={words('calendar.suggestions')}>
      {suggestions.map((suggestion, index) => (
        // The text field keeps the focus and the keys; the list is read through it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          onClick={() => onChoose(suggestion)}
        >
          <Option suggestion={suggestion} sought={sought} />
        </li>
      ))}
    </ul>
  )
}

function Option({ suggestion: { instrument, provision }, sought }: { readonly suggestion: Suggestion; readonly sought: string }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const name = `${nameOf(instrument, language)}${provision === null ? '' : ` ${provisionsLabel([provision.label])}`}`
  const [addressee] = provision?.addressees ?? []
  const aside =
    instrument.state !== 'current'
      ? words(`instrument.${instrument.state}`)
      : addressee === undefined
        ? ''
        : words(`addressee.${addressee}`)
  return (
    <>
      <b>
        <Sought text={name} sought={sought} />
      </b>
      <span>{aside}</span>
      <p>
        {provision === null ? (instrument.symbol === null ? instrument.body : titleOf(instrument, language)) : gistOf(provision, language)}
      </p>
    </>
  )
}

/** Marks the numbers that were typed where they stand in a symbol. */
function Sought({ text, sought }: { readonly text: string; readonly sought: string }) {
  const numbers = sought.match(/\d{2,}/g) ?? []
  if (numbers.length === 0) return text
  const parts = text.split(new RegExp(`\\b(${numbers.join('|')})\\b`))
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}
