import { readFileSync } from 'node:fs'
import { z } from '#shared/lib/zod.ts'
import { writeFileAtomically } from '../files/atomic.ts'

/** Where the window stood, in the screen's own units. */
const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much of the title bar must be on a screen for the window to be within reach. */
const reach = 100

const isWithinReach = (state: WindowState, screens: readonly Area[]): boolean =>
  screens.some(
    ({ x, y, width, height }) =>
      state.x + state.width > x + reach && state.x < x + width - reach && state.y >= y && state.y < y + height - reach,
  )

/** Where the window stood last; null when that is not known, or no screen is there any more. */
export function readWindowState(path: string, screens: readonly Area[]): WindowState | null {
  try {
    const state = windowState.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return state.success && isWithinReach(state.data, screens) ? state.data : null
  } catch {
    // No file yet, or one that was cut short: the window opens as at first.
    return null
  }
}

/** Remembers where the window stands. A convenience: a disk that refuses it must not keep the window from closing. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileAtomically(path, JSON.stringify(state), 0o600)
  } catch {
    return
  }
}
