import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords, wordsOf } from '#shared/lib/words.ts'
import { changedLines } from '#shared/negotiation/changed-lines.ts'
import { aBlock, aCitation, anItem, on } from '../../builders/plan.ts'

const marks = (stretches: readonly { kind: string; text: string }[]): string =>
  stretches.map(({ kind, text }) => (kind === 'same' ? text : kind === 'struck' ? `-${text}-` : `+${text}+`)).join('|')

describe('Words set side by side', () => {
  it.each([
    ['Access to pensions', 'Access to pensions', 'Access to pensions'],
    ['Access to pensions', 'Access to portable pensions', 'Access to|+ portable+| pensions'],
    ['in host countries', 'in host countries of return', 'in host countries|+ of return+'],
    ['', 'New row', '+New row+'],
    ['l’accès', 'l’emploi', '-l’accès-|+l’emploi+'],
  ])('%s → %s', (was, now, expected) => {
    expect(marks(compareWords(was, now))).toBe(expected)
  })

  it('keep every character of both texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (was, now) => {
        const stretches = compareWords(was, now)
        const without = (kind: string) => stretches.filter((stretch) => stretch.kind !== kind).map(({ text }) => text)
        expect(without('inserted').join('')).toBe(was)
        expect(without('struck').join('')).toBe(now)
        expect(wordsOf(was).join('')).toBe(was)
      }),
    )
  })
})

describe('A field in two states', () => {
  it('shows an item that was rewritten, one that was added and one that was taken out where they stand', () => {
    const [first, second, third] = [anItem('Opening'), anItem('Statements'), anItem('Closing')]
    const lines = changedLines('items', [first, second, third], [{ ...first, text: 'Opening by the Chair' }, anItem('Panel'), third], 'en')
    expect(lines.map(({ stretches }) => marks(stretches))).toEqual(['Opening|+ by the Chair+', '-Statements-', '+Panel+', 'Closing'])
  })

  it('replaces a date and a citation whole', () => {
    expect(changedLines('when', on('2026-10-13'), on('2026-10-20'), 'en').map(({ stretches }) => marks(stretches))).toEqual([
      '-October 13, 2026-| |+October 20, 2026+',
    ])
    const cited = aCitation('AG/RES. 2955 (L-O/20)', ['34'])
    expect(changedLines('mandate', [], [cited], 'en').map(({ stretches }) => marks(stretches))).toEqual([
      '+AG/RES. 2955 (L-O/20), operative paragraph 34+',
    ])
  })

  it('says under which paragraph a line stands', () => {
    const [one, two] = [aBlock('One.'), aBlock('Two.')]
    const lines = changedLines('blocks', [one, two], [one, aBlock('Between.'), two], 'en')
    expect(lines.map(({ at }) => at)).toEqual([one.id, one.id, two.id])
  })

  it('of a kind that it should not hold is told as it is, without failing', () => {
    expect(changedLines('items', 'not a list', ['a', 'b'], 'en').map(({ stretches }) => marks(stretches))).toEqual(['-not a list-|+a, b+'])
  })
})
