import type { Collected } from '#shared/contract/exchange.ts'
import { success, type Result } from '#shared/lib/result.ts'
import { say } from '#shared/locales/message.ts'
import { type Refusal, refusal } from '#shared/locales/refusal.ts'
import type { Author } from '#shared/model/author.ts'
import { collect } from '#shared/negotiation/collect.ts'
import type { NoSuchPlan } from '../store/editing.ts'
import type { NotSaved } from '../store/failure.ts'
import type { Desk } from './receive.ts'
import { type ReceivedFile, receiptOf } from './received-file.ts'

/** Whether a delegation may speak for an author: the same office, or the same key under a name it bore before. */
export const speaksFor = (sender: Author, author: Author): boolean =>
  author.delegation === sender.delegation || (sender.key !== null && author.key === sender.key)

const nothing = { added: 0, updated: 0, known: 0, foreign: 0 }

/** Says why nothing was taken from a file. */
export const notCollected = (name: string, problem: Refusal): Collected => ({
  name,
  sender: null,
  signature: null,
  ...nothing,
  setAside: 0,
  mended: 0,
  problem,
})

/**
 * Takes the proposals of one file into a plan, as one step with the file's receipt. A file speaks for its sender alone: what it says in another
 * delegation's name is counted and left out.
 */
export function collectFile({ store, now, makeId }: Desk, planId: string, came: ReceivedFile): Result<Collected, NoSuchPlan | NotSaved> {
  const { file, name, sender, signature } = came
  const plan = store.plan(planId)
  if (!plan.ok) return plan
  const report = { name, sender, signature, setAside: file.setAside.length, mended: file.mended.length }
  const stop = (problem: Refusal) => success({ ...report, ...nothing, problem })
  if (file.kind !== 'proposals') return stop(refusal('no-proposals', { name }))
  if (file.base.plan !== planId) return stop(refusal('other-plan', { name, title: file.base.title }))
  if (sender === null) return stop(refusal('no-sender', { name }))
  const own = file.proposals.filter(({ author }) => speaksFor(sender, author))
  const objections = file.objections.filter(({ author }) => speaksFor(sender, author))
  const { changes, added, updated, known, foreign } = collect(plan.value, { proposals: own, objections, decisions: [] })
  const strangers = file.proposals.length - own.length + file.objections.length - objections.length
  const at = now().toISOString()
  const brought = receiptOf(came, 'proposals', at)
  if (changes.length > 0) {
    const label = say('step.collect', { delegation: sender.delegation })
    const written = store.receive(planId, { id: makeId(), label, changes: [...changes], at }, brought)
    if (!written.ok) {
      if (written.error.kind === 'out-of-date') throw new Error(`Collected proposals cannot be written: ${written.error.detail}`)
      return written as Result<never, NoSuchPlan | NotSaved>
    }
  } else if (!store.hasCollected(planId, came.hash)) {
    const noted = store.note(planId, brought)
    if (!noted.ok) return noted
  }
  return success({ ...report, added, updated, known, foreign: foreign.length + strangers, problem: null })
}
