import { describe, expect, it } from 'vitest'
import { type Block, plainText, type Table } from '#shared/documents/blocks.ts'
import { calendarDocument } from '#shared/documents/calendar.ts'
import { monthOf } from '#shared/documents/months.ts'
import { linked, planTitle } from '#shared/documents/plan-parts.ts'
import type { Language } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aDate, anActivity, anInstrument, anItem, aPlan, aRemark, on } from '../../builders/plan.ts'
import { samplePlan, sampleRegister } from './sample-plan.ts'

const tableOf = (blocks: readonly Block[]): Table => {
  const table = blocks.find((block) => block.kind === 'table')
  if (!table) throw new Error('There is no table')
  return table
}

const cellsOf = (plan: Plan, language: Language = 'en', register = sampleRegister()): string[][] =>
  tableOf(calendarDocument(plan, { language, register }).blocks).rows.map((row) => row.cells.map((cell) => plainText(cell.blocks)))

describe('the calendar', () => {
  it('has a row for every activity, with date, mandate and items', () => {
    expect(cellsOf(samplePlan())).toEqual([
      [
        'September 22, 2026\nTuesday, 10:00 a.m.',
        'Rules of Procedure for the Regular and Special Meetings of CIDI, Article 58',
        '1. Election of the Vice Chair\n2. Consideration and adoption of the work plan',
      ],
      [
        'October 13, 2026\nTuesday, 2:30 p.m.',
        'AG/RES. 2955 (L-O/20), operative paragraph 34\nAdvancing Hemispheric Initiatives on Integral Development: Promotion of Resilience',
        'Thematic meeting\n• Access to social benefits and pensions in host countries',
      ],
      [
        'November 2026\nTentative; to be coordinated with CIDI; else first quarter 2027',
        'AG/RES. 2904 (XLVII-O/17), operative paragraph 4',
        '• Meeting with the implementers of the Inter-American Program\n• Material for International Migrants Day',
      ],
      [
        'January 26, 2027\nTuesday, 10:00 a.m.',
        'AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20\nHemispheric Initiatives',
        'Thematic meeting\n• Migrants’ contributions to countries of origin\n– Remittances and development\n– Diasporas and their communities',
      ],
      [
        'February 16, 2027\nTuesday, 10:00 a.m.\nPostponed',
        'Resolution on climate\nAG/DEC. 88 (XLVI-O/16)\nAG/RES. 2910 (XLVII-O/17), operative paragraph 20\nMigration Flows',
        'Thematic meeting\n• Migration and climate change',
      ],
      [
        'March 9–11, 2027\nPadilha Vidal Room',
        'AG/RES. 2883 (XLVI-O/16)',
        'Meeting of experts on the return of migrants and their place in labour markets',
      ],
      ['To be determined', '', 'Publication of a catalogue of practices'],
    ])
  })

  it.each([
    ['es', '13 de octubre de 2026\nmartes, 14:30 h', 'Noviembre de 2026', 'Aplazada', 'Por definir'],
    ['fr', '13 octobre 2026\nmardi, 14 h 30', 'Novembre 2026', 'Reportée', 'À déterminer'],
    ['pt', '13 de outubro de 2026\nterça-feira, 14h30', 'Novembro de 2026', 'Adiada', 'A definir'],
  ] as const)('writes its dates in %s', (language, date, month, postponed, open) => {
    const rows = cellsOf(samplePlan(), language)
    expect(rows[1]?.[0]).toBe(date)
    expect(rows[2]?.[0]?.split('\n')[0]).toBe(month)
    expect(rows[4]?.[0]?.split('\n').at(-1)).toBe(postponed)
    expect(rows[6]?.[0]).toBe(open)
  })

  it('bookmarks the first row of each month, and no row without one', () => {
    const { rows } = tableOf(calendarDocument(samplePlan(), { language: 'es', register: null }).blocks)
    expect(rows.map((row) => row.bookmark ?? null)).toEqual([
      'Septiembre de 2026',
      'Octubre de 2026',
      'Noviembre de 2026',
      'Enero de 2027',
      'Febrero de 2027',
      'Marzo de 2027',
      null,
    ])
  })

  it('shows the quoted title in the plan’s language, and the register’s in another', () => {
    const cited = aCitation('AG/RES. 5', [], { title: 'As quoted' })
    const plan = aPlan({ activities: [anActivity({ mandate: [cited] })] })
    const register = createRegister([anInstrument('AG/RES. 5', { titles: { en: 'In English', es: 'En español' } })])
    const mandate = (language: Language) => cellsOf(plan, language, register)[0]?.[1]
    expect(mandate('en')).toBe('AG/RES. 5\nAs quoted')
    expect(mandate('es')).toBe('AG/RES. 5\nEn español')
    expect(mandate('fr')).toBe('AG/RES. 5\nAs quoted')
  })

  it('prints a citation by name as written where nobody knows the title', () => {
    const plan = aPlan({ activities: [anActivity({ mandate: [aCitation('Framework of Action', [], { symbol: null })] })] })
    expect(cellsOf(plan)[0]?.[1]).toBe('Framework of Action')
  })

  it('shows links to language versions that have an address', () => {
    const links = [
      { language: 'es' as const, url: 'https://example.org/es' },
      { language: 'en' as const, url: 'https://example.org/en' },
      { language: 'fr' as const, url: null },
    ]
    const plan = aPlan({ activities: [anActivity({ mandate: [aCitation('AG/RES. 5', [], { links })] })] })
    expect(cellsOf(plan)[0]?.[1]).toBe('AG/RES. 5\nEspañol - English')
  })

  it('keeps the words of a date that nobody can read, and remarks as they stand', () => {
    const when = aDate({ kind: 'unreadable' }, { written: 'after the rains' })
    const plan = aPlan({ activities: [anActivity({ when, mandate: [aRemark('2020 Resolution')], items: [anItem('Meeting')] })] })
    expect(cellsOf(plan)).toEqual([['After the rains', '2020 Resolution', 'Meeting']])
  })

  it('says so when there is no activity', () => {
    const document = calendarDocument(aPlan(), { language: 'fr', register: null })
    expect(plainText(document.blocks)).toContain('Aucune activité pour l’instant')
  })

  it('bears the head of the committee’s papers', () => {
    const { masthead, footer, date, title } = calendarDocument(samplePlan(), { language: 'pt', register: null })
    expect(masthead).toEqual({
      body: 'Inter-American Council for Integral Development (CIDI)',
      committee: 'Committee on Migration Issues (CAM)',
      lines: ['OEA/Ser.W', 'CIDI/CAM/doc.3/26 rev. 1', '14 de setembro de 2026', 'Original: inglês'],
      symbol: 'CIDI/CAM/doc.3/26 rev. 1',
    })
    expect([footer, date, title]).toEqual(['CIDI/CAM/doc.3/26 rev. 1', '2026-09-14', 'SCHEDULE OF ACTIVITIES, 2026-2027'])
  })

  it('leaves out of the head what the plan does not say', () => {
    const plan = aPlan({
      committee: { name: 'Committee', acronym: '', parentName: '', parentAcronym: 'CIDI' },
      revision: 'rev. 1',
      term: null,
      title: ' ',
    })
    const { masthead, footer, date, title } = calendarDocument(plan, { language: 'en', register: null })
    expect(masthead).toEqual({ body: 'CIDI', committee: 'Committee', lines: [], symbol: '' })
    expect([footer, date, title]).toEqual(['Committee', null, 'Calendar of activities'])
    expect(planTitle({ ...aPlan().header, title: '' }, 'es')).toBe('Calendario de actividades, 2020-2021')
  })
})

describe('words with addresses', () => {
  it('make links, without the stop that ends the sentence', () => {
    expect(linked('See https://example.org/a?b=1. Or (http://example.org/c), then.')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'text', text: 'https://example.org/a?b=1', link: 'https://example.org/a?b=1' },
      { kind: 'text', text: '. Or (' },
      { kind: 'text', text: 'http://example.org/c', link: 'http://example.org/c' },
      { kind: 'text', text: '), then.' },
    ])
    expect(linked('')).toEqual([])
  })
})

describe('the month of a date', () => {
  it('is that of its first day, where it has one', () => {
    expect(monthOf(on('2021-01-26').value)).toBe('2021-01')
    expect(monthOf({ kind: 'range', start: '2021-01-30', end: '2021-02-02' })).toBe('2021-01')
    expect(monthOf({ kind: 'month', month: '2021-03', part: 'early' })).toBe('2021-03')
    for (const value of [
      { kind: 'quarter', year: 2021, quarter: 1 },
      { kind: 'half', year: 2021, half: 1 },
      { kind: 'year', year: 2021 },
      { kind: 'open' },
    ] as const) {
      expect(monthOf(value)).toBeNull()
    }
  })
})
