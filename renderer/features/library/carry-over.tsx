import { useEffect, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { PlanSummary } from '#shared/contract/contract.ts'
import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { type Plan, termLabel } from '#shared/model/plan.ts'
import { nextTerm, placesThatNameTerm } from '#shared/operations/next-term.ts'
import { words } from '../../app/words.ts'
import { carryOver, readStoredPlan } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { useCreation } from './use-creation.ts'

interface Props {
  readonly plans: readonly PlanSummary[]
  readonly onClose: () => void
}

/** Drafts the next term's plan from one of the plans, with the dates it will have in view. */
export function CarryOver({ plans, onClose }: Props) {
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [read, setRead] = useState<{ readonly planId: string; readonly plan: Plan | null } | null>(null)
  useEffect(() => {
    let current = true
    readStoredPlan(planId).then(
      (plan) => current && setRead({ planId, plan }),
      () => current && setRead({ planId, plan: null }),
    )
    return () => {
      current = false
    }
  }, [planId])
  // What was read of a plan chosen before is not shown for this one.
  const plan = read?.planId === planId ? read.plan : null
  const failed = read?.planId === planId && read.plan === null
  return (
    <div className="form">
      <label>
        {words('new-plan.last')}
        <select value={planId} onChange={(event) => setPlanId(event.target.value)}>
          {plans.map(({ id, title, term }) => (
            <option key={id} value={id}>
              {[title === '' ? words('plan.untitled') : title, ...(term === null ? [] : [termLabel(term)])].join(' · ')}
            </option>
          ))}
        </select>
      </label>
      {plan === null ? (
        <>
          <p className={failed ? 'form-error' : 'busy'} role={failed ? 'alert' : 'status'}>
            {words(failed ? 'new-plan.read-failed' : 'new-plan.reading')}
          </p>
          <footer>
            <Button onPress={onClose}>{words('dialog.cancel')}</Button>
          </footer>
        </>
      ) : (
        <NextPlan key={planId} plan={plan} onClose={onClose} />
      )}
    </div>
  )
}

function NextPlan({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const [renameTerm, setRenameTerm] = useState(true)
  const [title, setTitle] = useState<string | null>(null)
  const next = useMemo(() => nextTerm(plan, { makeId: v7, renameTerm }), [plan, renameTerm])
  const places = useMemo(() => placesThatNameTerm(plan), [plan])
  const shownTitle = title ?? next.header.title
  const reset = plan.activities.filter(({ state }) => state !== 'planned').length
  const { failed, submit } = useCreation(() => carryOver(plan.header.id, shownTitle.trim(), renameTerm), onClose)
  return (
    <form className="form" onSubmit={submit}>
      <label>
        {words('new-plan.name')}
        <input required maxLength={300} value={shownTitle} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={renameTerm && places > 0}
          disabled={places === 0}
          onChange={(event) => setRenameTerm(event.target.checked)}
        />
        {words('new-plan.rename', { count: places })}
      </label>
      {next.activities.length > 0 && <MovedDates plan={plan} next={next} />}
      <p className="aside">{words('new-plan.reset', { count: reset })}</p>
      {failed && (
        <p className="form-error" role="alert">
          {words('new-plan.failed')}
        </p>
      )}
      <footer>
        <Button onPress={onClose}>{words('dialog.cancel')}</Button>
        <Button look="primary" type="submit">
          {next.header.term === null ? words('new-plan.create') : words('new-plan.carry', { term: termLabel(next.header.term) })}
        </Button>
      </footer>
    </form>
  )
}

const MovedDates = ({ plan, next }: { readonly plan: Plan; readonly next: Plan }) => (
  <ScrollRegion className="preview-rows moved-dates" label={words('new-plan.moved')}>
    <table>
      <thead>
        <tr>
          <th scope="col">{words('new-plan.was')}</th>
          <th scope="col">{words('new-plan.becomes')}</th>
          <th scope="col">{words('calendar.activity')}</th>
        </tr>
      </thead>
      <tbody>
        {next.activities.map(({ id, when, items }, index) => (
          <tr key={id}>
            <td>{dateOf(plan.activities[index], plan)}</td>
            <td>{formatPlanDate(when, plan.header.language)}</td>
            <td>{writeActivityCell(items)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
)

const dateOf = (activity: Plan['activities'][number] | undefined, { header }: Plan): string =>
  activity === undefined ? '' : formatPlanDate(activity.when, header.language)
