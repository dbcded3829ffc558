import { writeCitation, writeMandateCell } from '../cells/mandate-cell.ts'
import { formatPlanDate } from '../dates/write.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import { type NegotiationLabels, negotiationLabels } from '../locales/documents/negotiation.ts'
import type { Activity } from '../model/activity.ts'
import { delegationName } from '../model/delegations.ts'
import type { Language } from '../model/language.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposable, Proposal, ProposedChange } from '../model/proposal.ts'
import { revisionName } from '../model/revision.ts'
import type { Section } from '../model/section.ts'
import { kindOf, recordOf } from '../negotiation/change-kind.ts'
import { changedLines, isChanged } from '../negotiation/changed-lines.ts'
import { labelsWith, latestRevision } from '../negotiation/numbering.ts'
import { asProposed } from '../negotiation/propose.ts'
import { latestDecision, type ProposalState, stateOf } from '../negotiation/states.ts'
import {
  type Block,
  type Cell,
  type DocumentBlocks,
  type Footnote,
  heading,
  nestHeadings,
  paragraph,
  type Row,
  type Run,
  type Table,
  type TextBlock,
  text,
} from './blocks.ts'
import { changedOnly, changedRuns, shortened } from './changed-parts.ts'
import { dateBlocks, itemBlocks, mandateBlocks, type PlanDocumentOptions, planFrame, planTitle } from './plan-parts.ts'
import { printedBlock, withNotes } from './work-plan.ts'

/** States in which a proposal stands in brackets in the text. Accepted ones are the text; the others are told in the table alone. */
const inText: ReadonlySet<ProposalState> = new Set(['open', 'deferred', 'obsolete'])

/** What the parts of a compilation are made from. */
interface Context {
  readonly plan: Plan
  readonly options: PlanDocumentOptions
  readonly labels: NegotiationLabels
  /** Proposals in the text by the record they are about. */
  readonly about: ReadonlyMap<string, readonly Proposal[]>
  /** Row numbers, with `5bis` for those proposed after row 5. */
  readonly rows: ReadonlyMap<string, string>
  readonly footnotes: Footnote[]
  /** Proposals whose justification stands in a footnote: one that changes several lines gives it once. */
  readonly justified: Set<string>
}

/** Who proposes, by the name that the document's language has for it. */
const nameOf = ({ author }: Proposal, { language }: PlanDocumentOptions): string => delegationName(author.delegation, language)

/** In the order of the delegations' names in the document's language. */
function byDelegation(proposals: readonly Proposal[], options: PlanDocumentOptions): Proposal[] {
  const { compare } = new Intl.Collator(options.language)
  return proposals.toSorted((a, b) => compare(nameOf(a, options), nameOf(b, options)) || (a.id < b.id ? -1 : 1))
}

/** `[Mexico: …]`, with its state where it is not simply open, and its justification as a footnote. */
function bracketed(proposal: Proposal, runs: readonly Run[], { plan, options, labels, footnotes, justified }: Context): Run[] {
  const { justification, parent } = proposal
  const name = nameOf(proposal, options)
  const state = stateOf(plan, proposal)
  const answered = plan.proposals.find(({ id }) => id === parent)
  const said = [
    ...(answered === undefined ? [] : [labels.answers(nameOf(answered, options))]),
    ...(state === 'open' ? [] : [labels.states[state]]),
  ]
  const note = (): Run => {
    justified.add(proposal.id)
    const number = footnotes.length + 1
    footnotes.push({ number, runs: [text(`${name}: `, { bold: true }), text(justification.trim())] })
    return { kind: 'note', number }
  }
  return [
    text(`[${name}`, { bold: true }),
    ...(said.length > 0 ? [text(` (${said.join(', ')})`, { italic: true })] : []),
    text(': ', { bold: true }),
    ...runs,
    ...(justification.trim() === '' || justified.has(proposal.id) ? [] : [note()]),
    text(']', { bold: true }),
  ]
}

const proposalParagraph = (proposal: Proposal, runs: readonly Run[], context: Context): TextBlock =>
  paragraph(bracketed(proposal, runs, context))

const placeRuns = (after: string | null, { rows, labels }: Context): Run[] => [
  text(after === null ? labels.movedFirst : labels.movedAfter(rows.get(after) ?? ''), { italic: true }),
]

const struck = (words: string): Run[] => (words === '' ? [] : [text(words, { change: 'struck' })])
const inserted = (words: string): Run[] => (words === '' ? [] : [text(words, { change: 'inserted' })])

const itemsText = ({ items }: Activity): string => items.map((item) => item.text).join('; ')

/** Which cell of a row a change is shown in. */
function cellOf(change: ProposedChange): 'date' | 'mandate' | 'activity' {
  if (change.kind === 'move') return 'date'
  if (change.kind !== 'set') return 'activity'
  return change.field === 'when' ? 'date' : change.field === 'mandate' ? 'mandate' : 'activity'
}

/** What a proposal asks of the row that it stands in. */
function rowRuns({ change }: Proposal, context: Context): Run[] {
  const { options, labels } = context
  switch (change.kind) {
    case 'set':
      return changedOnly(change.field, change.was, change.value, options.language)
    case 'move':
      return placeRuns(change.after, context)
    case 'remove':
      return [text(`${labels.deleteRow} `, { italic: true }), ...struck(change.record.type === 'activity' ? itemsText(change.record) : '')]
    case 'insert':
      return []
  }
}

function standingRow(activity: Activity, context: Context): Row {
  const { plan, options, about, rows } = context
  const own = about.get(activity.id) ?? []
  const proposals = (cell: 'date' | 'mandate' | 'activity'): TextBlock[] =>
    own.filter(({ change }) => cellOf(change) === cell).map((proposal) => proposalParagraph(proposal, rowRuns(proposal, context), context))
  const cells: Cell[] = [
    { blocks: [paragraph([text(rows.get(activity.id) ?? '', { bold: true })])] },
    { blocks: [...dateBlocks(activity, options.language), ...proposals('date')] },
    { blocks: [...mandateBlocks(activity.mandate, plan, options, false), ...proposals('mandate')] },
    { blocks: [...itemBlocks(activity.items), ...proposals('activity')] },
  ]
  return {
    cells,
    ...(own.length > 0
      ? { bookmark: `${rows.get(activity.id) ?? ''} · ${own.map((proposal) => nameOf(proposal, options)).join(', ')}` }
      : {}),
  }
}

function proposedRow(activity: Activity, proposal: Proposal, context: Context): Row {
  const { language } = context.options
  const cell = (words: string): Cell => ({ blocks: words === '' ? [] : [paragraph(inserted(words))] })
  return {
    cells: [
      { blocks: [paragraph([text(context.rows.get(activity.id) ?? '', { bold: true, change: 'inserted' })])] },
      cell(formatPlanDate(activity.when, language)),
      cell(writeMandateCell(activity.mandate, language)),
      { blocks: [proposalParagraph(proposal, inserted(itemsText(activity)), context)] },
    ],
    bookmark: `${context.rows.get(activity.id) ?? ''} · ${nameOf(proposal, context.options)}`,
  }
}

function calendarTable(seen: readonly Activity[], context: Context): Block[] {
  const { plan, options, labels, about } = context
  const { date, mandate, activity, noActivities } = documentLabels[options.language]
  if (seen.length === 0) return [paragraph(noActivities)]
  const held = new Set(plan.activities.map(({ id }) => id))
  const rows = seen.map((row) => {
    const insertion = held.has(row.id) ? undefined : about.get(row.id)?.find(({ change }) => change.kind === 'insert')
    return insertion === undefined ? standingRow(row, context) : proposedRow(row, insertion, context)
  })
  const table: Table = {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.row, width: 9 },
      { heading: date, width: 22 },
      { heading: mandate, width: 31 },
      { heading: activity, width: 48 },
    ],
    rows,
  }
  return [table]
}

/** A part of the text with what is proposed on it, each proposal under the paragraph that it changes. */
function sectionBlocks(section: Section, context: Context): Block[] {
  const { options } = context
  const own = context.about.get(section.id) ?? []
  const title = section.heading.trim() === '' ? titleOf(section, options.language) : section.heading
  const under = (at: string | null): TextBlock[] =>
    own.flatMap((proposal): TextBlock[] => {
      const { change } = proposal
      if (change.kind !== 'set' || change.field !== 'blocks') return []
      const lines = changedLines('blocks', change.was, change.value, options.language).filter((line) => line.at === at && isChanged(line))
      return lines.map((line) => proposalParagraph(proposal, changedRuns(line), context))
    })
  const others = own.filter(({ change }) => change.kind !== 'set' || change.field !== 'blocks')
  return [
    heading(2, title),
    ...others.map((proposal) => proposalParagraph(proposal, recordRuns(proposal, context), context)),
    ...under(null),
    ...section.blocks.flatMap((block) => [
      ...(block.text.trim() === '' ? [] : [printedBlock(block, withNotes(block, context.footnotes))]),
      ...under(block.id),
    ]),
  ]
}

function titleOf({ kind }: Section, language: Language): string {
  const labels = documentLabels[language]
  return kind === 'introduction' || kind === 'mandates' || kind === 'stakeholders' ? labels[kind] : negotiationLabels[language].text
}

const recordText = (record: Proposable, language: Language): string =>
  record.type === 'mandate'
    ? writeCitation(record.citation, language)
    : record.type === 'section'
      ? [record.heading, ...record.blocks.map((block) => block.text)].filter(Boolean).join(' · ')
      : itemsText(record)

/** What a proposal asks for, wherever it is told. */
function recordRuns({ change }: Proposal, context: Context): Run[] {
  const { language } = context.options
  switch (change.kind) {
    case 'set':
      return changedOnly(change.field, change.was, change.value, language)
    case 'move':
      return placeRuns(change.type === 'activity' ? change.after : null, context)
    case 'remove':
      return struck(recordText(change.record, language))
    case 'insert':
      return inserted(recordText(change.record, language))
  }
}

/** The entries of the list of mandates that somebody proposes on, with what is proposed; new ones at the end. */
function mandateEntries(context: Context): Block[] {
  const { plan, about, options } = context
  const held = plan.mandates.flatMap((mandate): Block[] => {
    const own = about.get(mandate.id) ?? []
    if (own.length === 0) return []
    return [
      paragraph(writeCitation(mandate.citation, options.language)),
      ...own.map((proposal) => proposalParagraph(proposal, recordRuns(proposal, context), context)),
    ]
  })
  const added = byDelegation(
    plan.proposals.filter(
      (proposal) => proposal.change.kind === 'insert' && proposal.change.record.type === 'mandate' && inText.has(stateOf(plan, proposal)),
    ),
    options,
  ).map((proposal) => proposalParagraph(proposal, recordRuns(proposal, context), context))
  const entries = [...held, ...added]
  return entries.length === 0 ? [] : [heading(2, documentLabels[options.language].mandates), ...entries]
}

/** Where a proposal stands in the document, in the words of its table. */
function placeName(change: ProposedChange, { plan, rows, options, labels }: Context): string {
  const id = recordOf(change)
  const row = rows.get(id)
  if (row !== undefined) return row
  const record = plan.sections.find((section) => section.id === id)
  if (record !== undefined) return record.heading.trim() === '' ? titleOf(record, options.language) : record.heading
  return plan.mandates.some((mandate) => mandate.id === id) ||
    (change.kind !== 'set' && change.kind !== 'move' && change.record.type === 'mandate')
    ? documentLabels[options.language].mandates
    : labels.text
}

/** Every proposal once, by delegation, with where it stands; none is left out. */
function proposalTable(context: Context): Block[] {
  const { plan, labels, options } = context
  if (plan.proposals.length === 0) return [heading(2, labels.proposals), paragraph(labels.noProposals)]
  const rows = byDelegation(plan.proposals, options).map((proposal): Row => {
    const state = stateOf(plan, proposal)
    const reason = latestDecision(plan, proposal.id)?.reason.trim() ?? ''
    return {
      cells: [
        { blocks: [paragraph([text(nameOf(proposal, options), { bold: true })])] },
        { blocks: [paragraph(placeName(proposal.change, context))] },
        {
          blocks: [
            paragraph([text(`${labels.kinds[kindOf(proposal.change)]}: `, { italic: true }), ...shortened(recordRuns(proposal, context))]),
          ],
        },
        { blocks: [paragraph(labels.states[state]), ...(reason === '' ? [] : [paragraph(reason, 'detail')])] },
      ],
    }
  })
  const { language } = options
  return [
    heading(2, labels.proposals),
    {
      kind: 'table',
      look: 'ruled',
      columns: [
        { heading: labels.delegation, width: 20 },
        { heading: labels.row, width: 14 },
        { heading: labels.proposal, width: 48 },
        { heading: labels.state, width: language === 'en' ? 20 : 24 },
      ],
      rows,
    },
  ]
}

/**
 * The base text with every delegation's proposals in it: `[Mexico: …]` with inserted and struck words under what it changes, justifications as
 * footnotes, proposed rows numbered `bis` and `ter`, then all proposals by delegation with the state of each.
 */
export function compilationDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const labels = negotiationLabels[options.language]
  const inBrackets = plan.proposals.filter((proposal) => inText.has(stateOf(plan, proposal)))
  const shown = byDelegation(inBrackets, options)
  const about = Map.groupBy(shown, ({ change }) => recordOf(change))
  const seen = asProposed(
    plan,
    shown.filter(({ change }) => change.kind === 'insert' && change.record.type === 'activity'),
  )
  const footnotes: Footnote[] = []
  const context: Context = { plan, options, labels, about, rows: labelsWith(plan, seen.activities), footnotes, justified: new Set() }
  const named = latestRevision(plan)
  const frame = planFrame(plan, options.language)
  const ofHeader = (about.get(plan.header.id) ?? []).map((proposal) => proposalParagraph(proposal, recordRuns(proposal, context), context))
  const newSections = shown.filter(({ change }) => change.kind === 'insert' && change.record.type === 'section')
  return {
    ...frame,
    title: `${labels.compilation} · ${planTitle(plan.header, options.language)}`,
    orientation: 'landscape',
    blocks: nestHeadings([
      heading(1, labels.compilation),
      paragraph(planTitle(plan.header, options.language), 'subtitle'),
      paragraph(labels.proposalsOn((named === null ? (plan.header.revision ?? '') : revisionName(named)) || labels.firstIssue), 'subtitle'),
      ...ofHeader,
      ...plan.sections.filter(({ id }) => about.has(id)).flatMap((section) => sectionBlocks(section, context)),
      ...newSections.map((proposal) => proposalParagraph(proposal, recordRuns(proposal, context), context)),
      ...mandateEntries(context),
      heading(2, documentLabels[options.language].calendar),
      ...calendarTable(seen.activities, context),
      ...proposalTable(context),
    ]),
    footnotes,
  }
}
