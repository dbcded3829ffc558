import { type FormEvent, useEffect, useRef, useState } from 'react'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { kindOf } from '#shared/negotiation/change-kind.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { GrowField } from '../../ui/grow-field.tsx'
import { Keys } from '../../ui/keys.tsx'
import { ChangeShown } from '../proposals/changed-words.tsx'
import { type FieldText, fieldText } from '../proposals/field-text.ts'
import { Decided } from '../proposals/proposal-card.tsx'
import { awaits } from '../proposals/state.ts'
import { answer } from './own.ts'
import { useRowBehind } from './own-proposal.tsx'

interface Props {
  /** The Chair's text with all proposals on it. */
  readonly held: Plan
  readonly proposal: Proposal
}

/** Another delegation's proposal, as the Chair's file brought it. It can be answered with other words. */
export function OthersProposal({ held, proposal }: Props) {
  const [answering, setAnswering] = useState(false)
  const after = useRowBehind(proposal)
  const { author, change, justification, parent } = proposal
  const state = stateOf(held, proposal)
  const who = delegationName(author.delegation, windowLanguage)
  const answered = held.proposals.find(({ id }) => id === parent)?.author.delegation
  const wording = awaits(state) ? fieldText(change, held.header) : null
  return (
    <article className="proposal" aria-label={words('proposals.by', { who })} data-proposal={proposal.id}>
      <header>
        <b>{who}</b>
        <span>
          {[
            words(`proposals.kind-${kindOf(change)}`),
            ...(answered === undefined ? [] : [words('proposals.answers', { who: delegationName(answered, windowLanguage) })]),
          ].join(' · ')}
        </span>
        <span className={`state ${state}`}>{words(`proposals.state-${state}`)}</span>
      </header>
      <ChangeShown change={change} language={held.header.language} after={after} />
      {justification !== '' && <p className="why">{justification}</p>}
      <Decided plan={held} proposal={proposal} />
      {wording !== null && !answering && (
        <footer>
          <Button look="small" aria-label={words('delegation.answer-to', { who })} onPress={() => setAnswering(true)}>
            {words('delegation.answer')}
          </Button>
        </footer>
      )}
      {wording !== null && answering && <Answering to={proposal} wording={wording} onDone={() => setAnswering(false)} />}
    </article>
  )
}

interface AnsweringProps {
  readonly to: Proposal
  readonly wording: FieldText
  readonly onDone: () => void
}

/** Asks for the words to propose instead. */
function Answering({ to, wording, onDone }: AnsweringProps) {
  const [text, setText] = useState(wording.text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isNew = text.trim() !== wording.text.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isNew && (await answer(to, wording.read(text)))) onDone()
  }
  return (
    <form
      className="asked"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
      }}
    >
      <label>
        {words('delegation.instead')}
        <GrowField ref={field} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <footer>
        <Button look="primary" type="submit" isDisabled={!isNew}>
          {words('delegation.write-answer')} <Keys keys="Ctrl+Enter" />
        </Button>
        <Button look="small" onPress={onDone}>
          {words('dialog.cancel')} <Keys keys="Esc" />
        </Button>
      </footer>
    </form>
  )
}
