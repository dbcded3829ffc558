import type { ReactNode } from 'react'
import { unsent } from '../features/delegation/own.ts'
import { waitingIn } from '../features/proposals/state.ts'
import { useCoverage } from '../features/coverage/use-coverage.ts'
import { useFindings } from '../stores/findings.ts'
import { useIdentity } from '../stores/identity.ts'
import { useLibrary } from '../stores/library.ts'
import { show, usePlace, type View } from '../stores/place.ts'
import { usePlan } from '../stores/plan.ts'
import { Hint } from '../ui/hint.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Button } from 'react-aria-components'
import { words } from './words.ts'

/** The views of the plan shown, then the library. Narrow windows show the icons alone, their names as tooltips. */
export function Rail() {
  const plan = usePlan((state) => state.plan)
  const author = useIdentity((state) => state.author)
  const errors = useFindings((state) => state.findings.filter(({ severity }) => severity === 'error').length)
  const open = useCoverage()?.open ?? 0
  const revision = plan?.header.revision ?? null
  const waiting = usePlan(({ held, mode }) => (held === null ? 0 : mode === 'own' ? waitingIn(held) : unsent(held, author).length))
  const plans = useLibrary((library) => library.plans?.filter(({ binnedAt }) => binnedAt === null).length ?? 0)
  return (
    <nav className="rail" aria-label={words('rail.label')} data-pane="rail">
      {plan !== null && (
        <>
          <h2>{words('rail.plan')}</h2>
          <Entry view="calendar" icon="calendar">
            {errors > 0 && (
              <span className="hot">
                {errors} <span className="unseen">{words('rail.errors', { count: errors })}</span>
              </span>
            )}
          </Entry>
          <Entry view="text" icon="text" />
          <Entry view="mandates" icon="mandates">
            <span>{plan.mandates.length}</span>
          </Entry>
          <Entry view="coverage" icon="coverage">
            {open > 0 && <span>{words('rail.open', { count: open })}</span>}
          </Entry>
          <Entry view="document" icon="document" />
          <Entry view="proposals" icon="proposals">
            {waiting > 0 && <span>{waiting}</span>}
          </Entry>
          <Entry view="revisions" icon="revisions">
            {revision !== null && <span>{revision}</span>}
          </Entry>
          <Entry view="history" icon="history" />
        </>
      )}
      <h2>{words('rail.library')}</h2>
      <Entry view="plans" icon="plans">
        <span>{plans}</span>
      </Entry>
    </nav>
  )
}

function Entry({ view, icon, children }: { readonly view: View; readonly icon: IconName; readonly children?: ReactNode }) {
  const current = usePlace((place) => place.view === view)
  return (
    <Hint text={words(`view.${view}`)} placement="right">
      <Button className="rail-entry" data-view={view} {...(current ? { 'aria-current': 'page' } : {})} onPress={() => show(view)}>
        <Icon name={icon} />
        <span className="name">{words(`view.${view}`)}</span> <span className="figure">{children}</span>
      </Button>
    </Hint>
  )
}
