import { describe, expect, test } from 'vitest'
import { isPressed, type KeyPress } from '../../renderer/app/key-combination.ts'
import { matchScore, typedWords } from '../../renderer/features/palette/match.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

describe('a combination of keys', () => {
  test('is pressed with all its keys and no others', () => {
    expect(isPressed('Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(isPressed('Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(isPressed('F8', press('F8', { shiftKey: true }))).toBe(false)
    expect(isPressed('Alt+↑', press('ArrowUp', { altKey: true }))).toBe(true)
  })

  test('the command key stands for Ctrl, and a sign needs no Shift of its own', () => {
    expect(isPressed('Ctrl+K', press('k', { metaKey: true }))).toBe(true)
    expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isPressed('Ctrl+.', press('.', { ctrlKey: true }))).toBe(true)
  })
})

/** Texts that fit, best first. */
const found = (typed: string, texts: readonly string[], loose = true): string[] =>
  texts
    .map((text) => ({ text, score: matchScore(typedWords(typed), text, loose) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('what was typed', () => {
  test('fits a beginning best, then the beginning of a word, then any place', () => {
    expect(found('row', ['Tomorrow', 'Insert a row below', 'Rows of the plan'])).toEqual([
      'Rows of the plan',
      'Insert a row below',
      'Tomorrow',
    ])
  })

  test('fits in any order, without accents, with letters left out of short names', () => {
    expect(found('below ins', ['Insert a row below', 'Insert a row above'])).toEqual(['Insert a row below'])
    expect(found('ejercito', ['Ejército'])).toEqual(['Ejército'])
    expect(found('dupl rw', ['Duplicate the row', 'Delete the row'])).toEqual(['Duplicate the row'])
    expect(found('rw', ['Duplicate the row'], false)).toEqual([])
  })
})
