import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { kindOf } from '#shared/negotiation/change-kind.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { Button } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import { ChangeShown } from '../proposals/changed-words.tsx'
import { Decided } from '../proposals/proposal-card.tsx'
import { awaits } from '../proposals/state.ts'
import { justify, nameOfPlace, takeBack } from './own.ts'

interface Props {
  /** The Chair's text with all proposals on it. */
  readonly held: Plan
  readonly proposal: Proposal
}

/** The number of the row behind which a change moves another, as it is shown; null for the first place and for what is no move. */
export const useRowBehind = ({ change }: Proposal): string | null =>
  usePlan((shown) => (change.kind === 'move' && change.after !== null ? rowLabel(shown, change.after) : null))

/** One of one's own proposals: its words, why, what became of it. It can be justified and taken back while the Chair has not decided it. */
export function OwnProposal({ held, proposal }: Props) {
  const after = useRowBehind(proposal)
  const { change, justification, parent } = proposal
  const state = stateOf(held, proposal)
  const stands = awaits(state)
  const answered = held.proposals.find(({ id }) => id === parent)?.author.delegation
  const name = nameOfPlace(held, proposal)
  return (
    <article className="proposal own" aria-label={words('delegation.own-on', { name })} data-proposal={proposal.id}>
      <header>
        <b>{words(`proposals.kind-${kindOf(change)}`)}</b>
        {answered !== undefined && <span>{words('proposals.answers', { who: delegationName(answered, windowLanguage) })}</span>}
        <span className={`state ${state}`}>
          {stands && isUnsent(proposal) && state !== 'obsolete' ? words('delegation.not-sent') : words(`proposals.state-${state}`)}
        </span>
      </header>
      <ChangeShown change={change} language={held.header.language} after={after} />
      {state === 'obsolete' && <p className="refused">{words('delegation.obsolete')}</p>}
      {stands ? (
        <div className="standing">
          <label className="justification">
            <span>{words('delegation.justification')}</span>
            <EditableText
              value={justification}
              label={words('delegation.justification-of', { name })}
              placeholder={words('delegation.justification-example')}
              onKeep={(text) => justify(proposal, text)}
            />
          </label>
          <Button
            look="small"
            aria-label={words(proposal.sent === null ? 'delegation.take-back-of' : 'delegation.withdraw-of', { name })}
            onPress={() => takeBack(proposal)}
          >
            {words(proposal.sent === null ? 'delegation.take-back' : 'delegation.withdraw')}
          </Button>
        </div>
      ) : (
        justification !== '' && <p className="why">{justification}</p>
      )}
      <Decided plan={held} proposal={proposal} />
    </article>
  )
}
