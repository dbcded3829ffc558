import { I18nProvider } from 'react-aria-components'
import { AboutDialog } from '../features/about/about-dialog.tsx'
import { ExportDialog } from '../features/documents/export-dialog.tsx'
import { IdentityDialog } from '../features/exchange/identity-dialog.tsx'
import { ReceiveDialog } from '../features/exchange/receive-dialog.tsx'
import { FindingsDialogs } from '../features/findings/findings-dialogs.tsx'
import { GuideDialog } from '../features/guide/guide-dialog.tsx'
import { KeyboardDialog } from '../features/keyboard/keyboard-dialog.tsx'
import { DropTarget } from '../features/library/drop-target.tsx'
import { ImportDialog } from '../features/library/import-dialog.tsx'
import { NewPlanDialog } from '../features/library/new-plan.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { NameRevision } from '../features/revisions/name-revision.tsx'
import { SetDeadline } from '../features/revisions/set-deadline.tsx'
import { Tour } from '../features/tour/tour.tsx'
import { closeDialog, useDialogs } from './dialogs.ts'
import { useWindowLanguage } from './language.tsx'
import { PlanLost } from './plan-lost.tsx'
import { Rail } from './rail.tsx'
import { useKeys } from './shortcuts.ts'
import { StatusBar } from './status-bar.tsx'
import { useTheme } from './theme.ts'
import { TitleBar } from './title-bar.tsx'
import { Workspace } from './workspace.tsx'

/** The frame of the window: title bar, rail, the view in the middle with its panes, status bar. */
export function App() {
  const dialog = useDialogs((state) => state.open)
  const language = useWindowLanguage()
  useTheme()
  useKeys()
  return (
    <I18nProvider key={language} locale={language}>
      <TitleBar />
      <div className="work">
        <Rail />
        <Workspace />
      </div>
      <StatusBar />
      {dialog === 'print' && <ExportDialog first="pdf" onClose={closeDialog} />}
      {dialog === 'export' && <ExportDialog first="mandato" onClose={closeDialog} />}
      {dialog === 'palette' && <Palette onClose={closeDialog} />}
      {dialog === 'new-plan' && <NewPlanDialog onClose={closeDialog} />}
      {dialog === 'guide' && <GuideDialog onClose={closeDialog} />}
      {dialog === 'about' && <AboutDialog onClose={closeDialog} />}
      {dialog === 'keyboard' && <KeyboardDialog onClose={closeDialog} />}
      {dialog === 'identity' && <IdentityDialog onClose={closeDialog} />}
      {dialog === 'revision' && <NameRevision onClose={closeDialog} />}
      {dialog === 'deadline' && <SetDeadline onClose={closeDialog} />}
      <Tour />
      <FindingsDialogs />
      <ReceiveDialog />
      <ImportDialog />
      <PlanLost />
      <DropTarget />
    </I18nProvider>
  )
}
