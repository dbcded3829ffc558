import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { type Command, commands } from '../../app/commands.ts'
import { showPlan } from '../../app/navigation.ts'
import { words } from '../../app/words.ts'
import { useLibrary } from '../../stores/library.ts'
import { goTo, show, usePlace, type View } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { matchScore, typedWords } from './match.ts'

/** Something that the palette can do or go to. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly keys: string | null
  readonly run: () => void
}

export interface PaletteGroup {
  readonly id: string
  readonly title: string
  readonly entries: readonly PaletteEntry[]
  /** How many more fit than are shown. */
  readonly more: number
}

interface Source {
  readonly id: string
  readonly title: string
  readonly entries: readonly PaletteEntry[]
  /** Whether letters may be left out, and whether they are listed before anything is typed. */
  readonly short: boolean
}

const commandEntry = ({ id, title, keys }: Command): PaletteEntry => ({
  id: `command ${id}`,
  title: title(),
  detail: '',
  keys: keys?.[0] ?? null,
  run: () => commands.find((command) => command.id === id)?.run(),
})

const views: readonly View[] = ['calendar', 'text', 'mandates', 'coverage', 'history', 'plans']

function viewEntries(): PaletteEntry[] {
  const planOpen = usePlan.getState().plan !== null
  const { view: current } = usePlace.getState()
  return views
    .filter((view) => view !== current && (planOpen || view === 'plans'))
    .map((view) => ({ id: `view ${view}`, title: words(`view.${view}`), detail: '', keys: null, run: () => show(view) }))
}

function planEntries(): PaletteEntry[] {
  const { planId } = usePlan.getState()
  const inLibrary = usePlace.getState().view === 'plans'
  return (useLibrary.getState().plans ?? [])
    .filter(({ id, binnedAt }) => binnedAt === null && (inLibrary || id !== planId))
    .map(({ id, title }) => ({
      id: `plan ${id}`,
      title: title === '' ? words('plan.untitled') : title,
      detail: '',
      keys: null,
      run: () => showPlan(id),
    }))
}

function rowEntries(): PaletteEntry[] {
  const { plan } = usePlan.getState()
  if (plan === null) return []
  const { language } = plan.header
  return plan.activities.map(({ id, when, mandate, items }) => ({
    id: `row ${id}`,
    title: [words('findings.row', { row: rowLabel(usePlan.getState(), id) }), formatPlanDate(when, language)].filter(Boolean).join(' · '),
    detail: [writeActivityCell(items), writeMandateCell(mandate, language)].filter(Boolean).join(' · ').replaceAll('\n', ' '),
    keys: null,
    run: () => goTo(id),
  }))
}

/** All that the palette knows at this moment. */
export const paletteSources = (): readonly Source[] => [
  {
    id: 'commands',
    title: words('palette.commands'),
    entries: commands.filter(({ id, applies }) => id !== 'palette' && id !== 'keyboard-sign' && applies()).map(commandEntry),
    short: true,
  },
  { id: 'views', title: words('palette.views'), entries: viewEntries(), short: true },
  { id: 'plans', title: words('palette.plans'), entries: planEntries(), short: true },
  { id: 'rows', title: words('palette.rows'), entries: rowEntries(), short: false },
]

/** Entries shown of each group; what is left out is counted. */
const most = 40

/** What fits the words typed, best first; before anything is typed, all but the rows. */
export function findEntries(sources: readonly Source[], typed: string): PaletteGroup[] {
  const sought = typedWords(typed)
  return sources.flatMap(({ id, title, entries, short }) => {
    if (sought.length === 0 && !short) return []
    const found = entries
      .map((entry) => ({ entry, score: matchScore(sought, `${entry.title} ${entry.detail}`, short) }))
      .filter(({ score }) => sought.length === 0 || score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry)
    return found.length === 0 ? [] : [{ id, title, entries: found.slice(0, most), more: Math.max(0, found.length - most) }]
  })
}
