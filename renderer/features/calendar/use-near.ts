import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far beyond what is in view things are drawn already, so that scrolling meets no empty space. */
const margin = '1400px 0px'

export interface Nearness {
  readonly near: boolean
  /** What it took up when it was last drawn. */
  readonly height: number
}

const listeners = new WeakMap<Element, (nearness: Nearness) => void>()

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries)
      listeners.get(target)?.({ near: isIntersecting, height: boundingClientRect.height })
  },
  { scrollMargin: margin, rootMargin: margin },
)

/**
 * Whether an element is in view or nearly so: of a long calendar only such rows are drawn, the others keep their place, `usualHeight` high
 * as long as they were never drawn.
 */
export function useNear<Frame extends Element>(
  atOnce: boolean,
  usualHeight: number,
): Nearness & { readonly frame: RefObject<Frame | null> } {
  const frame = useRef<Frame>(null)
  const [nearness, setNearness] = useState<Nearness>({ near: atOnce, height: usualHeight })
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    listeners.set(element, (next) => setNearness((now) => (now.near === next.near ? now : next)))
    observer.observe(element)
    return () => observer.unobserve(element)
  }, [])
  return { frame, ...nearness }
}
