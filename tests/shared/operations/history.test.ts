import { describe, expect, it } from 'vitest'
import { say } from '#shared/locales/message.ts'
import { historyPosition } from '#shared/operations/history.ts'

const edit = (id: string) => ({ id, label: say('step.edit', { id }), kind: 'edit' as const })
const undo = (id: string, of: string) => ({ id, label: say('step.undo'), kind: 'undo' as const, of })
const redo = (id: string, of: string) => ({ id, label: say('step.redo'), kind: 'redo' as const, of })

const names = (steps: Parameters<typeof historyPosition>[0]) => {
  const position = historyPosition(steps)
  return [position.undo?.id ?? null, position.redo?.id ?? null]
}

describe('what undo and redo would do', () => {
  it('nothing in a new plan', () => expect(names([])).toEqual([null, null]))

  it('undo takes back the last edit', () => expect(names([edit('a'), edit('b')])).toEqual(['b', null]))

  it('after an undo, redo repeats it and undo takes back the one before', () =>
    expect(names([edit('a'), edit('b'), undo('x', 'b')])).toEqual(['a', 'b']))

  it('several undos are repeated in the order in which they were done', () =>
    expect(names([edit('a'), edit('b'), undo('x', 'b'), undo('y', 'a'), redo('z', 'a')])).toEqual(['a', 'b']))

  it('a new edit empties redo', () => expect(names([edit('a'), undo('x', 'a'), edit('b')])).toEqual(['b', null]))

  it('names the edit itself, however often it was taken back and repeated', () =>
    expect(historyPosition([edit('a'), undo('x', 'a'), redo('y', 'a'), undo('z', 'a')]).redo).toEqual({
      id: 'a',
      label: say('step.edit', { id: 'a' }),
    }))

  it('a log that contradicts itself is a mistake of ours and says so', () =>
    expect(() => historyPosition([edit('a'), undo('x', 'b')])).toThrow('Step x does not follow from the history before it.'))
})
