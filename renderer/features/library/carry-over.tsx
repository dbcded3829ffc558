import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { v7 } from 'uuid'
import type { PlanSummary } from '#shared/contract/contract.ts'
import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { type Plan, termLabel } from '#shared/model/plan.ts'
import { nextTerm, placesThatNameTerm } from '#shared/operations/next-term.ts'
import { showPlan } from '../../app/navigation.ts'
import { words } from '../../app/words.ts'
import { carryOver, readStoredPlan } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'

interface Props {
  readonly plans: readonly PlanSummary[]
  readonly onClose: () => void
}

/** Drafts the next term's plan from one of the plans, with the dates it will have in view. */
export function CarryOver({ plans, onClose }: Props) {
  const [planId, setPlanId] = useState(plans[0]?.id ?? '')
  const [plan, setPlan] = useState<Plan | 'reading' | 'failed'>('reading')
  useEffect(() => {
    let current = true
    setPlan('reading')
    readStoredPlan(planId).then(
      (read) => current && setPlan(read),
      () => current && setPlan('failed'),
    )
    return () => {
      current = false
    }
  }, [planId])
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
      {typeof plan === 'string' ? (
        <>
          <p className={plan === 'failed' ? 'form-error' : 'busy'} role={plan === 'failed' ? 'alert' : 'status'}>
            {words(plan === 'failed' ? 'new-plan.read-failed' : 'new-plan.reading')}
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
  const [failed, setFailed] = useState(false)
  const next = useMemo(() => nextTerm(plan, { makeId: v7, renameTerm }), [plan, renameTerm])
  const places = useMemo(() => placesThatNameTerm(plan), [plan])
  const shownTitle = title ?? next.header.title
  const reset = plan.activities.filter(({ state }) => state !== 'planned').length
  const create = async () => {
    try {
      const id = await carryOver(plan.header.id, shownTitle.trim(), renameTerm)
      onClose()
      showPlan(id)
    } catch {
      setFailed(true)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create()
  }
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
  <div className="preview-rows" role="region" aria-label={words('new-plan.moved')} tabIndex={0}>
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
  </div>
)

const dateOf = (activity: Plan['activities'][number] | undefined, { header }: Plan): string =>
  activity === undefined ? '' : formatPlanDate(activity.when, header.language)
