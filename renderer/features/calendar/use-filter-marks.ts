import { useEffect } from 'react'
import { highlightFilter } from '../find/highlight.ts'

/** Keeps the words that the calendar is filtered by marked in its rows, as these are drawn and change. */
export function useFilterMarks(text: string): void {
  useEffect(() => {
    const words = text.split(/\s+/).filter((word) => word !== '')
    let frame = 0
    const draw = () => {
      frame = 0
      highlightFilter(words)
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    later()
    const changes = new MutationObserver(later)
    const sheet = document.querySelector('.sheet-scroll')
    if (sheet !== null && words.length > 0) changes.observe(sheet, { childList: true, characterData: true, subtree: true })
    return () => {
      changes.disconnect()
      cancelAnimationFrame(frame)
      highlightFilter([])
    }
  }, [text])
}
