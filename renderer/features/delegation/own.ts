import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Author } from '#shared/model/author.ts'
import type { Objection } from '#shared/model/deadline.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { recordOf } from '#shared/negotiation/change-kind.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { pointsOf } from '#shared/negotiation/points.ts'
import { counter, standing, withdraw } from '#shared/negotiation/propose.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { presentMoment } from '../../stores/clock.ts'
import { useIdentity } from '../../stores/identity.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { whoIsHere } from '../../stores/who.ts'
import { namePoint } from '../proposals/point-name.ts'

/** Whether the window shows the Chair's text, on which this desk proposes. */
export const useProposes = (): boolean => usePlan(({ mode }) => mode === 'delegation')

/** Whether a proposal or an objection is of the delegation that works here. */
export const isOwn = ({ author }: Proposal | Objection, here: Author | null): boolean => author.delegation === here?.delegation

/** One's own proposals that the Chair does not have yet, or not as they now are. */
export const unsent = ({ proposals }: Plan, here: Author | null): Proposal[] =>
  proposals.filter((proposal) => isOwn(proposal, here) && isUnsent(proposal))

/** What a proposal is about, as people call it. */
export function nameOfPlace(held: Plan, { id }: Proposal): string {
  const point = pointsOf(held).find(({ proposals }) => proposals.some((one) => one.id === id))
  return point === undefined ? '' : namePoint(point, held).name
}

/** Takes one's own proposals back: dropped while nobody has seen them, withdrawn once they were sent. */
function takeBackAll(held: Plan, proposals: readonly Proposal[]): void {
  const [first] = proposals
  if (first === undefined) return
  const at = presentMoment()
  edit(
    say('step.take-back-proposal', { name: nameOfPlace(held, first) }),
    proposals.flatMap((proposal) => withdraw(proposal, at)),
  )
}

/** Takes one proposal back. */
export function takeBack(proposal: Proposal): void {
  const { held } = usePlan.getState()
  if (held !== null) takeBackAll(held, [proposal])
}

/** Takes back everything that one proposes on a record: the text has it again as the Chair wrote it. */
export function takeBackOn(record: string): void {
  const { held } = usePlan.getState()
  const { author } = useIdentity.getState()
  if (held !== null && author !== null)
    takeBackAll(
      held,
      standing(held, author.delegation).filter(({ change }) => recordOf(change) === record),
    )
}

/** Says why the Chair should write what is proposed. A proposal that was sent goes out again with it. */
export function justify(proposal: Proposal, justification: string): void {
  const { held } = usePlan.getState()
  const change = updateRecord(proposal, { justification: justification.trim(), at: presentMoment() })
  if (held !== null && change !== null) edit(say('step.justify', { name: nameOfPlace(held, proposal) }), [change])
}

/** Answers another delegation's proposal with one of one's own on the same point. Answers whether it was written. */
export async function answer(to: Proposal, change: ProposedChange): Promise<boolean> {
  const author = await whoIsHere()
  const { held } = usePlan.getState()
  if (author === null || held === null) return false
  const by = { author, at: presentMoment(), revision: latestRevision(held)?.id ?? null, makeId: v7 }
  return edit(say('step.counter', { who: to.author.delegation }), counter(to, change, by))
}
