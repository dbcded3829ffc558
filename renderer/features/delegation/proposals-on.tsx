import { recordOf } from '#shared/negotiation/change-kind.ts'
import { words } from '../../app/words.ts'
import { useIdentity } from '../../stores/identity.ts'
import { usePlan } from '../../stores/plan.ts'
import { isOwn, useProposes } from './own.ts'
import { OthersProposal } from './others-proposal.tsx'
import { OwnProposal } from './own-proposal.tsx'

/** What one proposes on a row oneself, and what others do where the Chair's file says it. Nothing in a plan of one's own. */
export function ProposalsOn({ record }: { readonly record: string }) {
  const proposes = useProposes()
  const held = usePlan((state) => state.held)
  const author = useIdentity((state) => state.author)
  if (!proposes || held === null) return null
  const about = held.proposals.filter(({ change }) => recordOf(change) === record)
  const own = about.filter((proposal) => isOwn(proposal, author))
  const others = about.filter((proposal) => !isOwn(proposal, author))
  return (
    <>
      {own.length > 0 && (
        <section className="proposals-on">
          <h3>{words('delegation.own')}</h3>
          {own.map((proposal) => (
            <OwnProposal key={proposal.id} held={held} proposal={proposal} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className="proposals-on">
          <h3>{words('delegation.others')}</h3>
          {others.map((proposal) => (
            <OthersProposal key={proposal.id} held={held} proposal={proposal} />
          ))}
        </section>
      )}
    </>
  )
}
