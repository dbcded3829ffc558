import type { Plan } from '#shared/model/plan.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { aRevision, anAuthor } from './negotiation.ts'
import { aBlock, aCitation, aMandate, anActivity, anItem, aPlan, aSection, counterIds, on } from './plan.ts'

const proposalIds = counterIds(0x70_0000)

const proposal = (delegation: string, change: ProposedChange, justification = ''): Proposal => ({
  type: 'proposal',
  id: proposalIds(),
  author: anAuthor(delegation),
  at: '2026-09-20T10:00:00Z',
  change,
  justification,
  parent: null,
  revision: null,
  sent: '2026-09-21T10:00:00Z',
  withdrawn: null,
})

/**
 * A plan of three rows in the midst of a round: its first revision is with the delegations. On row 2 Mexico and Canada rewrite the same words
 * and Brazil cites another paragraph; Chile wants a row after row 2, Peru another date for row 3 and other words in the introduction.
 */
export function aRound(): Plan {
  const items = [anItem('Thematic meeting'), anItem('· Access to social benefits and pensions in host countries')]
  const [heading, topic] = items
  const opening = anActivity({
    when: on('2026-09-22', '10:00'),
    mandate: ['AG/RES. 2738 (XLII-O/12)'],
    items: ['Election of the Vice Chair'],
  })
  const benefits = anActivity({ when: on('2026-10-13', '14:30'), mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])], items })
  const report = anActivity({ when: on('2026-11-17'), mandate: ['AG/RES. 2955 (L-O/20)'], items: ['Approval of the report'] })
  const introduction = aSection({
    kind: 'introduction',
    heading: 'Introduction',
    blocks: [aBlock('The Committee will hold four thematic meetings.')],
  })
  const plan = aPlan({
    title: 'Work plan 2026-2027',
    term: { start: '2026-07-01', end: '2027-11-30' },
    symbol: 'CIDI/CAM/doc.3/26',
    revision: 'rev. 1',
    sections: [introduction],
    mandates: [aMandate('AG/RES. 2738 (XLII-O/12)'), aMandate('AG/RES. 2910 (XLVII-O/17)', ['20']), aMandate('AG/RES. 2955 (L-O/20)')],
    activities: [opening, benefits, report],
  })
  if (heading === undefined || topic === undefined) throw new Error('The row has two items.')
  const rewrite = (text: string): ProposedChange => ({
    kind: 'set',
    type: 'activity',
    record: benefits.id,
    field: 'items',
    was: items,
    value: [heading, { ...topic, text }],
  })
  const proposals = [
    proposal(
      'Mexico',
      rewrite('Access to social benefits, health services and pensions in host countries, with attention to women and children'),
      'The paragraph cited names both groups.',
    ),
    proposal(
      'Canada',
      rewrite('Access to social benefits and portable pensions in countries of destination and return'),
      'Portability is the open question in the region.',
    ),
    proposal(
      'Brazil',
      {
        kind: 'set',
        type: 'activity',
        record: benefits.id,
        field: 'mandate',
        was: benefits.mandate,
        value: [aCitation('AG/RES. 2955 (L-O/20)', ['34'])],
      },
      'The newer paragraph says more.',
    ),
    proposal('Chile', {
      kind: 'insert',
      after: benefits.id,
      record: anActivity({ order: 'a1V', items: ['Round table on labour mobility'] }),
    }),
    proposal('Peru', { kind: 'set', type: 'activity', record: report.id, field: 'when', was: report.when, value: on('2026-12-01') }),
    proposal('Peru', {
      kind: 'set',
      type: 'section',
      record: introduction.id,
      field: 'blocks',
      was: introduction.blocks,
      value: introduction.blocks.map((block) => ({ ...block, text: 'The Committee will hold five thematic meetings.' })),
    }),
  ]
  const revision = aRevision(plan, 1)
  return { ...plan, proposals: proposals.map((one) => ({ ...one, revision: revision.id })), revisions: [revision] }
}
