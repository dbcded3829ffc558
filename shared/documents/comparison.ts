import { writeCitation } from '../cells/mandate-cell.ts'
import { type Pair, pairById } from '../lib/pair-by-id.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import { negotiationLabels } from '../locales/documents/negotiation.ts'
import type { Activity } from '../model/activity.ts'
import type { Language } from '../model/language.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import type { Block as PlanBlock, Section } from '../model/section.ts'
import { changedLines, isChanged } from '../negotiation/changed-lines.ts'
import { rowLabels } from '../negotiation/numbering.ts'
import { emptyActivity } from '../operations/edits.ts'
import { differences } from '../operations/restore.ts'
import { type Block, type Cell, type DocumentBlocks, heading, nestHeadings, paragraph, type Row, type TextBlock, text } from './blocks.ts'
import { changedOnly, changedRuns, comparedField } from './changed-parts.ts'
import { type PlanDocumentOptions, planFrame, planTitle } from './plan-parts.ts'
import { printedBlock } from './work-plan.ts'

const isSame = <Of>([then, now]: Pair<Of>): boolean => then === now

function comparedRow([then, now]: Pair<Activity>, label: string, language: Language): Row {
  const [was, is] = [then ?? emptyActivity('', ''), now ?? emptyActivity('', '')]
  const field = (name: 'when' | 'mandate' | 'items'): Cell => ({ blocks: comparedField(name, was[name], is[name], language, true) })
  return { cells: [{ blocks: [paragraph([text(label, { bold: true })])] }, field('when'), field('mandate'), field('items')] }
}

function comparedSection([then, now]: Pair<Section>, language: Language): TextBlock[] {
  const title = changedLines('heading', then?.heading ?? '', now?.heading ?? '', language).map((line) => heading(2, changedRuns(line)))
  return [...title, ...pairById(then?.blocks ?? [], now?.blocks ?? []).flatMap((pair) => comparedBlock(pair, language))]
}

/** A heading, quotation or paragraph that differs, and those of its notes that do. */
function comparedBlock([then, now]: Pair<PlanBlock>, language: Language): TextBlock[] {
  const block = now ?? then
  if (block === null) return []
  const changed = (part: (state: PlanBlock) => PlanBlock) => {
    const [was, is] = [then, now].map((state) => (state === null ? [] : [part(state)]))
    return changedLines('blocks', was, is, language).filter(isChanged).map(changedRuns)
  }
  return [
    ...changed((state) => ({ ...state, footnotes: [] })).map((runs) => printedBlock(block, runs)),
    ...changed((state) => ({ ...state, text: '' })).map((runs) => paragraph(runs)),
  ]
}

function comparedMandate([then, now]: Pair<Mandate>, { language }: PlanDocumentOptions): TextBlock {
  const words = (mandate: Mandate | null) => (mandate === null ? '' : writeCitation(mandate.citation, language))
  return paragraph(changedOnly('', words(then), words(now), language))
}

/**
 * What differs between two states of a plan: paragraphs, mandates and rows that changed, with inserted and struck words; then how much.
 * Rows that say the same are left out, and a row that was merely moved stands where it now is.
 */
export function comparisonDocument(now: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language, former: { plan: former, name: formerName } = { plan: now, name: '' } } = options
  const nowName = now.header.revision ?? ''
  const labels = negotiationLabels[language]
  const { date, mandate, activity, calendar, mandates } = documentLabels[language]
  const differing = new Set(differences(former, now).map(({ id }) => id))
  const differs = <Of extends { readonly id: string }>(pair: Pair<Of>): boolean =>
    !isSame(pair) && differing.has((pair[1] ?? pair[0])?.id ?? '')
  const [before, after] = [rowLabels(former), rowLabels(now)]
  const rows = pairById(former.activities, now.activities).filter(differs)
  const sections = pairById(former.sections, now.sections).filter(differs)
  const listed = pairById(former.mandates, now.mandates).filter(differs)
  const all = [...rows, ...sections, ...listed]
  const title = changedOnly('', former.header.title, now.header.title, language)
  const label = ([was, is]: Pair<Activity>): string => (is === null ? before.get(was?.id ?? '') : after.get(is.id)) ?? ''
  const table: Block = {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.row, width: 9 },
      { heading: date, width: 24 },
      { heading: mandate, width: 31 },
      { heading: activity, width: 46 },
    ],
    rows: rows.map((pair) => comparedRow(pair, label(pair), language)),
  }
  const isNothing = all.length === 0 && title.length === 0
  return {
    ...planFrame(now, language),
    title: `${labels.comparison} · ${planTitle(now.header, language)}`,
    orientation: 'landscape',
    blocks: nestHeadings([
      heading(1, labels.comparison),
      paragraph(planTitle(now.header, language), 'subtitle'),
      paragraph(labels.compared(formerName || labels.firstIssue, nowName || labels.firstIssue), 'subtitle'),
      paragraph(
        isNothing
          ? labels.noDifference
          : labels.counts(
              all.filter(([was]) => was === null).length,
              all.filter(([, is]) => is === null).length,
              all.filter(([was, is]) => was !== null && is !== null).length,
            ),
        'subtitle',
      ),
      ...(title.length > 0 ? [paragraph(title)] : []),
      ...sections.flatMap((pair) => comparedSection(pair, language)),
      ...(listed.length > 0 ? [heading(2, mandates), ...listed.map((pair) => comparedMandate(pair, options))] : []),
      ...(rows.length > 0 ? [heading(2, calendar), table] : []),
    ]),
    footnotes: [],
  }
}
