import type { Plan } from '#shared/model/plan.ts'
import type { Point } from '#shared/negotiation/points.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { words } from '../../app/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { namePoint } from './point-name.ts'
import { awaits, look } from './state.ts'

interface Props {
  readonly plan: Plan
  readonly points: readonly Point[]
  readonly current: string
}

/** Every point on which something is proposed, with how much of it still waits. */
export function Queue({ plan, points, current }: Props) {
  return (
    <nav className="queue" aria-label={words('proposals.points')}>
      <ol>
        {points.map((point) => {
          const { name, detail } = namePoint(point, plan)
          const waiting = point.proposals.filter((proposal) => awaits(stateOf(plan, proposal)))
          const first = waiting[0] ?? point.proposals[0]
          return (
            <li key={point.id}>
              <button
                type="button"
                className={waiting.length === 0 ? 'done' : undefined}
                aria-current={point.id === current ? 'true' : undefined}
                onClick={() => first !== undefined && look(first.id)}
              >
                <b>{name}</b>
                <span>{detail}</span>
                <em>
                  {waiting.length > 0 ? (
                    <>
                      {waiting.length} <span className="unseen">{words('proposals.waiting', { count: waiting.length })}</span>
                    </>
                  ) : (
                    <>
                      <Icon name="check" size={14} />
                      <span className="unseen">{words('proposals.all-decided')}</span>
                    </>
                  )}
                </em>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
