import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { moveRowsBefore } from './commands.ts'
import { shownRows } from './filter.ts'
import { choose } from './selection.ts'

/** A press that moves less than this is a click. */
const slack = 4
/** So near the edge of the sheet it scrolls, by this much a frame. */
const [edge, pace] = [40, 12]

interface Drop {
  /** Where the mark stands, from the top of the sheet. */
  readonly top: number
  /** The row that what is dragged will stand before; null at the end. */
  readonly before: string | null
}

/** The gap between rows that is nearest to a height on the screen. */
function dropAt(sheet: HTMLElement, y: number): Drop | null {
  const { left, top, width } = sheet.getBoundingClientRect()
  const row = document.elementFromPoint(left + width / 2, y)?.closest<HTMLElement>('.row[data-row]')
  if (row === undefined || row === null || !sheet.contains(row)) return null
  const box = row.getBoundingClientRect()
  const below = y > box.top + box.height / 2
  const shown = shownRows()
  const at = shown.findIndex(({ id }) => id === row.dataset['row'])
  return { top: (below ? box.bottom : box.top) - top, before: shown[below ? at + 1 : at]?.id ?? null }
}

/**
 * Rows are dragged by their numbers; a line shows where they will stand, and Esc leaves them where they were. Alt with the arrows does
 * the same by keyboard.
 */
export function useRowDrag(sheet: RefObject<HTMLElement | null>): {
  readonly top: number | null
  readonly start: (event: PointerEvent, row: string, wasChosen: boolean) => void
} {
  const [top, setTop] = useState<number | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const start = useCallback(
    (event: PointerEvent, row: string, wasChosen: boolean) => {
      const [from, scroller] = [event.clientY, sheet.current?.closest('.sheet-scroll')]
      let [y, dragging, frame] = [from, false, 0]
      let drop: Drop | null = null
      const show = () => {
        drop = sheet.current === null ? null : dropAt(sheet.current, y)
        setTop(drop?.top ?? null)
      }
      const scroll = () => {
        const box = scroller?.getBoundingClientRect()
        if (box !== undefined && (y < box.top + edge || y > box.bottom - edge)) {
          scroller?.scrollBy(0, y < box.top + edge ? -pace : pace)
          show()
        }
        frame = requestAnimationFrame(scroll)
      }
      const move = (moved: globalThis.PointerEvent) => {
        y = moved.clientY
        if (!dragging && Math.abs(y - from) < slack) return
        if (!dragging) scroll()
        dragging = true
        show()
      }
      const end = () => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', release)
        window.removeEventListener('pointercancel', end)
        window.removeEventListener('keydown', press, true)
        cancelAnimationFrame(frame)
        stop.current = null
        setTop(null)
      }
      const release = () => {
        end()
        if (dragging && drop !== null) moveRowsBefore(drop.before)
        else if (!dragging && wasChosen) choose([row], row)
      }
      const press = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopPropagation()
        end()
      }
      stop.current?.()
      stop.current = end
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', release)
      window.addEventListener('pointercancel', end)
      window.addEventListener('keydown', press, true)
    },
    [sheet],
  )
  return { top, start }
}
