import './library.css'
import { useState } from 'react'
import type { PlanSummary } from '#shared/contract/contract.ts'
import { termLabel } from '#shared/model/plan.ts'
import { openDialog } from '../../app/dialogs.ts'
import { closeTab, showPlan } from '../../app/navigation.ts'
import { moment, words } from '../../app/words.ts'
import { addSample, readLibrary, setBinned, useLibrary } from '../../stores/library.ts'
import { show, usePlace } from '../../stores/place.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RecentFiles } from '../exchange/recent-files.tsx'
import { chooseFiles } from './choose-files.ts'

/** The library: every plan on this machine, and the ways to get another. */
export function Plans() {
  const { plans, failed } = useLibrary()
  const [binShown, setBinShown] = useState(false)
  const standing = plans?.filter(({ binnedAt }) => binnedAt === null) ?? []
  const binned = plans?.filter(({ binnedAt }) => binnedAt !== null) ?? []
  return (
    <>
      <header className="head">
        <h1>{words('library.title')}</h1>
        <p>{plans === null ? words('library.reading') : words('library.count', { count: standing.length })}</p>
        <div className="actions">
          <Button onPress={() => void openSample()}>{words('library.add-sample')}</Button>
          <Button onPress={() => chooseFiles()}>{words('library.import')}</Button>
          <Button look="primary" onPress={() => openDialog('new-plan')}>
            {words('library.new')}
          </Button>
        </div>
      </header>
      <div className="sheet-scroll">
        {failed && (
          <EmptyState title={words('library.failed-title')} text={words('library.failed-text')}>
            <Button look="primary" onPress={() => void readLibrary()}>
              {words('library.read-again')}
            </Button>
          </EmptyState>
        )}
        {plans !== null && standing.length === 0 && (
          <EmptyState title={words('library.empty-title')} text={words('library.empty-text')}>
            <Button look="primary" onPress={() => void openSample()}>
              {words('library.add-sample')}
            </Button>
            <p className="example">{words('library.drop-hint')}</p>
          </EmptyState>
        )}
        {standing.length > 0 && <PlanTable plans={standing} label={words('library.title')} />}
        {binned.length > 0 && (
          <section className="bin">
            <Button look="quiet" aria-expanded={binShown} onPress={() => setBinShown(!binShown)}>
              {words(binShown ? 'library.hide-bin' : 'library.show-bin', { count: binned.length })}
            </Button>
            {binShown && <PlanTable plans={binned} label={words('library.bin')} />}
          </section>
        )}
        {standing.length > 0 && <RecentFiles />}
        {standing.length > 0 && <p className="drop-hint">{words('library.drop-hint')}</p>}
      </div>
    </>
  )
}

const PlanTable = ({ plans, label }: { readonly plans: readonly PlanSummary[]; readonly label: string }) => (
  <div className="sheet">
    <table className="plans" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words('library.column-title')}</th>
          <th scope="col">{words('library.column-term')}</th>
          <th scope="col">{words('library.column-activities')}</th>
          <th scope="col">{words('library.column-changed')}</th>
          <th scope="col">
            <span className="unseen">{words('library.column-actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </tbody>
    </table>
  </div>
)

async function openSample(): Promise<void> {
  try {
    showPlan(await addSample())
  } catch {
    usePlace.setState({ notice: words('library.sample-failed') })
  }
}

async function moveToBin(planId: string, binned: boolean): Promise<void> {
  try {
    await setBinned(planId, binned)
  } catch {
    usePlace.setState({ notice: words('library.bin-failed') })
  }
}

/** Its tab goes with it; the view stays on the library. */
function toBin(planId: string): void {
  closeTab(planId)
  show('plans')
  void moveToBin(planId, true)
}

const PlanRow = ({ plan: { id, title, committee, term, activities, changedAt, binnedAt } }: { readonly plan: PlanSummary }) => (
  <tr>
    <th scope="row">
      {binnedAt === null ? (
        <button type="button" className="plan-title" onClick={() => showPlan(id)}>
          {title === '' ? words('plan.untitled') : title}
        </button>
      ) : (
        <span className="plan-title">{title === '' ? words('plan.untitled') : title}</span>
      )}
      <small>{committee}</small>
    </th>
    <td className="term">{term === null ? words('library.no-term') : termLabel(term)}</td>
    <td className="figure">{activities}</td>
    <td>{moment(changedAt)}</td>
    <td className="row-actions">
      {binnedAt === null ? (
        <IconButton icon="bin" label={words('library.to-bin', { title })} onPress={() => toBin(id)} />
      ) : (
        <Button look="small" onPress={() => void moveToBin(id, false)}>
          {words('library.restore')}
        </Button>
      )}
    </td>
  </tr>
)
