import './revisions.css'
import { useEffect, useState } from 'react'
import { contentHash } from '#shared/exchange/content-hash.ts'
import type { Plan } from '#shared/model/plan.ts'
import { type Revision, revisionName } from '#shared/model/revision.ts'
import { planOf } from '#shared/operations/apply.ts'
import { api, refusal } from '../../api.ts'
import { openDialog } from '../../app/dialogs.ts'
import { day, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Comparison } from './comparison.tsx'
import { Deadlines } from './deadlines.tsx'

/** What a revision is called: `rev. 1`, or the first issue. */
export const nameOfRevision = (revision: Revision): string => revisionName(revision) || words('revisions.first')

/** The numbered states of the plan that the delegations have had, what changed since each, and the deadlines that were set. */
export function RevisionsView() {
  const plan = usePlan((state) => state.held)
  const mode = usePlan((state) => state.mode)
  const [chosen, setChosen] = useState<string | null>(null)
  if (plan === null) return null
  const revisions = plan.revisions.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const looked = revisions.find(({ id }) => id === chosen) ?? revisions[0]
  const [latest] = revisions
  const isUnchanged = latest !== undefined && contentHash(plan) === latest.hash
  const { symbol, revision } = plan.header
  const facts = [
    [symbol, revision].filter((part) => part !== null).join(' '),
    latest === undefined
      ? words('revisions.none')
      : words(isUnchanged ? 'revisions.unchanged' : 'revisions.changed', { revision: nameOfRevision(latest) }),
  ]
  return (
    <>
      <header className="head">
        <h1>{words('view.revisions')}</h1>
        <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
        <div className="actions">
          {mode === 'own' && (
            <>
              <Button onPress={() => openDialog('deadline')}>{words('deadlines.set')}</Button>
              <Button look="primary" onPress={() => openDialog('revision')}>
                {words('revisions.name')}
              </Button>
            </>
          )}
        </div>
      </header>
      <div className="revisions-body">
        {(revisions.length > 0 || plan.deadlines.length > 0) && (
          <div className="revisions-side">
            <Deadlines plan={plan} mode={mode} />
            {revisions.length > 0 && (
              <section aria-label={words('revisions.list')}>
                <h2>{words('revisions.list')}</h2>
                <ol className="revisions">
                  {revisions.map((one) => (
                    <li key={one.id}>
                      <button type="button" aria-pressed={one === looked} onClick={() => setChosen(one.id)}>
                        <b>{nameOfRevision(one)}</b>
                        <time dateTime={one.date}>{day(one.date)}</time>
                        {one.language !== null && <span>{words(`language.${one.language}`)}</span>}
                        {one.note !== '' && <span>{one.note}</span>}
                      </button>
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        )}
        <div className="sheet-scroll">
          {looked === undefined ? (
            <EmptyState title={words('revisions.empty-title')} text={words('revisions.empty-text')}>
              {mode === 'own' && (
                <Button look="primary" onPress={() => openDialog('revision')}>
                  {words('revisions.name')}
                </Button>
              )}
              <p className="example">{words('revisions.empty-example')}</p>
            </EmptyState>
          ) : (
            <Compared key={looked.id} plan={plan} former={looked} revisions={revisions} />
          )}
        </div>
      </div>
    </>
  )
}

/** The text of a revision: undefined while it is read, null where it is not kept here. */
function useText(planId: string, revision: string | null): Plan | null | undefined {
  const [held, setHeld] = useState<{ readonly revision: string; readonly plan: Plan | null } | null>(null)
  useEffect(() => {
    if (revision === null) return
    let stale = false
    api()
      .plan.atRevision({ planId, revision })
      .then(({ records }) => planOf(records))
      .catch((error: unknown) => {
        if (refusal(error)?.code !== 'TEXT_NOT_HELD') reportError(error)
        return null
      })
      .then((plan) => !stale && setHeld({ revision, plan }))
      .catch(reportError)
    return () => {
      stale = true
    }
  }, [planId, revision])
  return held?.revision === revision ? held.plan : undefined
}

interface ComparedProps {
  readonly plan: Plan
  readonly former: Revision
  readonly revisions: readonly Revision[]
}

function Compared({ plan, former, revisions }: ComparedProps) {
  const [later, setLater] = useState<string | null>(null)
  const then = useText(plan.header.id, former.id)
  const other = useText(plan.header.id, later)
  const now = later === null ? plan : other
  const choices = revisions.filter(({ id, at }) => id !== former.id && Date.parse(at) > Date.parse(former.at))
  return (
    <>
      <div className="compared-with">
        <label>
          {words('revisions.compared', { revision: nameOfRevision(former) })}
          <select value={later ?? ''} onChange={(event) => setLater(event.target.value || null)}>
            <option value="">{words('revisions.now')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {nameOfRevision(choice)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {then === null || now === null ? (
        <EmptyState title={words('revisions.not-held-title')} text={words('revisions.not-held-text')} />
      ) : then === undefined || now === undefined ? (
        <div className="sheet" aria-busy="true" />
      ) : (
        <Comparison former={then} now={now} />
      )}
    </>
  )
}
