import { type Term, termLabel } from '#shared/model/plan.ts'
import { redo, undo, usePlan } from '../stores/plan.ts'
import { prefer, type Theme, usePreferences } from '../stores/preferences.ts'
import { useLibrary } from '../stores/library.ts'
import { usePlace } from '../stores/place.ts'
import { IconButton } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { keysOf } from './commands.ts'
import { openDialog } from './dialogs.ts'
import { closeTab, showPlan } from './navigation.ts'
import { stepName, words } from './words.ts'

const themes: readonly Theme[] = ['system', 'light', 'dark']

/** The program's name, the open plans as tabs, and what concerns the whole window. */
export function TitleBar() {
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <header className="bar">
      <div className="brand">
        <i aria-hidden="true" />
        <span>Mandato</span>
      </div>
      <Tabs />
      <button type="button" className="search-box" onClick={() => openDialog('palette')}>
        <Icon name="search" size={14} />
        <span>{words('palette.hint')}</span>
        <Keys keys={keysOf('palette')} />
      </button>
      <div className="bar-actions">
        <TimeTravel />
        <MenuButton
          label={words('theme.label')}
          groups={[
            {
              id: 'theme',
              title: words('theme.label'),
              entries: themes.map((option) => ({
                id: option,
                label: words(`theme.${option}`),
                checked: option === theme,
                run: () => prefer({ theme: option }),
              })),
            },
          ]}
        >
          <IconButton icon="light" label={words('theme.label')} />
        </MenuButton>
        <IconButton icon="keyboard" label={words('keyboard.title')} keys={keysOf('keyboard')} onPress={() => openDialog('keyboard')} />
      </div>
    </header>
  )
}

/** Undo and redo, each naming the step it would act on. */
function TimeTravel() {
  const position = usePlan((state) => state.position)
  const ready = usePlan((state) => state.phase === 'ready')
  const inLibrary = usePlace((place) => place.view === 'plans')
  if (!ready || inLibrary) return null
  const back = position?.undo ?? null
  const forth = position?.redo ?? null
  return (
    <>
      <IconButton
        icon="undo"
        keys={keysOf('undo')}
        label={back === null ? words('undo.nothing') : words('undo.step', { step: stepName(back.label) })}
        isDisabled={back === null}
        onPress={undo}
      />
      <IconButton
        icon="redo"
        keys={keysOf('redo')}
        label={forth === null ? words('redo.nothing') : words('redo.step', { step: stepName(forth.label) })}
        isDisabled={forth === null}
        onPress={redo}
      />
    </>
  )
}

/** The title before its term, which stands beside it in a tab and is not cut: plans of one committee differ in nothing else. */
const titleWithoutTerm = (title: string, term: Term | null): string =>
  (term === null ? title : title.replace(termLabel(term), '').replace(/[\s,;:–-]+$/, '')) || title

function Tabs() {
  const tabs = usePreferences((preferences) => preferences.tabs)
  const plans = useLibrary((library) => library.plans) ?? []
  const { planId, plan } = usePlan()
  const inLibrary = usePlace((place) => place.view === 'plans')
  const shown = tabs.flatMap((id) => plans.find((summary) => summary.id === id && summary.binnedAt === null) ?? [])
  return (
    <nav className="tabs" aria-label={words('tabs.label')}>
      {shown.map(({ id, title, term }) => {
        const current = id === planId && !inLibrary
        const name = (id === planId ? plan?.header.title : undefined) ?? title
        const label = name === '' ? words('plan.untitled') : name
        return (
          <span key={id} className="tab" data-current={current ? '' : undefined}>
            <button
              type="button"
              className="tab-name"
              aria-current={current ? 'page' : undefined}
              title={label}
              onClick={() => showPlan(id)}
            >
              <span className="tab-title">{titleWithoutTerm(label, term)}</span>
              {term !== null && <span>{termLabel(term)}</span>}
            </button>
            <button type="button" className="tab-close" aria-label={words('tabs.close', { title: label })} onClick={() => closeTab(id)}>
              <Icon name="close" size={12} />
            </button>
          </span>
        )
      })}
    </nav>
  )
}
