import { writeValue } from '../dates/write.ts'
import { negotiationLabels } from '../locales/documents/negotiation.ts'
import type { Decision } from '../model/decision.ts'
import { delegationName } from '../model/delegations.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import { kindOf, recordOf } from '../negotiation/change-kind.ts'
import { labelsWith } from '../negotiation/numbering.ts'
import { asProposed } from '../negotiation/propose.ts'
import { type DocumentBlocks, heading, paragraph, type Row, type Table, text } from './blocks.ts'
import { changedOnly, shortened } from './changed-parts.ts'
import { type PlanDocumentOptions, planFrame, planTitle } from './plan-parts.ts'

/** Every decision in the order in which it was taken: when, on whose proposal, what, by whom and why. */
export function decisionLogDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = negotiationLabels[language]
  const proposals = new Map(plan.proposals.map((proposal) => [proposal.id, proposal]))
  const rows = labelsWith(
    plan,
    asProposed(
      plan,
      plan.proposals.filter(({ change }) => change.kind === 'insert'),
    ).activities,
  )
  const row = ({ proposal: id, at, by, outcome, reason }: Decision): Row => {
    const proposal = proposals.get(id)
    return {
      cells: [
        { blocks: [paragraph(writeValue({ kind: 'date', date: at.slice(0, 10), time: null, endTime: null }, language))] },
        {
          blocks: [
            paragraph([text(delegationName(proposal?.author.delegation ?? '', language), { bold: true })]),
            ...(proposal === undefined
              ? []
              : [paragraph(`${rows.get(recordOf(proposal.change)) ?? labels.text} · ${labels.kinds[kindOf(proposal.change)]}`, 'detail')]),
          ],
        },
        { blocks: proposal === undefined ? [] : [paragraph(wordsOf(proposal, language))] },
        { blocks: [paragraph(labels.states[outcome]), paragraph(by.name || delegationName(by.delegation, language), 'detail')] },
        { blocks: reason.trim() === '' ? [] : [paragraph(reason)] },
      ],
    }
  }
  const taken = plan.decisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  const table: Table = {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.date, width: 18 },
      { heading: labels.delegation, width: 18 },
      { heading: labels.proposal, width: 38 },
      { heading: labels.state, width: 18 },
      { heading: labels.reason, width: 24 },
    ],
    rows: taken.map(row),
  }
  return {
    ...planFrame(plan, language),
    title: `${labels.decisionLog} · ${planTitle(plan.header, language)}`,
    orientation: 'landscape',
    blocks: [
      heading(1, labels.decisionLog),
      paragraph(planTitle(plan.header, language), 'subtitle'),
      taken.length === 0 ? paragraph(labels.noDecisions) : table,
    ],
    footnotes: [],
  }
}

function wordsOf({ change }: Proposal, language: PlanDocumentOptions['language']) {
  const labels = negotiationLabels[language]
  if (change.kind === 'set') return shortened(changedOnly(change.field, change.was, change.value, language))
  return [text(labels.kinds[kindOf(change)], { italic: true })]
}
