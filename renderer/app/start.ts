import { api } from '../api.ts'
import { offerTour } from '../features/tour/steps.ts'
import { addSample, readLibrary, useLibrary } from '../stores/library.ts'
import { afterPaint, followPlan } from '../stores/findings.ts'
import { planChangedElsewhere, usePlan } from '../stores/plan.ts'
import { usePreferences } from '../stores/preferences.ts'
import { readRegister, useRegister } from '../stores/register.ts'
import { useConnection } from '../stores/connection.ts'
import { newFiles, readFolder, useFolder } from '../stores/folder.ts'
import { loadIdentity } from '../stores/identity.ts'
import { takeOpened } from '../stores/receiving.ts'
import { followMenu } from './native-menu.ts'
import { usePlace } from '../stores/place.ts'
import { bringUp } from './navigation.ts'
import { words } from './words.ts'

/** Reads what the window needs and shows a plan: the one shown last, else the one changed last; on the first start the sample. */
export async function start(): Promise<void> {
  followPlan()
  const shown = readLibrary().then(showFirst)
  // An edit of the Chair's text is somebody's.
  void loadIdentity().catch(reportError)
  // The plan is there to be written in before a large register has been read; what is found in it follows.
  const register = readRegister(shown.then(painted)).catch(reportError)
  try {
    await shown
  } catch (error) {
    // The library stays in view and offers to read again.
    useLibrary.setState({ failed: useLibrary.getState().plans === null })
    reportError(error)
  }
  void watch()
  followMenu().catch(reportError)
  // Files that were opened with the program can do with a second try, at the next event.
  void takeOpened().catch(reportError)
  await register
}

async function showFirst(): Promise<void> {
  const all = useLibrary.getState().plans
  const plans = all?.filter(({ binnedAt }) => binnedAt === null) ?? []
  const { lastPlan } = usePreferences.getState()
  const latest = plans.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0]
  const first = plans.find(({ id }) => id === lastPlan) ?? latest
  if (first !== undefined) await bringUp(first.id)
  else if (all?.length === 0) {
    await bringUp(await addSample())
    offerTour()
  }
}

const painted = (): Promise<void> => new Promise(afterPaint)

/** Files came into the folder of the plan that is shown: its list follows, and the status bar says so. */
async function folderChanged(planId: string): Promise<void> {
  if (usePlan.getState().planId !== planId) return
  await readFolder(planId)
  const count = newFiles(useFolder.getState().files).length
  if (count > 0) usePlace.setState({ notice: words('folder.came', { count }) })
}

/** Listens for what other windows and processes write, for as long as the window lives. */
async function watch(): Promise<void> {
  for (;;) {
    try {
      for await (const event of await api().events.watch()) {
        if (event.kind === 'plan-changed' && event.planId !== null) await planChangedElsewhere(event.planId, event.sequence)
        else if (event.kind === 'file-opened') await takeOpened()
        else if (event.kind === 'folder-changed' && event.planId !== null) await folderChanged(event.planId)
        else if (event.kind === 'library-changed') await Promise.all([readLibrary(), readRegister()])
      }
    } catch {
      // The connection went; calls wait until it is back, and what happened meanwhile is read below.
    }
    await new Promise((resolve) => setTimeout(resolve, useConnection.getState().state === 'open' ? 1000 : 250))
    await readLibrary()
    if (useRegister.getState().register === null) await readRegister().catch(reportError)
    const { planId } = usePlan.getState()
    if (planId !== null) await planChangedElsewhere(planId, null).catch(() => {})
  }
}
