import { describe, expect, test } from 'vitest'
import type { Item } from '#shared/model/activity.ts'
import { indent, joinLine, outdent, pasteLines, splitLine, tidy, toggleMarker, typeLine } from '../../renderer/features/calendar/lines.ts'
import { depthsOf, leads, markersOf } from '../../renderer/features/calendar/numbering.ts'
import { anItem, counterIds } from '../builders/plan.ts'

const shown = (lines: readonly Item[]): string[] => {
  const markers = markersOf(lines)
  return lines.map(({ level, text }, index) => `${'  '.repeat(level)}${[markers[index], text].filter((part) => part !== '').join(' ')}`)
}

const numbered = (text: string, level = 0): Item => anItem(text, { marker: 'number', level })

describe('the lines of an activity', () => {
  test('Enter splits a line and goes on with the same mark; on an empty list line it leaves the list', () => {
    const makeId = counterIds()
    const split = splitLine([numbered('Election of the Chair')], { line: 0, at: 8 }, makeId)
    expect(shown(split.lines)).toEqual(['1. Election', '2.  of the Chair'])
    expect(split.caret).toEqual({ line: 1, at: 0 })
    const left = splitLine([numbered('')], { line: 0, at: 0 }, makeId)
    expect(left.lines[0]?.marker).toBe('none')
  })

  test('Backspace at the start leaves the list first and then joins the line above', () => {
    const lines = [anItem('Thematic meeting'), anItem('· Pensions')]
    const out = joinLine(lines, 1)
    expect(out.lines[1]).toMatchObject({ level: 0, marker: 'bullet' })
    const plain = joinLine(out.lines, 1)
    const joined = joinLine(plain.lines, 1)
    expect(joined.lines.map(({ text }) => text)).toEqual(['Thematic meetingPensions'])
    expect(joined.caret).toEqual({ line: 0, at: 16 })
  })

  test('Tab goes in at most one level below the line above, Shift+Tab out', () => {
    const caret = { line: 1, at: 0 }
    const inside = indent([anItem('Thematic meeting'), anItem('Pensions')], caret).lines
    expect(inside[1]).toMatchObject({ level: 1, marker: 'bullet' })
    expect(indent(inside, caret).lines).toEqual(inside)
    expect(outdent(inside, caret).lines[1]?.level).toBe(0)
    expect(indent([anItem('Alone')], { line: 0, at: 0 }).lines[0]?.level).toBe(0)
  })

  test('a mark typed at the start of a plain line makes it a list line', () => {
    const line = [anItem('')]
    expect(typeLine(line, { line: 0, at: 2 }, '- ').lines[0]).toMatchObject({ marker: 'bullet', text: '' })
    expect(typeLine(line, { line: 0, at: 3 }, '1. ')).toMatchObject({ lines: [{ marker: 'number', text: '' }], caret: { line: 0, at: 0 } })
    expect(typeLine(line, { line: 0, at: 4 }, '2021').lines[0]).toMatchObject({ marker: 'none', text: '2021' })
    expect(toggleMarker(toggleMarker(line, { line: 0, at: 0 }, 'number').lines, { line: 0, at: 0 }, 'number').lines[0]?.marker).toBe('none')
  })

  test('pasted lines become lines, and blank ones at the end are not kept', () => {
    const pasted = [
      { level: 0, marker: 'none', text: 'one' },
      { level: 1, marker: 'bullet', text: 'two' },
      { level: 0, marker: 'number', text: 'three' },
    ] as const
    const { lines, caret } = pasteLines([anItem('A end')], { line: 0, at: 2 }, pasted, counterIds())
    expect(lines.map(({ level, marker, text }) => `${level} ${marker} ${text}`)).toEqual([
      '0 none A one',
      '1 bullet two',
      '0 number threeend',
    ])
    expect(caret).toEqual({ line: 2, at: 5 })
    expect(pasteLines([anItem('')], { line: 0, at: 0 }, pasted.slice(1), counterIds()).lines[0]).toMatchObject({
      level: 1,
      marker: 'bullet',
    })
    expect(tidy([anItem(' a '), anItem(''), anItem('b'), anItem(''), anItem(' ')]).map(({ text }) => text)).toEqual(['a', '', 'b'])
  })

  test('numbers are counted by level, and a plain line heads its list', () => {
    const lines = [numbered('a'), numbered('b', 1), numbered('c', 1), numbered('d'), anItem('Meeting'), anItem('· e'), numbered('f')]
    expect(markersOf(lines)).toEqual(['1.', 'a.', 'b.', '2.', '', '•', '3.'])
    expect(depthsOf(lines)).toEqual([0, 1, 1, 0, 0, 0, 0])
    expect(lines.map((_, index) => leads(lines, index))).toEqual([false, false, false, false, true, false, false])
  })
})
