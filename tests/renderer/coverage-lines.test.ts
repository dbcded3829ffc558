import { describe, expect, test } from 'vitest'
import { coverageOf } from '#shared/register/coverage.ts'
import { createRegister } from '#shared/register/register.ts'
import { linesOf, type Line, servingIn, servingOf } from '../../renderer/features/coverage/lines.ts'
import { aCitation, aMandate, anActivity, aPlan, on } from '../builders/plan.ts'

const range = aMandate('AG/RES. 2910 (XLVII-O/17)', ['1', '2', '3'])
const single = aMandate('AG/RES. 2988 (LII-O/22)', ['56'])

const plan = aPlan({
  mandates: [range, single],
  activities: [
    anActivity({ when: on('2020-11-10'), mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['1', '2'])] }),
    anActivity({ mandate: [aCitation('AG/RES. 2988 (LII-O/22)', ['56'])] }),
  ],
})
const coverage = coverageOf(plan, createRegister([]))

const told = (lines: readonly Line[]) => lines.map(({ row, level, opened }) => [level, row === null ? 'instrument' : row.label, opened])

describe('the lines of the matrix', () => {
  test('a range stays one line until it is opened; a text with one provision is one line for good', () => {
    expect(told(linesOf(coverage, new Set(), false).lines)).toEqual([
      [1, 'instrument', false],
      [1, '56', null],
    ])
    expect(told(linesOf(coverage, new Set([range.citation.id]), false).lines)).toEqual([
      [1, 'instrument', true],
      [2, '3', null],
      [2, '1', null],
      [2, '2', null],
      [1, '56', null],
    ])
  })

  test('with the unserved alone, what is left out is counted', () => {
    const { lines, hidden } = linesOf(coverage, new Set([range.citation.id]), true)
    expect(told(lines)).toEqual([
      [1, 'instrument', true],
      [2, '3', null],
    ])
    expect(hidden).toBe(3)
  })

  test('a row that serves several paragraphs stands once on the line of their instrument, in its month or under none', () => {
    const [instrument, alone] = linesOf(coverage, new Set(), false).lines
    if (instrument === undefined || alone === undefined) throw new Error('Two lines were expected.')
    expect(servingOf(instrument).map(({ activity }) => activity)).toEqual([plan.activities[0]])
    expect(servingIn(instrument, '2020-11')).toHaveLength(1)
    expect(servingIn(instrument, null)).toEqual([])
    expect(servingIn(alone, null)).toHaveLength(1)
  })
})
