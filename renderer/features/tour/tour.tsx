import './tour.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keysOf } from '../../app/commands.ts'
import { words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { leaveTour, stepTour, tourSteps, useTour } from './steps.ts'

const mark = 'data-tour'

/** The tour, while one is being shown. */
export function Tour() {
  const at = useTour(({ step }) => step)
  return at === null ? null : <Card at={at} />
}

/**
 * A card beside what it speaks of. It is no dialog: the plan can be written in while it stands there, and every key means what it always
 * does. What is spoken of may be out of sight, or gone; the card then stands in a corner.
 */
function Card({ at }: { readonly at: number }) {
  const card = useRef<HTMLElement>(null)
  useFocusWithin(card)
  useEscape()
  const step = tourSteps[at]
  const pointing = useTarget(step?.target ?? '')
  if (step === undefined) return null
  const { id, side } = step
  const last = at === tourSteps.length - 1
  const keys = { next: keysOf('next-finding'), fix: keysOf('fix'), palette: keysOf('palette'), keyboard: keysOf('keyboard') }
  return (
    <>
      {pointing && <div className="tour-ring" />}
      <section ref={card} className={`tour ${pointing ? side : 'free'}`} aria-label={words('tour.label')} data-pane="tour">
        <div role="status">
          <h2>{words(`tour.${id}-title`)}</h2>
          <p id="tour-text">{words(`tour.${id}-text`, keys)}</p>
        </div>
        <footer>
          <small>{words('tour.at', { at: at + 1, count: tourSteps.length })}</small>
          {!last && (
            <Button look="quiet" onPress={leaveTour}>
              {words('tour.leave')} <Keys keys="Esc" />
            </Button>
          )}
          {at > 0 && <Button onPress={() => stepTour(-1)}>{words('tour.back')}</Button>}
          <Button look="primary" aria-describedby="tour-text" data-next="" onPress={() => stepTour(1)}>
            {words(last ? 'tour.end' : 'tour.next')}
          </Button>
        </footer>
      </section>
    </>
  )
}

/** The focus goes to the card when it comes, and back to where it was, or to the plan, before it goes. */
function useFocusWithin(card: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = card.current
    const before = document.activeElement
    element?.querySelector<HTMLElement>('[data-next]')?.focus()
    return () => {
      if (element?.contains(document.activeElement) !== true) return
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null
      const cell = document.querySelector<HTMLElement>('.cell[tabindex="0"]')
      ;(back ?? cell)?.focus()
    }
  }, [card])
}

/** Esc leaves the tour, unless it means something nearer: a field being written in, a menu, a dialog. */
function useEscape(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
      if (document.querySelector('[role=dialog], [role=menu]') === null) leaveTour()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Marks what a step points at, which the style sheet places the card by, and finds it anew when it is drawn again. Answers whether it is there. */
function useTarget(selector: string): boolean {
  const [there, setThere] = useState(false)
  useEffect(() => {
    let target: Element | null = null
    const find = () => {
      if (target?.isConnected === true) return
      target = document.querySelector(selector)
      target?.setAttribute(mark, '')
      target?.scrollIntoView({ block: 'nearest' })
      setThere(target !== null)
    }
    find()
    const changes = new MutationObserver(find)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      changes.disconnect()
      target?.removeAttribute(mark)
    }
  }, [selector])
  return there
}
