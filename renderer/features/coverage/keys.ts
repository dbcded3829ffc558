import type { KeyboardEvent } from 'react'
import type { Line } from './lines.ts'
import { toggle, useCoverageState } from './state.ts'

const pageOfLines = 10

const moves: Readonly<Record<string, readonly [lines: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageOfLines, 0],
  PageDown: [pageOfLines, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

/** Whether a key opens or closes the instrument: the arrows do so on its heading, as in any tree. */
function turns(key: string, { opened }: Line, column: number): boolean {
  if (column !== 0 || opened === null) return false
  return opened ? key === 'ArrowLeft' : key === 'ArrowRight'
}

/** Moves about the matrix. Answers the cell to focus, or null when the key is none of its own. */
export function onMatrixKey(event: KeyboardEvent, lines: readonly Line[], columns: number): { line: Line; column: number } | null {
  const { line, column } = useCoverageState.getState()
  const at = Math.max(
    lines.findIndex(({ key }) => key === line),
    0,
  )
  const here = lines[at]
  if (here === undefined || event.altKey || event.ctrlKey || event.metaKey) return null
  if (turns(event.key, here, column)) {
    toggle(here.group.citation.id)
    return { line: here, column }
  }
  const step = moves[event.key]
  if (step === undefined) return null
  const next = lines[Math.min(Math.max(at + step[0], 0), lines.length - 1)]
  return next === undefined ? null : { line: next, column: Math.min(Math.max(column + step[1], 0), columns - 1) }
}
