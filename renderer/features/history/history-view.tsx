import './history.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Message, say } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import { planOf } from '#shared/operations/apply.ts'
import { restoreTo } from '#shared/operations/restore.ts'
import { api } from '../../api.ts'
import { day, moment, stepName, windowLanguage, words } from '../../app/words.ts'
import { useIdentity } from '../../stores/identity.ts'
import { localDay } from '../../stores/clock.ts'
import { edit, redo, undo, usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { shownOf } from '../../stores/proposing.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Keys } from '../../ui/keys.tsx'
import { PlanThen } from './plan-then.tsx'

interface Step {
  readonly sequence: number
  readonly id: string
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly label: Message
  readonly at: string
}

/** The plan as it stood after a step that is being looked at. */
interface Look {
  readonly sequence: number
  readonly name: string
  /** As it was stored, and as it was shown: at a delegation's desk with its own proposals in it. */
  readonly held: Plan
  readonly plan: Plan
}

const page = 100

const nameOf = ({ kind, label }: Step): string =>
  kind === 'edit' ? stepName(label) : words(`history.kind-${kind}`, { step: stepName(label) })

/** The steps of the plan, newest first, read page by page, and read anew when one is added. */
function useSteps() {
  const planId = usePlan((state) => state.planId)
  const sequence = usePlan(({ position }) => position?.sequence)
  const [steps, setSteps] = useState<readonly Step[] | null>(null)
  const [more, setMore] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (planId === null) return
    let stale = false
    api()
      .plan.history({ planId, before: null, count: page })
      .then((newest) => {
        if (stale) return
        setSteps(newest)
        setMore(newest.length === page)
        setFailed(false)
      })
      .catch(() => setFailed(true))
    return () => {
      stale = true
    }
  }, [planId, sequence])
  const readOlder = async () => {
    const before = steps?.at(-1)?.sequence ?? null
    if (planId === null) return
    const older = await api().plan.history({ planId, before, count: page })
    setSteps([...(steps ?? []), ...older])
    setMore(older.length === page)
  }
  return { steps, more, failed, readOlder }
}

/** Every step of the plan by its name and time, newest first; beside them the plan as it stood after the one chosen. Nothing is ever taken out. */
export function HistoryView() {
  const planId = usePlan((state) => state.planId)
  const held = usePlan((state) => state.held)
  const plan = usePlan((state) => state.plan)
  const mode = usePlan((state) => state.mode)
  const position = usePlan((state) => state.position)
  const { steps, more, failed, readOlder } = useSteps()
  const [look, setLook] = useState<Look | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const lookAt = async (sequence: number, name: string) => {
    if (planId === null) return
    try {
      const { records } = await api().plan.at({ planId, sequence })
      const then = planOf(records)
      setLook({ sequence, name, held: then, plan: shownOf(then, mode, useIdentity.getState().author) })
    } catch {
      usePlace.setState({ notice: words('history.failed-title') })
    }
  }
  // To a text of the Chair's that another has followed since there is no way back but the Chair's.
  const canGoBack = mode === 'own' || (held !== null && look !== null && restoreTo(held, look.held).length === 0)
  const backToNow = () => {
    setLook(null)
    list.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus()
  }
  const goBack = () => {
    if (look === null || plan === null) return
    const restored = edit(say('step.go-back', { step: look.name }), restoreTo(plan, look.plan))
    usePlace.setState({ notice: words(restored ? 'history.went-back' : 'history.same') })
    setLook(null)
    list.current?.querySelector<HTMLElement>('button')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || look === null) return
    event.preventDefault()
    backToNow()
  }
  return (
    // Esc anywhere in the view leaves the past.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="history-view" onKeyDown={press}>
      <header className="head">
        <h1>{words('history.title')}</h1>
        <p>{words('history.text')}</p>
        <div className="actions">
          <Button onPress={undo} isDisabled={(position?.undo ?? null) === null}>
            {words('history.undo')}
          </Button>
          <Button onPress={redo} isDisabled={(position?.redo ?? null) === null}>
            {words('history.redo')}
          </Button>
        </div>
      </header>
      <div className={look === null ? 'history-panes' : 'history-panes looking'}>
        <div ref={list} className="sheet-scroll">
          {failed && <EmptyState title={words('history.failed-title')} text={words('history.failed-text')} />}
          {steps?.length === 0 && <EmptyState title={words('history.empty-title')} text={words('history.empty-text')} />}
          {steps !== null && steps.length > 0 && (
            <StepList
              steps={steps}
              complete={!more}
              current={position?.undo?.id ?? null}
              looked={look?.sequence ?? null}
              onLook={(sequence, name) => void lookAt(sequence, name)}
            />
          )}
          {more && (
            <Button look="quiet" onPress={() => void readOlder()}>
              {words('history.older')}
            </Button>
          )}
        </div>
        {look !== null && plan !== null && (
          <section className="history-look" aria-label={words('history.looking')}>
            <div className="history-banner" role="status">
              <p>
                <b>{words('history.as-it-was', { step: look.name })}</b> {words('history.read-only')}
              </p>
              <Button onPress={backToNow}>
                {words('history.back-to-now')} <Keys keys="Esc" />
              </Button>
              {canGoBack && (
                <Button look="primary" onPress={goBack}>
                  {words('history.go-back')}
                </Button>
              )}
            </div>
            {/* Scrolled by keys as well. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className="sheet-scroll" tabIndex={0} role="group" aria-label={words('history.whole')}>
              <PlanThen then={look.plan} now={plan} />
            </div>
          </section>
        )}
      </div>
    </div>
  )
}

interface StepListProps {
  readonly steps: readonly Step[]
  /** Whether the list reaches back to the plan's beginning. */
  readonly complete: boolean
  readonly current: string | null
  readonly looked: number | null
  readonly onLook: (sequence: number, name: string) => void
}

function dayName(date: string): string {
  const now = new Date()
  if (date === localDay(now)) return words('history.today')
  now.setDate(now.getDate() - 1)
  return date === localDay(now) ? words('history.yesterday') : day(date)
}

const timeOf = (at: string): string => new Date(at).toLocaleTimeString(windowLanguage, { timeStyle: 'short' })

const moves: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }

/** Arrows go from step to step, Enter looks at the plan as it then was. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const by = moves[event.key]
  const buttons = Array.from(event.currentTarget.querySelectorAll('button'))
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (by === undefined || at < 0) return
  event.preventDefault()
  buttons[Math.min(Math.max(at + by, 0), buttons.length - 1)]?.focus()
}

function StepList({ steps, complete, current, looked, onLook }: StepListProps) {
  const byDay = Array.from(Map.groupBy(steps, ({ at }) => localDay(new Date(at))))
  // A step that is looked at may not have been read again yet.
  const reachable = looked === 0 || steps.some(({ sequence }) => sequence === looked) ? looked : (steps[0]?.sequence ?? null)
  return (
    // The steps in it are the buttons; arrows only move among them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="sheet history" onKeyDown={moveAlong}>
      {byDay.map(([date, ofDay]) => (
        <section key={date}>
          <h2>{dayName(date)}</h2>
          <ol aria-label={dayName(date)}>
            {ofDay.map((step) => (
              <li key={step.sequence} className={step.kind} aria-current={step.kind === 'edit' && step.id === current ? 'step' : undefined}>
                <button
                  type="button"
                  className="step"
                  tabIndex={step.sequence === reachable ? 0 : -1}
                  aria-pressed={step.sequence === looked}
                  onClick={() => onLook(step.sequence, nameOf(step))}
                >
                  <span className="number">{step.sequence}</span>
                  <span>{nameOf(step)}</span>
                  <time dateTime={step.at} title={moment(step.at)}>
                    {timeOf(step.at)}
                  </time>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {complete && (
        <section>
          <h2>{words('history.before-all')}</h2>
          <button
            type="button"
            className="step"
            tabIndex={reachable === 0 ? 0 : -1}
            aria-pressed={looked === 0}
            onClick={() => onLook(0, words('history.beginning'))}
          >
            <span className="number">0</span>
            <span>{words('history.beginning')}</span>
          </button>
        </section>
      )}
    </div>
  )
}
