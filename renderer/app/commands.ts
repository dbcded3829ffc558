import { isWaivable } from '#shared/checks/index.ts'
import { languages } from '#shared/model/language.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { deleteRows, duplicateRows, insertRow, moveRows } from '../features/calendar/commands.ts'
import { openFilter } from '../features/calendar/filter.ts'
import { openRowDialog } from '../features/calendar/row-dialogs.ts'
import { chooseFiles } from '../features/library/choose-files.ts'
import { exportRegister, sendProposals } from '../features/exchange/send.ts'
import { openFind, stepThroughPlaces } from '../features/find/find.ts'
import { findingsHere } from '../features/findings/current.ts'
import { fixableOf } from '../features/findings/entries.ts'
import { openFindingsDialog, openFixMenu } from '../features/findings/open-dialog.ts'
import { ask, proposalHere, step, take } from '../features/proposals/deciding.ts'
import { beginTour } from '../features/tour/steps.ts'
import { runInText, type TextCommand, textCommands, useWriting } from '../features/text/writing.ts'
import { setShape, shapeOf } from '../features/views/shape.ts'
import { takeBackWaiver } from '../stores/finding-edits.ts'
import { stepThroughFindings } from '../stores/findings.ts'
import { show, usePlace, type View } from '../stores/place.ts'
import { redo, undo, usePlan } from '../stores/plan.ts'
import { calendarShapes, prefer, type Theme, usePreferences } from '../stores/preferences.ts'
import { openDialog } from './dialogs.ts'
import { ownNames } from './language.tsx'
import { isPressed, type KeyPress } from './key-combination.ts'
import { nextPane } from './panes.ts'
import { stepName, windowLanguage, words } from './words.ts'

/** Something the window can do. Keys, the page of keys and the palette are all made of this list. */
export interface Command {
  readonly id: string
  readonly title: () => string
  /** The keys that run it, the one shown first. */
  readonly keys?: readonly string[]
  /**
   * Where its keys mean it: `table` while a cell of the calendar has the focus and `text` while the plan's text is written (both listen
   * themselves), `beside-text` anywhere but in a text field, where they belong to what is being typed. Everywhere when left out.
   */
  readonly where?: 'table' | 'text' | 'beside-text'
  /** Whether it can be done now. */
  readonly applies: () => boolean
  readonly run: () => void
}

const always = (): boolean => true
const inPlan = (): boolean => usePlan.getState().phase === 'ready' && usePlace.getState().view !== 'plans'
const inCalendar = (): boolean => inPlan() && usePlace.getState().view === 'calendar'
const inTable = (): boolean => inCalendar() && document.querySelector('.calendar') !== null
const onRow = (): boolean => inCalendar() && usePlace.getState().row !== null

/** The finding that a command acts on: the one last gone to, else the first of the selected row. */
const here = () => (inPlan() ? findingsHere()[0] : undefined)

const windowCommands: readonly Command[] = [
  { id: 'palette', title: () => words('keyboard.palette'), keys: ['Ctrl+K'], applies: always, run: () => openDialog('palette') },
  { id: 'identity', title: () => words('identity.title'), applies: always, run: () => openDialog('identity') },
  { id: 'keyboard', title: () => words('keyboard.title'), keys: ['F1'], applies: always, run: () => openDialog('keyboard') },
  {
    id: 'keyboard-sign',
    title: () => words('keyboard.title'),
    keys: ['?'],
    where: 'beside-text',
    applies: always,
    run: () => openDialog('keyboard'),
  },
  { id: 'guide', title: () => words('guide.title'), applies: always, run: () => openDialog('guide') },
  { id: 'about', title: () => words('about.title'), applies: always, run: () => openDialog('about') },
  { id: 'tour', title: () => words('command.tour'), applies: inPlan, run: beginTour },
  { id: 'next-pane', title: () => words('keyboard.panes'), keys: ['F6'], applies: always, run: () => nextPane(1) },
  { id: 'previous-pane', title: () => words('command.previous-pane'), keys: ['Shift+F6'], applies: always, run: () => nextPane(-1) },
  ...(['system', 'light', 'dark'] satisfies Theme[]).map((theme) => ({
    id: `theme-${theme}`,
    title: () => words('command.theme', { theme: words(`theme.${theme}`) }),
    applies: () => usePreferences.getState().theme !== theme,
    run: () => prefer({ theme }),
  })),
  ...languages.map((language) => ({
    id: `language-${language}`,
    title: () => `${words('language.label')}: ${ownNames[language]}`,
    applies: () => windowLanguage !== language,
    run: () => prefer({ language }),
  })),
]

const libraryCommands: readonly Command[] = [
  { id: 'new-plan', title: () => words('command.new-plan'), applies: always, run: () => openDialog('new-plan') },
  { id: 'import', title: () => words('command.import'), applies: always, run: () => chooseFiles() },
]

const viewCommands: readonly Command[] = [
  ...(['calendar', 'text', 'mandates', 'coverage', 'proposals', 'document', 'revisions', 'history'] satisfies View[]).map((view) => ({
    id: `view-${view}`,
    title: () => words('command.view', { view: words(`view.${view}`) }),
    applies: () => usePlan.getState().phase === 'ready' && usePlace.getState().view !== view,
    run: () => show(view),
  })),
  {
    id: 'view-plans',
    title: () => words('command.view', { view: words('view.plans') }),
    applies: () => usePlace.getState().view !== 'plans',
    run: () => show('plans'),
  },
  ...calendarShapes.map((shape) => ({
    id: `shape-${shape}`,
    title: () => words('command.shape', { shape: words(`calendar.shape-${shape}`) }),
    applies: () => inCalendar() && shapeOf(usePlan.getState().planId) !== shape,
    run: () => {
      const { planId } = usePlan.getState()
      if (planId !== null) setShape(planId, shape)
    },
  })),
]

const planCommands: readonly Command[] = [
  { id: 'find', title: () => words('keyboard.find'), keys: ['Ctrl+F'], applies: inPlan, run: () => openFind('find') },
  { id: 'find-next', title: () => words('keyboard.find-next'), keys: ['F3'], applies: inPlan, run: () => stepThroughPlaces(1) },
  {
    id: 'find-previous',
    title: () => words('keyboard.find-previous'),
    keys: ['Shift+F3'],
    applies: inPlan,
    run: () => stepThroughPlaces(-1),
  },
  { id: 'replace', title: () => words('keyboard.replace'), keys: ['Ctrl+H'], applies: inPlan, run: () => openFind('replace') },
  {
    id: 'undo',
    title: () => {
      const step = usePlan.getState().position?.undo ?? null
      return step === null ? words('keyboard.undo') : words('undo.step', { step: stepName(step.label) })
    },
    keys: ['Ctrl+Z'],
    where: 'beside-text',
    applies: inPlan,
    run: undo,
  },
  {
    id: 'redo',
    title: () => {
      const step = usePlan.getState().position?.redo ?? null
      return step === null ? words('keyboard.redo') : words('redo.step', { step: stepName(step.label) })
    },
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    where: 'beside-text',
    applies: inPlan,
    run: redo,
  },
  { id: 'print', title: () => words('keyboard.print'), keys: ['Ctrl+P'], applies: inPlan, run: () => openDialog('print') },
  {
    id: 'export',
    title: () => words('command.export'),
    applies: inPlan,
    run: () => openDialog('export'),
  },
  {
    id: 'send-proposals',
    title: () => words('send.command'),
    applies: () => inPlan() && usePlan.getState().mode === 'delegation',
    run: () => void sendProposals(),
  },
  { id: 'export-register', title: () => words('send.register'), applies: always, run: () => void exportRegister() },
  {
    id: 'details',
    title: () => words('command.details'),
    applies: inCalendar,
    run: () => {
      const { detailsOpen } = usePreferences.getState()
      prefer({ detailsOpen: !detailsOpen })
      usePlace.setState({ drawer: !usePlace.getState().drawer })
    },
  },
]

const inOwnPlan = (): boolean => inPlan() && usePlan.getState().mode === 'own'

const revisionCommands: readonly Command[] = [
  { id: 'name-revision', title: () => words('revisions.name'), applies: inOwnPlan, run: () => openDialog('revision') },
  { id: 'set-deadline', title: () => words('deadlines.set'), applies: inOwnPlan, run: () => openDialog('deadline') },
]

const findingCommands: readonly Command[] = [
  { id: 'next-finding', title: () => words('keyboard.next-finding'), keys: ['F8'], applies: inPlan, run: () => stepThroughFindings(1) },
  {
    id: 'previous-finding',
    title: () => words('keyboard.previous-finding'),
    keys: ['Shift+F8'],
    applies: inPlan,
    run: () => stepThroughFindings(-1),
  },
  { id: 'fix', title: () => words('keyboard.fix'), keys: ['Ctrl+.'], applies: inPlan, run: openFixMenu },
  {
    id: 'waive',
    title: () => words('command.waive'),
    applies: () => {
      const finding = here()
      return inOwnPlan() && finding !== undefined && finding.waiver === null && isWaivable(finding)
    },
    run: () => {
      const finding = here()
      if (finding !== undefined) openFindingsDialog({ kind: 'waive', finding })
    },
  },
  {
    id: 'take-back-waiver',
    title: () => words('command.take-back'),
    applies: () => inOwnPlan() && (here()?.waiver ?? null) !== null,
    run: () => {
      const finding = here()
      if (finding !== undefined) takeBackWaiver(finding)
    },
  },
  {
    id: 'fix-all',
    title: () => words('command.fix-all'),
    applies: () => fixableOf(here()?.rule ?? '') > 0,
    run: () => openFindingsDialog({ kind: 'fix-all', rule: here()?.rule ?? '' }),
  },
  {
    id: 'rule',
    title: () => words('command.rule'),
    applies: () => here() !== undefined,
    run: () => openFindingsDialog({ kind: 'rule', rule: here()?.rule ?? '' }),
  },
  { id: 'severities', title: () => words('severities.title'), applies: inOwnPlan, run: () => openFindingsDialog({ kind: 'severities' }) },
  {
    id: 'findings',
    title: () => words('command.findings'),
    applies: inPlan,
    run: () => prefer({ findingsOpen: !usePreferences.getState().findingsOpen }),
  },
]

const rowCommands: readonly Command[] = [
  {
    id: 'insert-below',
    title: () => words('row.insert-below'),
    keys: ['Ctrl+Enter'],
    where: 'table',
    applies: inCalendar,
    run: () => insertRow('below'),
  },
  {
    id: 'insert-above',
    title: () => words('row.insert-above'),
    keys: ['Ctrl+Shift+Enter'],
    where: 'table',
    applies: onRow,
    run: () => insertRow('above'),
  },
  { id: 'duplicate', title: () => words('row.duplicate'), keys: ['Ctrl+D'], where: 'table', applies: onRow, run: duplicateRows },
  { id: 'repeat', title: () => words('rows.repeat'), applies: onRow, run: () => openRowDialog('repeat') },
  { id: 'move-up', title: () => words('row.move-up'), keys: ['Alt+↑'], where: 'table', applies: onRow, run: () => moveRows(-1) },
  { id: 'move-down', title: () => words('row.move-down'), keys: ['Alt+↓'], where: 'table', applies: onRow, run: () => moveRows(1) },
  { id: 'delete', title: () => words('row.delete'), keys: ['Ctrl+Delete'], where: 'table', applies: onRow, run: deleteRows },
  {
    id: 'redate',
    title: () => words('rows.redate'),
    keys: ['Ctrl+Shift+D'],
    where: 'table',
    applies: onRow,
    run: () => openRowDialog('redate'),
  },
  { id: 'filter', title: () => words('filter.open'), keys: ['Ctrl+Shift+L'], where: 'table', applies: inTable, run: openFilter },
]

const inText = (): boolean => inPlan() && usePlace.getState().view === 'text' && useWriting.getState().writer !== null

const textKeys: Readonly<Record<TextCommand, string | null>> = {
  bold: 'Ctrl+B',
  italic: 'Ctrl+I',
  link: 'Ctrl+Shift+K',
  heading: 'Ctrl+Shift+1',
  subheading: 'Ctrl+Shift+2',
  quotation: 'Ctrl+Shift+9',
  bullets: 'Ctrl+Shift+8',
  numbers: 'Ctrl+Shift+7',
  letters: 'Ctrl+Shift+6',
  inward: null,
  outward: null,
  footnote: 'Ctrl+Alt+F',
  cite: 'Ctrl+Shift+M',
  'open-citation': 'Alt+Enter',
  'move-up': 'Alt+↑',
  'move-down': 'Alt+↓',
}

const commandsInText = textCommands.map((command): Command => {
  const keys = textKeys[command]
  return {
    id: `text-${command}`,
    title: () => words(`text.do-${command}`),
    ...(keys === null ? {} : { keys: [keys] }),
    where: 'text',
    applies: inText,
    run: () => runInText(command),
  }
})

const onProposal = (): boolean => inOwnPlan() && usePlace.getState().view === 'proposals' && proposalHere() !== null

/** Decides the proposal before the Chair. */
const onIt = (act: (proposal: Proposal) => void) => () => {
  const proposal = proposalHere()
  if (proposal !== null) act(proposal)
}

const proposalCommands: readonly Command[] = [
  { id: 'proposal-next', title: () => words('proposals.next'), keys: ['J', '↓'], run: () => step(1) },
  { id: 'proposal-previous', title: () => words('proposals.previous'), keys: ['K', '↑'], run: () => step(-1) },
  { id: 'proposal-accept', title: () => words('proposals.accept'), keys: ['A'], run: onIt((proposal) => take(proposal, 'accepted')) },
  { id: 'proposal-change', title: () => words('proposals.accept-with-changes'), keys: ['E'], run: onIt(() => ask('change')) },
  {
    id: 'proposal-ad-referendum',
    title: () => words('proposals.ad-referendum'),
    keys: ['D'],
    run: onIt((proposal) => take(proposal, 'ad-referendum')),
  },
  { id: 'proposal-reject', title: () => words('proposals.reject'), keys: ['R'], run: onIt(() => ask('reject')) },
  { id: 'proposal-defer', title: () => words('proposals.defer'), keys: ['L'], run: onIt(() => ask('defer')) },
].map((command): Command => ({ ...command, where: 'beside-text', applies: onProposal }))

interface CommandMenu {
  readonly id: 'view' | 'other'
  readonly title: () => string
  readonly commands: readonly Command[]
}

/** The commands by what they are about, as the system's menu bar shows them. */
export const commandMenus: readonly CommandMenu[] = [
  { id: 'other', title: () => words('menu.findings'), commands: findingCommands },
  { id: 'other', title: () => words('menu.rows'), commands: rowCommands },
  { id: 'other', title: () => words('menu.text'), commands: commandsInText },
  { id: 'other', title: () => words('menu.proposals'), commands: proposalCommands },
  { id: 'other', title: () => words('menu.plan'), commands: [...planCommands, ...revisionCommands, ...libraryCommands] },
  { id: 'view', title: () => words('menu.view'), commands: viewCommands },
  { id: 'other', title: () => words('menu.window'), commands: windowCommands },
]

/** Every command, in the order in which they are listed. */
export const commands: readonly Command[] = commandMenus.flatMap((menu) => menu.commands)

/** The keys to show beside a command. */
export const keysOf = (id: string): string => commands.find((command) => command.id === id)?.keys?.[0] ?? ''

/** Runs the command whose keys were pressed, if it can be done now. Answers whether it did. */
export function runByKeys(press: KeyPress, wanted: (command: Command) => boolean): boolean {
  const command = commands.find((one) => wanted(one) && one.keys?.some((keys) => isPressed(keys, press)) === true)
  if (command === undefined || !command.applies()) return false
  command.run()
  return true
}
