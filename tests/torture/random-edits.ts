import type { MakeId } from '#shared/lib/ids.ts'
import { say } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Change, Operation } from '#shared/operations/change.ts'
import {
  insertActivity,
  listMandate,
  orderKeysAt,
  removeRecord,
  setItems,
  setMandate,
  setWhen,
  updateRecord,
} from '#shared/operations/edits.ts'
import { duplicateActivities, moveActivities } from '#shared/operations/rows.ts'
import { aCitation, aSection, aWaiver, anItem, on } from '../builders/plan.ts'

/** Three numbers that stand for a step: what to do, where, and with what. Made by a property's generator or by a seeded one. */
export interface Choice {
  readonly action: number
  readonly place: number
  readonly salt: number
}

/** Random numbers from a seed (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const choose = (random: () => number): Choice => ({
  action: Math.floor(random() * 1000),
  place: Math.floor(random() * 1000),
  salt: Math.floor(random() * 1e9),
})

const words = ['Tema', 'élection', 'Übersicht', 'déjà', '“quoted”', '日本', '\u{1f30e}', 'a\tb', 'line\nbreak', "O'Neill", '', '\u0000']

/** The changes that a choice stands for on this plan; empty where it has nothing to act on. */
function changesOf(plan: Plan, { action, place, salt }: Choice, makeId: MakeId): Change[] {
  const { activities, mandates, sections } = plan
  const activity = activities[place % Math.max(1, activities.length)]
  const text = `${words[salt % words.length]} ${salt}`
  const steps: readonly (() => Change[])[] = [
    () => insertActivity(plan, place % (activities.length + 1), makeId).changes,
    () => (activity === undefined ? [] : setWhen(activity, on(`2021-0${1 + (salt % 9)}-1${salt % 10}`))),
    () => (activity === undefined ? [] : setItems(activity, [anItem(text, { id: makeId() }), ...activity.items].slice(0, 3))),
    () => (activity === undefined ? [] : setMandate(activity, [aCitation(`AG/RES. ${salt} (L-O/20)`, ['1'], { id: makeId() })])),
    () => (activity === undefined ? [] : moveActivities(plan, [activity], salt % activities.length)),
    () => (activity === undefined ? [] : duplicateActivities(plan, [activity], makeId).changes),
    () => (activity === undefined ? [] : removeRecord(activity)),
    () => (mandates[0] === undefined || salt % 2 === 0 ? [] : removeRecord(mandates[0])),
    () =>
      listMandate(plan, {
        type: 'mandate',
        id: makeId(),
        citation: aCitation(text, [], { id: makeId() }),
        written: text,
        quotation: 'none',
      }),
    () => [
      { kind: 'insert', record: aSection({ id: makeId(), heading: text, order: orderKeysAt(sections, sections.length, 1)[0] ?? 'a0' }) },
    ],
    () => [{ kind: 'insert', record: aWaiver('date/clash', { id: makeId(), reason: `because ${text}` }) }],
    () => [updateRecord(plan.header, { title: text, severities: { 'date/clash': salt % 2 === 0 ? 'off' : 'info' } }) ?? []].flat(),
    () => activities.slice(0, 3).flatMap((row) => updateRecord(row, { notes: text }) ?? []),
  ]
  return steps[action % steps.length]?.() ?? []
}

/** The operation that a choice stands for; null where there is nothing to do. */
export function operationOf(plan: Plan, choice: Choice, makeId: MakeId, at: string): Operation | null {
  const changes = changesOf(plan, choice, makeId)
  return changes.length === 0 ? null : { id: makeId(), label: say('step.random', { action: choice.action }), changes, at }
}
