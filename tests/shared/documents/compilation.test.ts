import { describe, expect, it } from 'vitest'
import { type Block, type DocumentBlocks, headingTitle, plainText, type Run, type Table } from '#shared/documents/blocks.ts'
import { comparisonDocument } from '#shared/documents/comparison.ts'
import { compilationDocument } from '#shared/documents/compilation.ts'
import { decisionLogDocument } from '#shared/documents/decision-log.ts'
import type { Author } from '#shared/model/author.ts'
import { type Language, languages } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Outcome } from '#shared/model/decision.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { aBlock, anActivity, anItem, aPlan, aSection, counterIds, on } from '../../builders/plan.ts'

const makeId = counterIds(0x3000)
const options = { language: 'en', register: null } as const

const intro = aSection({ kind: 'introduction', heading: 'Introduction', blocks: [aBlock('The Committee will meet four times.')] })
const opening = anActivity({ when: on('2026-09-22'), items: [anItem('Election of the Vice Chair')] })
const pensions = anActivity({ when: on('2026-10-13'), mandate: ['AG/RES. 2955 (L-O/20)'], items: [anItem('Access to pensions')] })
const report = anActivity({ when: on('2026-11-17'), items: [anItem('Approval of the report')] })
const base = aPlan({
  sections: [intro],
  activities: [opening, pensions, report],
  revisions: [
    {
      type: 'revision',
      id: makeId(),
      kind: 'rev',
      number: 1,
      language: null,
      date: '2026-09-01',
      at: '2026-09-01T12:00:00Z',
      note: '',
      hash: '0'.repeat(64),
      rows: [opening.id, pensions.id, report.id],
    },
  ],
})

const aProposal = (delegation: string, change: ProposedChange, more: Partial<Proposal> = {}): Proposal => ({
  type: 'proposal',
  id: makeId(),
  author: { name: '', delegation, role: 'delegation', key: null },
  at: '2026-09-20T10:00:00Z',
  change,
  justification: '',
  parent: null,
  revision: null,
  sent: '2026-09-20T12:00:00Z',
  withdrawn: null,
  ...more,
})

const [pensionsItem] = pensions.items
const [reportRow] = base.activities.slice(2)
if (pensionsItem === undefined || reportRow === undefined) throw new Error('the plan has items')

const words = aProposal(
  'Mexico',
  {
    kind: 'set',
    type: 'activity',
    record: pensions.id,
    field: 'items',
    was: pensions.items,
    value: [{ ...pensionsItem, text: 'Access to pensions and health services' }],
  },
  { justification: 'The paragraph cited names both.' },
)
const date = aProposal('Canada', {
  kind: 'set',
  type: 'activity',
  record: pensions.id,
  field: 'when',
  was: pensions.when,
  value: on('2026-10-20'),
})
const row = aProposal('Brazil', {
  kind: 'insert',
  record: anActivity({ items: [anItem('Round table on labour mobility')], order: 'zz' }),
  after: pensions.id,
})
const removal = aProposal('Chile', { kind: 'remove', record: reportRow })
const text = aProposal('Peru', {
  kind: 'set',
  type: 'section',
  record: intro.id,
  field: 'blocks',
  was: intro.blocks,
  value: intro.blocks.map((block) => ({ ...block, text: 'The Committee will meet five times.' })),
})
const plan: Plan = { ...base, proposals: [words, date, row, removal, text] }

const chair: Author = { name: 'A. Chair', delegation: 'Chair', role: 'chair', key: null }
function decided(proposal: Proposal, outcome: Outcome, reason = ''): Plan {
  const decision = decide(plan, proposal, { id: makeId(), outcome, by: chair, at: '2026-10-01T10:00:00Z', reason, instead: null })
  const applied = decision.ok ? applyChanges(plan, decision.value) : decision
  if (!applied.ok) throw new Error(JSON.stringify(applied.error))
  return applied.value
}

/** Inserted words stand between plus signs and struck ones between minus signs; a note is its number in round brackets. */
const shown = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      run.kind === 'note'
        ? `(${run.number})`
        : run.change === 'inserted'
          ? `+${run.text}+`
          : run.change === 'struck'
            ? `-${run.text}-`
            : run.text,
    )
    .join('')

const lines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [shown(block.runs)] : block.kind === 'heading' ? [headingTitle(block)] : []))
const tables = ({ blocks }: DocumentBlocks): Table[] => blocks.filter((block) => block.kind === 'table')
const cellsOf = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map(({ cells }) => cells.map(({ blocks }) => lines(blocks).join(' / ')))

describe('A compilation', () => {
  const document = compilationDocument(plan, options)
  const [calendar, list] = tables(document)

  it('is the base text with every proposal in brackets under what it changes, attributed, words struck and inserted', () => {
    expect(cellsOf(calendar)).toEqual([
      ['1', 'September 22, 2026 / Tuesday', '', 'Election of the Vice Chair'],
      [
        '2',
        'October 13, 2026 / Tuesday / [Canada: -October 13, 2026- +October 20, 2026+]',
        'AG/RES. 2955 (L-O/20)',
        'Access to pensions / [Mexico: Access to pensions+ and health services+(1)]',
      ],
      ['+2bis+', '', '', '[Brazil: +Round table on labour mobility+]'],
      ['3', 'November 17, 2026 / Tuesday', '', 'Approval of the report / [Chile: delete -Approval of the report-]'],
    ])
  })

  it('gives justifications as footnotes in the delegation’s name', () => {
    expect(document.footnotes.map(({ number, runs }) => `${number} ${shown(runs)}`)).toEqual(['1 Mexico: The paragraph cited names both.'])
  })

  it('gives the justification of a proposal on several paragraphs once', () => {
    const long = aSection({ heading: 'Aims', blocks: [aBlock('Four meetings.'), aBlock('Four reports.')] })
    const five = aProposal(
      'Peru',
      {
        kind: 'set',
        type: 'section',
        record: long.id,
        field: 'blocks',
        was: long.blocks,
        value: long.blocks.map((block) => ({ ...block, text: block.text.replace('Four', 'Five') })),
      },
      { justification: 'There are five themes.' },
    )
    const compiled = compilationDocument({ ...base, sections: [long], proposals: [five] }, options)
    expect(lines(compiled.blocks)).toEqual(expect.arrayContaining(['[Peru: -Four-+Five+ meetings.(1)]', '[Peru: -Four-+Five+ reports.]']))
    expect(compiled.footnotes.map(({ runs }) => shown(runs))).toEqual(['Peru: There are five themes.'])
  })

  it('shows a proposal on the introduction under its paragraph', () => {
    expect(lines(document.blocks)).toEqual([
      'Compilation of proposals',
      'Work plan of the CAM, 2020-2021',
      'Proposals received on rev. 1',
      'Introduction',
      'The Committee will meet four times.',
      '[Peru: The Committee will meet- four-+ five+ times.]',
      'Calendar of activities',
      'Proposals by delegation',
    ])
  })

  it('keeps the headings of a part at their ranks, with their notes, and proposals on them below', () => {
    const scope = aBlock('Scope of the work', {
      kind: 'heading',
      footnotes: [{ id: makeId(), at: 5, text: 'As agreed in 2019.' }],
      marks: [{ kind: 'italic', start: 13, end: 17 }],
    })
    const part = aSection({ heading: 'Method', blocks: [scope, aBlock('Meetings', { kind: 'heading', level: 1 })] })
    const proposed = aProposal('Peru', {
      kind: 'set',
      type: 'section',
      record: part.id,
      field: 'blocks',
      was: part.blocks,
      value: part.blocks.map((block) => (block === scope ? { ...block, text: 'Scope of all work' } : block)),
    })
    const { blocks, footnotes } = compilationDocument({ ...base, sections: [part], proposals: [proposed] }, options)
    expect(blocks.slice(3, 7)).toEqual([
      { kind: 'heading', level: 2, runs: [{ kind: 'text', text: 'Method' }] },
      {
        kind: 'heading',
        level: 3,
        runs: [
          { kind: 'text', text: 'Scope' },
          { kind: 'note', number: 1 },
          { kind: 'text', text: ' of the ' },
          { kind: 'text', text: 'work', italic: true },
        ],
      },
      expect.objectContaining({ kind: 'paragraph' }),
      { kind: 'heading', level: 4, runs: [{ kind: 'text', text: 'Meetings' }] },
    ])
    expect(lines(blocks)[5]).toBe('[Peru: Scope of- the-+ all+ work]')
    expect(footnotes.map(({ runs }) => shown(runs))).toEqual(['As agreed in 2019.'])
  })

  it('lists all proposals by delegation with the state of each', () => {
    expect(cellsOf(list)).toEqual([
      ['Brazil', '2bis', 'new: +Round table on labour mobility+', 'open'],
      ['Canada', '2', 'date: -October 13, 2026- +October 20, 2026+', 'open'],
      ['Chile', '3', 'delete: -Approval of the report-', 'open'],
      ['Mexico', '2', 'words: Access to pensions+ and health services+', 'open'],
      ['Peru', 'Introduction', 'words: The Committee will meet- four-+ five+ times.', 'open'],
    ])
  })

  it('calls delegations by their names in its language, and puts them in the order of these', () => {
    const french = compilationDocument({ ...plan, proposals: [text, row] }, { language: 'fr', register: null })
    expect(cellsOf(tables(french).at(-1)).map(([who]) => who)).toEqual(['Brésil', 'Pérou'])
    expect(lines(french.blocks)).toContainEqual(expect.stringMatching(/^\[Pérou: /))
    const asked = ['United States', 'Ecuador', 'Dominican Republic'].map((name) => aProposal(name, text.change))
    const order = (language: Language) =>
      cellsOf(tables(compilationDocument({ ...plan, proposals: asked }, { language, register: null })).at(-1)).map(([who]) => who)
    expect(order('en')).toEqual(['Dominican Republic', 'Ecuador', 'United States'])
    expect(order('es')).toEqual(['Ecuador', 'Estados Unidos', 'República Dominicana'])
  })

  it('once decided: an accepted proposal is the text, a rejected one is in the table alone with the reason', () => {
    const [after, states] = tables(compilationDocument(decided(words, 'accepted'), options))
    expect(cellsOf(after)[1]?.[3]).toBe('Access to pensions and health services')
    expect(cellsOf(states)[3]?.[3]).toBe('accepted')
    const [without, refused] = tables(compilationDocument(decided(removal, 'rejected', 'The report is due that month.'), options))
    expect(cellsOf(without)[3]?.[3]).toBe('Approval of the report')
    expect(cellsOf(refused)[2]?.[3]).toBe('rejected / The report is due that month.')
  })

  it.each(languages)('says everything in %s', (language) => {
    const { blocks } = compilationDocument(plan, { language, register: null })
    expect(plainText(blocks)).toContain('Round table on labour mobility')
    expect(plainText(blocks)).not.toContain('undefined')
  })
})

describe('A comparison of two revisions', () => {
  it('shows the rows that differ, with words struck and inserted, and counts them', () => {
    const now = decided(words, 'accepted')
    const document = comparisonDocument(
      { ...now, header: { ...now.header, revision: 'rev. 2' } },
      { ...options, former: { plan, name: 'rev. 1' } },
    )
    expect(lines(document.blocks)).toEqual([
      'Comparison',
      'Work plan of the CAM, 2020-2021',
      'rev. 1 compared with rev. 2',
      '0 added, 0 removed, 1 changed',
      'Calendar of activities',
    ])
    expect(cellsOf(tables(document)[0])).toEqual([
      ['2', 'October 13, 2026', 'AG/RES. 2955 (L-O/20)', 'Access to pensions+ and health services+'],
    ])
  })

  it('shows the headings that differ as headings, with words struck and inserted', () => {
    const [scope, meetings] = [aBlock('Scope', { kind: 'heading' }), aBlock('Meetings', { kind: 'heading', level: 1 })]
    const part = aSection({ heading: 'Method', blocks: [scope, meetings, aBlock('They are short.')] })
    const now = {
      ...part,
      heading: 'Method of work',
      blocks: [{ ...scope, text: 'Scope and aims' }, meetings, aBlock('Dates', { kind: 'heading' })],
    }
    const { blocks } = comparisonDocument(
      { ...base, sections: [now] },
      { ...options, former: { plan: { ...base, sections: [part] }, name: '' } },
    )
    expect(blocks.slice(4)).toEqual([
      {
        kind: 'heading',
        level: 2,
        runs: [
          { kind: 'text', text: 'Method' },
          { kind: 'text', text: ' of work', change: 'inserted' },
        ],
      },
      {
        kind: 'heading',
        level: 3,
        runs: [
          { kind: 'text', text: 'Scope' },
          { kind: 'text', text: ' and aims', change: 'inserted' },
        ],
      },
      { kind: 'paragraph', style: 'body', runs: [{ kind: 'text', text: 'They are short.', change: 'struck' }] },
      { kind: 'heading', level: 3, runs: [{ kind: 'text', text: 'Dates', change: 'inserted' }] },
    ])
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [headingTitle(block)] : [])).slice(1)).toEqual([
      'Method of work',
      'Scope and aims',
      'Dates',
    ])
  })

  it('of a plan with itself says that nothing differs', () => {
    expect(lines(comparisonDocument(plan, options).blocks)).toContain('The two texts say the same.')
  })
})

describe('The decision log', () => {
  it('tells when, on whose proposal, what, by whom and why', () => {
    expect(cellsOf(tables(decisionLogDocument(decided(removal, 'rejected', 'The report is due that month.'), options))[0])).toEqual([
      ['October 1, 2026', 'Chile / 3 · delete', 'delete', 'rejected / A. Chair', 'The report is due that month.'],
    ])
  })

  it('says so when nothing was decided', () => {
    expect(lines(decisionLogDocument(plan, { language: 'fr', register: null }).blocks).at(-1)).toBe('Aucune décision n’a été prise.')
  })
})
