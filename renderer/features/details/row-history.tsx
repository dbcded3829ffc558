import { useEffect, useState } from 'react'
import type { Message } from '#shared/locales/message.ts'
import { api } from '../../api.ts'
import { moment, stepName, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'

interface Step {
  readonly sequence: number
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly label: Message
  readonly at: string
}

const page = 8

/** What was done to a row, newest first. */
export function RowHistory({ row }: { readonly row: string }) {
  const planId = usePlan((state) => state.planId)
  const sequence = usePlan(({ position }) => position?.sequence)
  const [count, setCount] = useState(page)
  const [steps, setSteps] = useState<readonly Step[] | 'failed' | null>(null)

  useEffect(() => {
    if (planId === null) return
    let stale = false
    api()
      .plan.history({ planId, before: null, count, record: row })
      .then((newest) => !stale && setSteps(newest))
      .catch(() => !stale && setSteps('failed'))
    return () => {
      stale = true
    }
  }, [planId, sequence, row, count])

  return (
    <section>
      <h3>{words('details.history')}</h3>
      {steps === 'failed' && <p className="no-chain">{words('details.history-failed')}</p>}
      {steps !== null && steps !== 'failed' && steps.length === 0 && <p className="no-chain">{words('details.history-none')}</p>}
      {steps !== null && steps !== 'failed' && (
        <ol className="row-history">
          {steps.map(({ sequence: at, kind, label, at: time }) => (
            <li key={at}>
              {kind === 'edit' ? stepName(label) : words(`history.kind-${kind}`, { step: stepName(label) })}
              <time dateTime={time}>{moment(time)}</time>
            </li>
          ))}
        </ol>
      )}
      {steps?.length === count && steps !== 'failed' && (
        <Button look="small" onPress={() => setCount(Math.min(count + 10 * page, 500))}>
          {words('details.history-more')}
        </Button>
      )}
    </section>
  )
}
