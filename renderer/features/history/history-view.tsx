import './history.css'
import { useEffect, useState } from 'react'
import type { Message } from '#shared/locales/message.ts'
import { api } from '../../api.ts'
import { moment, stepName, words } from '../../app/words.ts'
import { redo, undo, usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

interface Step {
  readonly sequence: number
  readonly id: string
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly label: Message
  readonly at: string
}

const page = 100

/** Every step of the plan by its name and time, newest first. Nothing is ever taken out: undoing is a step too. */
export function HistoryView() {
  const planId = usePlan((state) => state.planId)
  const sequence = usePlan(({ position }) => position?.sequence)
  const position = usePlan((state) => state.position)
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
  return (
    <>
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
      <div className="sheet-scroll">
        {failed && <EmptyState title={words('history.failed-title')} text={words('history.failed-text')} />}
        {steps?.length === 0 && <EmptyState title={words('history.empty-title')} text={words('history.empty-text')} />}
        {steps !== null && steps.length > 0 && (
          <ol className="sheet history" aria-label={words('history.title')}>
            {steps.map(({ sequence: at, kind, label, at: time }) => (
              <li
                key={at}
                className={kind}
                aria-current={kind === 'edit' && position?.undo?.id === steps.find((step) => step.sequence === at)?.id ? 'step' : undefined}
              >
                <span className="number">{at}</span>
                <span>{kind === 'edit' ? stepName(label) : words(`history.kind-${kind}`, { step: stepName(label) })}</span>
                <time dateTime={time}>{moment(time)}</time>
              </li>
            ))}
          </ol>
        )}
        {more && (
          <Button look="quiet" onPress={() => void readOlder()}>
            {words('history.older')}
          </Button>
        )}
      </div>
    </>
  )
}
