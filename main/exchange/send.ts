import { contentHash } from '#shared/exchange/content-hash.ts'
import { registerExcerpt, type Sign, writeFile } from '#shared/exchange/plan-file.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { say } from '#shared/locales/message.ts'
import type { Author } from '#shared/model/author.ts'
import type { Objection } from '#shared/model/deadline.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import type { Change } from '#shared/operations/change.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import type { Register } from '#shared/register/register.ts'
import type { NoSuchPlan } from '../store/editing.ts'
import type { NotSaved } from '../store/failure.ts'
import type { Desk } from './receive.ts'

/** Who sends a file, and what signs it. */
export interface Sender {
  readonly author: Author | null
  readonly sign: Sign
  /** Program and version. */
  readonly generator: string
}

/** A plan without what was proposed and decided on it. */
const textOf = (plan: Plan): Plan => ({ ...plan, proposals: [], decisions: [], objections: [] })

/** The plan as the text of its file, with fields that an earlier file brought and this version does not know. */
export function planText({ store, now }: Desk, plan: Plan, withProposals: boolean, register: Register, sender: Sender): string {
  const sent = withProposals ? plan : textOf(plan)
  return writeFile(
    {
      kind: 'plan',
      plan: sent,
      instruments: registerExcerpt(plan, register),
      generator: sender.generator,
      exportedAt: now().toISOString(),
      exportedBy: sender.author,
      unknown: store.foreignFields(plan.header.id),
    },
    sender.sign,
  )
}

/** The register as the text of its file. */
export const registerText = ({ store, now }: Desk, sender: Sender): string =>
  writeFile(
    {
      kind: 'register',
      instruments: store.instruments(),
      generator: sender.generator,
      exportedAt: now().toISOString(),
      exportedBy: sender.author,
      unknown: {},
    },
    sender.sign,
  )

/** A file of proposals, and how much is in it. */
export interface SentProposals {
  readonly text: string
  readonly plan: Plan
  readonly proposals: number
  readonly objections: number
}

/** Whether somebody made it: under the same office, or with the same key under a former name. */
const isBy = (author: Author, other: Author): boolean =>
  other.delegation === author.delegation || (author.key !== null && other.key === author.key)

/** What the Chair needs to know: proposals that stand, and those that were sent before and taken back since. */
const isToSend = ({ sent, withdrawn }: Proposal): boolean => sent !== null || withdrawn === null

/** One's own proposals and objections on a plan as a file for the Chair. Those that were not sent before, or not as they now are, are marked sent, in one step. */
export function sendProposals(
  { store, now, makeId }: Desk,
  planId: string,
  sender: Sender & { readonly author: Author },
): Result<SentProposals, NoSuchPlan | NotSaved | { readonly kind: 'nothing-to-send' }> {
  const before = store.plan(planId)
  if (!before.ok) return before
  const { author, sign, generator } = sender
  const own = before.value.proposals.filter((proposal) => isBy(author, proposal.author) && isToSend(proposal))
  const objecting = before.value.objections.filter((objection) => isBy(author, objection.author))
  if (own.length + objecting.length === 0) return failure({ kind: 'nothing-to-send' })
  const at = now().toISOString()
  const unsent = [...own, ...objecting].filter(isUnsent)
  const changes = unsent.flatMap((said): Change[] => {
    const change = updateRecord<Proposal | Objection>(said, { sent: at })
    return change === null ? [] : [change]
  })
  if (changes.length > 0) {
    const what = unsent.some(({ type }) => type === 'objection') ? 'step.sent-entries' : 'step.sent'
    const written = store.apply(planId, { id: makeId(), label: say(what, { count: changes.length }), changes, at })
    if (!written.ok) {
      if (written.error.kind === 'not-saved' || written.error.kind === 'no-such-plan') return failure(written.error)
      throw new Error(`Proposals cannot be marked as sent: ${written.error.kind}`)
    }
  }
  const after = store.plan(planId)
  if (!after.ok) return after
  const plan = after.value
  const sentIds = new Set([...own, ...objecting].map(({ id }) => id))
  const proposals = plan.proposals.filter(({ id }) => sentIds.has(id))
  const objections = plan.objections.filter(({ id }) => sentIds.has(id))
  const text = writeFile(
    {
      kind: 'proposals',
      base: { plan: planId, title: plan.header.title, revision: latestRevision(plan)?.id ?? null, hash: contentHash(plan) },
      proposals,
      objections,
      generator,
      exportedAt: at,
      exportedBy: author,
      unknown: {},
    },
    sign,
  )
  return success({ text, plan, proposals: proposals.length, objections: objections.length })
}
