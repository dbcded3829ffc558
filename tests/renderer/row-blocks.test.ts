import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '#shared/model/activity.ts'
import { type Block, blocksOf } from '../../renderer/features/calendar/row-blocks.ts'
import { anActivity } from '../builders/plan.ts'

const rowsOf = (count: number): Activity[] => Array.from({ length: count }, () => anActivity())

const sizes = (blocks: readonly Block[]): number[] => blocks.map(({ rows }) => rows.length)

describe('the calendar’s rows in blocks', () => {
  test('a calendar opens in blocks of sixteen', () => {
    expect(sizes(blocksOf(rowsOf(40), []))).toEqual([16, 16, 8])
    expect(blocksOf([], [])).toEqual([])
  })

  test('a row that is put in changes its own block and no other', () => {
    const rows = rowsOf(48)
    const before = blocksOf(rows, [])
    const after = blocksOf(rows.toSpliced(20, 0, anActivity()), before)
    expect(sizes(after)).toEqual([16, 17, 16])
    expect(after[0]).toBe(before[0])
    expect(after[2]).toBe(before[2])
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  })

  test('a row put in before all others stands in the first block, which goes on', () => {
    const rows = rowsOf(32)
    const before = blocksOf(rows, [])
    const after = blocksOf([anActivity(), ...rows], before)
    expect(after.flatMap((block) => block.rows)[0]).not.toBe(rows[0])
    expect(after[1]).toBe(before[1])
  })

  test('the first row of a block may go, and the block goes on', () => {
    const rows = rowsOf(48)
    const before = blocksOf(rows, [])
    const after = blocksOf(rows.toSpliced(16, 1), before)
    expect(sizes(after)).toEqual([16, 15, 16])
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
    expect(after[2]).toBe(before[2])
  })

  test('a block that grows too long is divided', () => {
    const before = blocksOf(rowsOf(16), [])
    const rows = before.flatMap((block) => block.rows)
    expect(sizes(blocksOf([...rows, ...rowsOf(9)], before))).toEqual([24, 1])
  })

  test('whatever becomes of the rows, every one stands in one block, in order, and keys tell the blocks apart', () => {
    const pool = rowsOf(80)
    const some = fc.shuffledSubarray(pool)
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), (states) => {
        let blocks: readonly Block[] = []
        for (const rows of states) {
          blocks = blocksOf(rows, blocks)
          expect(blocks.flatMap((block) => block.rows)).toEqual(rows)
          expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length)
          expect(Math.max(0, ...sizes(blocks))).toBeLessThanOrEqual(24)
          expect(sizes(blocks).every((size) => size > 0)).toBe(true)
        }
      }),
    )
  })
})
