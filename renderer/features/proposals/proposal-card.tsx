import { type FormEvent, useEffect, useRef, useState } from 'react'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { kindOf } from '#shared/negotiation/change-kind.ts'
import { conflictsOf } from '#shared/negotiation/conflicts.ts'
import { labelsWith } from '#shared/negotiation/numbering.ts'
import { latestDecision, stateOf } from '#shared/negotiation/states.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { GrowField } from '../../ui/grow-field.tsx'
import { Keys } from '../../ui/keys.tsx'
import { ChangeShown } from './changed-words.tsx'
import { ask, take } from './deciding.ts'
import { fieldText } from './field-text.ts'
import { type Asking, awaits, look, useReview } from './state.ts'

interface Props {
  readonly plan: Plan
  readonly proposal: Proposal
  readonly current: boolean
}

/** One delegation's proposal with its words, its reason and what can be decided. */
export function ProposalCard({ plan, proposal, current }: Props) {
  const element = useRef<HTMLElement>(null)
  const { asking, refused } = useReview()
  const { author, change, justification, parent } = proposal
  const state = stateOf(plan, proposal)
  const answered = plan.proposals.find(({ id }) => id === parent)?.author.delegation
  const clashes = awaits(state) ? conflictsOf(plan, proposal) : []
  const facts = [
    words(`proposals.kind-${kindOf(change)}`),
    ...(answered === undefined ? [] : [words('proposals.answers', { who: delegationName(answered, windowLanguage) })]),
    ...clashes.map((clash) =>
      words(`proposals.clash-${clash.clash}`, { who: delegationName(clash.with.author.delegation, windowLanguage) }),
    ),
  ]
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const after = change.kind === 'move' && change.after !== null ? (labelsWith(plan, plan.activities).get(change.after) ?? '') : null
  return (
    // The keys of the view do the same as a click on the card.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={element}
      className={current ? 'proposal current' : 'proposal'}
      aria-label={words('proposals.by', { who: delegationName(author.delegation, windowLanguage) })}
      aria-current={current ? 'true' : undefined}
      data-proposal={proposal.id}
      onClick={() => !current && look(proposal.id)}
    >
      <header>
        <b>{delegationName(author.delegation, windowLanguage)}</b>
        <span>{facts.join(' · ')}</span>
        <span className={`state ${state}`}>{words(`proposals.state-${state}`)}</span>
      </header>
      <ChangeShown change={change} language={plan.header.language} after={after} />
      {justification !== '' && <p className="why">{justification}</p>}
      <Decided plan={plan} proposal={proposal} />
      {current && refused !== null && (
        <p className="refused" role="alert">
          {words(`proposals.refused-${refused}`)}
        </p>
      )}
      {current &&
        (asking === null ? <Choices proposal={proposal} again={!awaits(state)} /> : <Asked proposal={proposal} asking={asking} />)}
    </article>
  )
}

/** The Chair's decision on a proposal, with the reason. */
export function Decided({ plan, proposal }: Omit<Props, 'current'>) {
  const decision = latestDecision(plan, proposal.id)
  if (decision === null) return null
  const who = decision.by.name === '' ? delegationName(decision.by.delegation, windowLanguage) : decision.by.name
  return (
    <p className="decided">
      {words('proposals.decided', { outcome: words(`proposals.state-${decision.outcome}`), who, when: moment(decision.at) })}
      {decision.reason !== '' && <q>{decision.reason}</q>}
    </p>
  )
}

function Choices({ proposal, again }: { readonly proposal: Proposal; readonly again: boolean }) {
  return (
    <footer>
      <Button look={again ? 'small' : 'primary'} onPress={() => take(proposal, 'accepted')}>
        {words('proposals.accept')} <Keys keys="A" />
      </Button>
      <Button look="small" onPress={() => ask('change')}>
        {words('proposals.accept-with-changes')} <Keys keys="E" />
      </Button>
      <Button look="small" onPress={() => take(proposal, 'ad-referendum')}>
        {words('proposals.ad-referendum')} <Keys keys="D" />
      </Button>
      <Button look="small" onPress={() => ask('reject')}>
        {words('proposals.reject')} <Keys keys="R" />
      </Button>
      <Button look="small" onPress={() => ask('defer')}>
        {words('proposals.defer')} <Keys keys="L" />
      </Button>
    </footer>
  )
}

/** Asks for the reason of a decision, or for the words that are to stand instead. */
function Asked({ proposal, asking }: { readonly proposal: Proposal; readonly asking: Asking }) {
  const header = usePlan(({ plan }) => plan?.header)
  const replacement = header === undefined || asking !== 'change' ? null : fieldText(proposal.change, header)
  const [text, setText] = useState(replacement?.text ?? '')
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const leave = () => useReview.setState({ asking: null })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking === 'reject') {
      if (reason.trim() !== '') take(proposal, 'rejected', reason.trim())
    } else if (asking === 'defer') take(proposal, 'deferred', reason.trim())
    else take(proposal, 'accepted-with-changes', reason.trim(), replacement?.read(text) ?? null)
  }
  return (
    <form
      className="asked"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          leave()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
    >
      {asking === 'change' &&
        (replacement === null ? (
          <p className="aside">{words('proposals.edit-in-place')}</p>
        ) : (
          <label>
            {words('proposals.instead')}
            <GrowField ref={field} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        ))}
      <label>
        {words(asking === 'reject' ? 'proposals.reason' : 'proposals.reason-optional')}
        <GrowField ref={replacement === null ? field : null} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <footer>
        <Button look="primary" type="submit" isDisabled={asking === 'reject' && reason.trim() === ''}>
          {words(`proposals.write-${asking}`)} <Keys keys="Ctrl+Enter" />
        </Button>
        <Button look="small" onPress={leave}>
          {words('dialog.cancel')} <Keys keys="Esc" />
        </Button>
      </footer>
    </form>
  )
}
