import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import { objectionsInTime, upcoming } from '#shared/negotiation/deadlines.ts'
import { moment, momentIn, windowLanguage, words } from '../../app/words.ts'
import { useNow } from '../../stores/clock.ts'
import { show } from '../../stores/place.ts'

/** How long before it expires a deadline is brought to mind, in milliseconds: a week. */
const ahead = 7 * 24 * 3600 * 1000

/** The nearest deadline of the plan in the days before it, and who broke a silence: one step from where it is told in full. */
export function Reminder({ plan }: { readonly plan: Plan }) {
  const now = useNow()
  const [next] = upcoming(plan, now)
  if (next === undefined || Date.parse(next.expires) - Date.parse(now) > ahead) return null
  const { title, kind, expires, timeZone } = next
  const [objection] = kind === 'silence' ? objectionsInTime(plan, next) : []
  return (
    <button type="button" className="link reminder" title={momentIn(expires, timeZone)} onClick={() => show('revisions')}>
      {objection === undefined
        ? words('deadlines.reminder', { title, kind: words(`deadlines.kind-${kind}`), when: moment(expires) })
        : words('deadlines.broken-by', { title, who: delegationName(objection.author.delegation, windowLanguage) })}
    </button>
  )
}
