import { describe, expect, it } from 'vitest'
import { type Block, type DocumentBlocks, headingTitle, plainText, type Table } from '#shared/documents/blocks.ts'
import { usualOrientation } from '#shared/documents/layout-names.ts'
import { layOut, layouts } from '#shared/documents/layouts.ts'
import type { PlanDocumentOptions } from '#shared/documents/plan-parts.ts'
import { aCitation, aDate, aMandate, anActivity, anItem, aPlan, aSection, aWaiver, on } from '../../builders/plan.ts'
import { samplePlan, sampleRegister } from './sample-plan.ts'

const english: PlanDocumentOptions = { language: 'en', register: sampleRegister() }

const tablesOf = ({ blocks }: DocumentBlocks): Table[] => blocks.filter((block) => block.kind === 'table')

const headings = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${headingTitle(block)}`] : []))

const rowsOf = (table: Table | undefined): string[][] => (table?.rows ?? []).map((row) => row.cells.map(({ blocks }) => plainText(blocks)))

/** Those that show the plan as it stands, without its negotiation. */
const ofThePlan = ['document', 'calendar', 'month', 'term', 'mandate', 'coverage', 'findings'] as const

describe('layouts', () => {
  it('lie as is usual for them, or as asked', () => {
    for (const layout of layouts) expect(layOut(samplePlan(), layout, english).orientation).toBe(usualOrientation(layout))
    expect(usualOrientation('calendar')).toBe('portrait')
    expect(usualOrientation('month')).toBe('landscape')
    expect(layOut(samplePlan(), 'calendar', { ...english, orientation: 'landscape' }).orientation).toBe('landscape')
  })

  it('have headings that skip no level, from the title on, in their cells too', () => {
    const levelsOf = (blocks: readonly Block[]): number[] =>
      blocks.flatMap((block) => {
        if (block.kind === 'heading') return [block.level]
        return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => levelsOf(cell.blocks))) : []
      })
    const former = { plan: aPlan({ sections: [aSection({ heading: 'Gone' })] }), name: 'rev. 1' }
    for (const layout of layouts) {
      const levels = levelsOf(layOut(samplePlan(), layout, { ...english, former }).blocks)
      expect(levels[0]).toBe(1)
      expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    }
  })

  it('say that a plan is empty', () => {
    const said = ofThePlan.map((layout) =>
      plainText(layOut(aPlan(), layout, english).blocks)
        .split('\n')
        .at(-1),
    )
    expect(said).toEqual([
      'No activities yet',
      'No activities yet',
      'No activities yet',
      'No activities yet',
      'No mandates yet',
      'No mandates yet',
      'The check finds nothing.',
    ])
  })

  it('say under the title of a draft what the check still finds, and under that of an issued document nothing', () => {
    for (const layout of ofThePlan) {
      const [, draft] = layOut(aPlan(), layout, { ...english, openErrors: 2 }).blocks
      expect(draft && plainText([draft])).toBe('Draft: the check finds 2 errors.')
      const issued = layOut(aPlan({ issued: '2020-09-14' }), layout, { ...english, openErrors: 2 })
      expect(plainText(issued.blocks)).not.toContain('Draft')
    }
  })
})

describe('the term on one page', () => {
  it('has a box for each month, with days and what they are about', () => {
    const [table] = tablesOf(layOut(samplePlan(), 'term', english))
    expect(rowsOf(table)).toEqual([
      [
        'September 2026\n22 Election of the Vice Chair; Consideration and adoption of the work plan',
        'October 2026\n13 Thematic meeting: Access to social benefits and pensions in host countries',
        'November 2026\nMeeting with the implementers of the Inter-American Program; Material for International Migrants Day (tentative)',
        'December 2026',
      ],
      [
        'January 2027\n26 Thematic meeting: Migrants’ contributions to countries of origin; Remittances and development; Diasporas and their communities',
        'February 2027\n16 Thematic meeting: Migration and climate change (postponed)',
        'March 2027\n9–11 Meeting of experts on the return of migrants and their place in labour markets',
        '',
      ],
    ])
  })

  it('shortens what shares its box with many', () => {
    const long = 'A meeting with everybody who has something to say about the movement of people in the region'
    const activities = Array.from({ length: 9 }, (_, index) => anActivity({ when: on(`2021-03-0${index + 1}`), items: [long] }))
    const [table] = tablesOf(layOut(aPlan({ activities }), 'term', english))
    expect(rowsOf(table)[0]?.[0]?.split('\n')[1]).toBe('1 A meeting with everybody who has something to say about\u00a0…')
  })

  it('tells activities that name no month below', () => {
    expect(plainText(layOut(samplePlan(), 'term', english).blocks)).toContain('Other dates\nTo be determined: Publication of a catalogue')
  })

  it('has three boxes across on upright paper', () => {
    const [table] = tablesOf(layOut(samplePlan(), 'term', { ...english, orientation: 'portrait' }))
    expect(table?.columns).toHaveLength(3)
    expect(table?.rows).toHaveLength(3)
  })
})

describe('activities by mandate', () => {
  it('stand under each listed paragraph with its words, in the order of the list', () => {
    const document = layOut(samplePlan(), 'mandate', english)
    expect(headings(document.blocks)).toEqual([
      '1 SCHEDULE OF ACTIVITIES, 2026-2027',
      '2 AG/RES. 2816 (XLIV-O/14)',
      '3 Operative paragraph 19',
      '3 Operative paragraph 20',
      '2 AG/RES. 2910 (XLVII-O/17)',
      '3 Operative paragraph 20',
      '2 AG/DEC. 88 (XLVI-O/16)',
    ])
    expect(plainText(document.blocks)).toContain('19. To ask the committee to work on integration.')
    expect(rowsOf(tablesOf(document)[0])[0]?.[0]).toBe('January 26, 2027\nTuesday, 10:00 a.m.')
    expect(rowsOf(tablesOf(document)[3])[0]?.[1]).toBe('Thematic meeting\n• Migration and climate change')
  })

  it('are those of one entry alone where it is named, and say when there is none', () => {
    const served = aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])
    const open = aMandate('AG/RES. 2816 (XLIV-O/14)', ['19'])
    const plan = aPlan({
      mandates: [open, served],
      activities: [anActivity({ when: on('2021-01-26'), mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])], items: ['Climate'] })],
    })
    const of = (mandate: string) => plainText(layOut(plan, 'mandate', { ...english, mandate }).blocks)
    expect(of(served.id)).toContain('Climate')
    expect(of(served.id)).not.toContain('AG/RES. 2816')
    expect(of(open.id)).toContain('No activity')
    expect(of('gone')).toContain('No mandates yet')
  })
})

describe('the coverage matrix', () => {
  const plan = aPlan({
    mandates: [aMandate('AG/RES. 2816 (XLIV-O/14)', ['19', '20']), aMandate('AG/RES. 2910 (XLVII-O/17)')],
    activities: [
      anActivity({ when: on('2021-01-26'), mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)', ['20'])] }),
      anActivity({ when: aDate({ kind: 'month', month: '2021-02', part: null }), mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)')] }),
      anActivity({ mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)')] }),
    ],
  })

  it('has a line for each listed provision and a column for each month', () => {
    const [table] = tablesOf(layOut(plan, 'coverage', english))
    expect(table?.columns.map((column) => column.heading)).toEqual(['MANDATE', 'Jan 21', 'Feb 21', 'NO MONTH'])
    expect(rowsOf(table)).toEqual([
      ['AG/RES. 2816 (XLIV-O/14)\nHemispheric Initiatives', '', '', ''],
      ['Operative paragraph 19', '', '(✓)', ''],
      ['Operative paragraph 20', '26', '(✓)', ''],
      ['AG/RES. 2910 (XLVII-O/17)\nMigration Flows', '', '', '✓'],
    ])
  })

  it('puts what nothing serves first, and says so in words and shade', () => {
    const { activities, ...rest } = plan
    const [table] = tablesOf(layOut({ ...rest, activities: activities.slice(0, 1) }, 'coverage', english))
    expect(rowsOf(table).map(([name]) => name)).toEqual([
      'AG/RES. 2816 (XLIV-O/14)\nHemispheric Initiatives',
      'Operative paragraph 19 – No activity',
      'Operative paragraph 20',
      'AG/RES. 2910 (XLVII-O/17) – No activity\nMigration Flows',
    ])
    expect(table?.rows.map((row) => row.cells[0]?.muted)).toEqual([undefined, true, false, true])
    expect(plainText(layOut(plan, 'coverage', english).blocks)).toContain('3 of 3 listed provisions are served.')
  })
})

describe('the findings report', () => {
  const row = anActivity({ when: on('2021-01-26'), items: [anItem('A meeting')] })
  const plan = aPlan({ activities: [row] })

  it('tells what was found place by place, with its weight and its rule', () => {
    const document = layOut(plan, 'findings', english)
    expect(plainText(document.blocks)).toContain('Findings of the check\n1 error')
    expect(rowsOf(tablesOf(document)[0])[0]).toEqual([
      'Row 1\nJanuary 26, 2021',
      'Error. This activity cites no mandate.\nactivity/no-mandate',
    ])
    expect(tablesOf(document)[0]?.rows[0]?.bookmark).toBe('Row 1')
  })

  it('tells what was let stand and why, apart', () => {
    const waiver = aWaiver('activity/no-mandate', { target: row.id, about: null, reason: 'The Chair’s own.' })
    const document = layOut({ ...plan, waivers: [waiver] }, 'findings', english)
    expect(headings(document.blocks)).toContain('2 Waived findings')
    expect(rowsOf(tablesOf(document).at(-1))[0]?.[1]).toBe(
      'Error. This activity cites no mandate.\nactivity/no-mandate\nWaived: The Chair’s own.',
    )
  })
})
