import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { CalendarView } from '../features/calendar/calendar-view.tsx'
import { CoverageView } from '../features/coverage/coverage-view.tsx'
import { DelegationBanner } from '../features/delegation/banner.tsx'
import { Details } from '../features/details/details.tsx'
import { DocumentView } from '../features/documents/document-view.tsx'
import { FindBar } from '../features/find/find-bar.tsx'
import { HistoryView } from '../features/history/history-view.tsx'
import { Plans } from '../features/library/plans.tsx'
import { MandatesView } from '../features/mandates/mandates-view.tsx'
import { ProposalsView } from '../features/proposals/proposals-view.tsx'
import { RevisionsView } from '../features/revisions/revisions-view.tsx'
import { useShape } from '../features/views/shape.ts'
import { openPlan, usePlan } from '../stores/plan.ts'
import { usePlace, type View } from '../stores/place.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { FindingsPanel } from '../features/findings/panel.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { landSoon } from '../ui/landing.ts'
import { Splitter } from '../ui/splitter.tsx'
import { words } from './words.ts'

/** Brings the rich editor with it, which no other view needs. */
const TextView = lazy(async () => ({ default: (await import('../features/text/text-view.tsx')).TextView }))

const views: Readonly<Record<Exclude<View, 'plans'>, React.ComponentType>> = {
  calendar: CalendarView,
  text: TextView,
  mandates: MandatesView,
  coverage: CoverageView,
  document: DocumentView,
  proposals: ProposalsView,
  revisions: RevisionsView,
  history: HistoryView,
}

/** Views without the findings below: what they show is not the plan as it is being written. */
const wholeHeight: ReadonlySet<View> = new Set(['proposals', 'document', 'revisions', 'history'])

/** The view in the middle, with the findings below and the details beside it where they belong. */
export function Workspace() {
  const view = usePlace((place) => place.view)
  const { phase, planId } = usePlan()
  useLanding([view, useShape(), planId].join(' '), phase === 'ready')
  if (view === 'plans')
    return (
      <main className="main" tabIndex={-1} data-pane="sheet">
        <Plans />
      </main>
    )
  if (phase === 'missing' || phase === 'failed')
    return (
      <main className="main" tabIndex={-1} data-pane="sheet">
        <EmptyState title={words(`plan.${phase}-title`)} text={words(`plan.${phase}-text`)}>
          {phase === 'failed' && planId !== null && (
            <Button look="primary" onPress={() => void openPlan(planId)}>
              {words('library.read-again')}
            </Button>
          )}
        </EmptyState>
      </main>
    )
  if (phase !== 'ready') return <main className="main loading" data-pane="sheet" aria-busy="true" aria-label={words('plan.opening')} />
  const View = views[view]
  return (
    <>
      <main className="main" tabIndex={-1} data-pane="sheet">
        <DelegationBanner />
        <FindBar />
        <Suspense fallback={<div className="sheet-scroll" aria-busy="true" />}>
          <View />
        </Suspense>
        {!wholeHeight.has(view) && <FindingsPanel />}
      </main>
      {view === 'calendar' && <DetailsPane />}
    </>
  )
}

/** Whoever comes to another place by a command has the focus there. */
function useLanding(place: string, ready: boolean): void {
  useEffect(() => (ready ? landSoon() : undefined), [place, ready])
}

const narrow = matchMedia('(max-width: 56.24rem)')
const isNarrow = (): boolean => narrow.matches
function onWidth(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** The details beside the sheet; in a narrow window a drawer over it. */
function DetailsPane() {
  const drawer = useSyncExternalStore(onWidth, isNarrow)
  const { detailsOpen, detailsWidth } = usePreferences()
  const drawerOpen = usePlace((place) => place.drawer)
  const open = drawer ? drawerOpen : detailsOpen
  const close = () => (drawer ? usePlace.setState({ drawer: false }) : prefer({ detailsOpen: false }))
  if (!open) return null
  return (
    <aside
      className={drawer ? 'side drawer' : 'side'}
      aria-label={words('details.label')}
      data-pane="details"
      style={drawer ? undefined : { width: detailsWidth }}
      onKeyDown={(event) => drawer && event.key === 'Escape' && close()}
    >
      {!drawer && (
        <Splitter
          label={words('details.resize')}
          direction="vertical"
          value={detailsWidth}
          least={240}
          most={480}
          onChange={(value) => prefer({ detailsWidth: value })}
        />
      )}
      <div className="side-close">
        <IconButton icon="close" label={words('details.close')} onPress={close} />
      </div>
      <div className="side-content">
        <Details />
      </div>
    </aside>
  )
}
