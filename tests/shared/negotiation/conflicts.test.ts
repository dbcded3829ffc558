import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { enact } from '#shared/negotiation/accept.ts'
import { conflictsOf } from '#shared/negotiation/conflicts.ts'
import { propose } from '#shared/negotiation/propose.ts'
import type { Change } from '#shared/operations/change.ts'
import { removeRecord, setItems, setMandate, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { aCitation, anActivity, anItem, aPlan, counterIds, on } from '../../builders/plan.ts'
import { applied, delegate, edited, edits, startingPlan } from './random-plans.ts'

const base = aPlan({
  activities: ['Access to pensions in host countries', 'Election of the Vice Chair', 'Approval of the report'].map((text) =>
    anActivity({ when: on('2026-10-13'), items: [text, 'Other matters'], mandate: [aCitation('AG/RES. 2955 (L-O/20)', ['34'])] }),
  ),
})
const [first, second] = base.activities
if (first === undefined || second === undefined) throw new Error('rows expected')

let series = 0
const proposing = (delegation: string, changes: readonly Change[]): Proposal[] => {
  const makeId = counterIds(0x1000 * ++series)
  const by = { author: delegate(delegation), at: '2026-09-20T10:00:00Z', revision: null, makeId }
  return applied(base, propose(base, applied(base, changes), by)).proposals.slice()
}

/** With whom the first proposal of the first delegation conflicts, and why. */
function conflicts(...lists: readonly Proposal[][]): string[] {
  const plan: Plan = { ...base, proposals: lists.flat() }
  const [proposal] = plan.proposals
  if (proposal === undefined) throw new Error('nothing proposed')
  return conflictsOf(plan, proposal).map(({ with: other, clash }) => `${other.author.delegation}: ${clash}`)
}

const wording = (text: string) => setItems(first, first.items.with(0, anItem(text, { id: first.items[0]?.id ?? '' })))

describe('Which proposals cannot both be accepted as they stand', () => {
  it('two on the same words', () => {
    expect(
      conflicts(
        proposing('Chile', wording('Access to benefits in host countries')),
        proposing('Mexico', wording('Access to all pensions in host countries')),
      ),
    ).toEqual(['Mexico: words'])
  })

  it('not two on different words of one line, nor on different lines', () => {
    const chile = proposing('Chile', wording('Access to pensions in countries of destination'))
    expect(conflicts(chile, proposing('Mexico', wording('Portable access to pensions in host countries')))).toEqual([])
    expect(conflicts(chile, proposing('Mexico', setItems(first, [...first.items, anItem('Election')])))).toEqual([])
  })

  it('not two that ask for the same', () => {
    const words = 'Access to benefits in host countries'
    expect(conflicts(proposing('Chile', wording(words)), proposing('Mexico', wording(words)))).toEqual([])
  })

  it('two dates for one row', () => {
    expect(conflicts(proposing('Chile', setWhen(first, on('2026-10-20'))), proposing('Mexico', setWhen(first, on('2026-10-27'))))).toEqual([
      'Mexico: value',
    ])
  })

  it('the deletion of a row, or of a line, and its edit', () => {
    expect(conflicts(proposing('Chile', removeRecord(first)), proposing('Mexico', wording('Access to benefits')))).toEqual([
      'Mexico: deletion',
    ])
    expect(
      conflicts(proposing('Chile', wording('Access to benefits')), proposing('Mexico', setItems(first, first.items.slice(1)))),
    ).toEqual(['Mexico: value'])
  })

  it('two places for one row, but not one place', () => {
    const chile = proposing('Chile', moveActivities(base, [first], 2))
    expect(conflicts(chile, proposing('Mexico', moveActivities(base, [first], 1)))).toEqual(['Mexico: place'])
    expect(conflicts(chile, proposing('Mexico', moveActivities(base, [first], 2)))).toEqual([])
  })

  it('not paragraphs cited by two delegations', () => {
    const citing = (...provisions: string[]) =>
      setMandate(
        first,
        first.mandate.map((entry) => (entry.kind === 'citation' ? { ...entry, provisions } : entry)),
      )
    expect(conflicts(proposing('Chile', citing('34', '35')), proposing('Mexico', citing('34', '40')))).toEqual([])
  })

  it('none that is no longer open', () => {
    const [chile, mexico] = [proposing('Chile', setWhen(first, on('2026-10-20'))), proposing('Mexico', setWhen(first, on('2026-10-27')))]
    expect(
      conflicts(
        chile,
        mexico.map((proposal) => ({ ...proposal, withdrawn: '2026-09-22T10:00:00Z' })),
      ),
    ).toEqual([])
  })

  it('none on other rows', () => {
    expect(
      conflicts(proposing('Chile', removeRecord(first)), proposing('Mexico', [updateRecord(second, { venue: 'Room A' }) ?? []].flat())),
    ).toEqual([])
  })
})

describe('Conflicts and acceptance agree', { timeout: 60_000 }, () => {
  it('two proposals can be accepted one after the other, whichever is first, exactly where they do not conflict', () => {
    fc.assert(
      fc.property(edits, edits, (left, right) => {
        const plan = startingPlan([])
        const made = [left, right].map((steps, index) => {
          const makeId = counterIds(0x10_0000_0000 * (index + 1))
          const by = { author: delegate(`D${index}`), at: '2026-09-20T10:00:00Z', revision: null, makeId }
          return applied(plan, propose(plan, edited(plan, steps, makeId), by)).proposals
        })
        const [ones, others] = made
        const together = { ...plan, proposals: made.flat() }
        const inTurn = (one: Proposal, other: Proposal): boolean => {
          const changes = enact(together, one.change)
          if (!changes.ok) throw new Error('does not fit the text it was made on')
          return enact(applied(together, changes.value), other.change).ok
        }
        for (const one of ones ?? []) {
          const against = new Set(conflictsOf(together, one).map(({ with: other }) => other.id))
          for (const other of others ?? []) {
            const both = inTurn(one, other) && inTurn(other, one)
            expect([one.change, other.change, both]).toEqual([one.change, other.change, !against.has(other.id)])
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
