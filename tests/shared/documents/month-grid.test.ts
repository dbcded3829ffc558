import { describe, expect, it } from 'vitest'
import { headingTitle, plainText, type Table } from '#shared/documents/blocks.ts'
import { monthDocument } from '#shared/documents/month-grid.ts'
import { monthTitle, weekdayTitles } from '#shared/documents/month-names.ts'
import type { PlanDate } from '#shared/model/plan-date.ts'
import { aDate, anActivity, anItem, aPlan, on } from '../../builders/plan.ts'

const english = { language: 'en', register: null } as const

const planOf = (...dates: readonly PlanDate[]) =>
  aPlan({ activities: dates.map((when, index) => anActivity({ when, items: [anItem(`Activity ${index + 1}`)] })) })

const headingsOf = (document: ReturnType<typeof monthDocument>) =>
  document.blocks.flatMap((block) => (block.kind === 'heading' ? [headingTitle(block)] : []))

const tablesOf = (document: ReturnType<typeof monthDocument>): Table[] => document.blocks.filter((block) => block.kind === 'table')

const gridOf = (table: Table | undefined) =>
  table?.rows.map((row) => row.cells.map((cell) => (cell.muted ? `(${plainText(cell.blocks)})` : plainText(cell.blocks))))

describe('a month', () => {
  it('has its days under the right weekdays, with those of the months beside it muted', () => {
    const [table] = tablesOf(monthDocument(planOf(on('2021-01-26', '14:30')), english))
    expect(table?.columns.map((column) => column.heading)).toEqual([
      'Sunday',
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ])
    expect(gridOf(table)).toEqual([
      ['(27)', '(28)', '(29)', '(30)', '(31)', '1', '2'],
      ['3', '4', '5', '6', '7', '8', '9'],
      ['10', '11', '12', '13', '14', '15', '16'],
      ['17', '18', '19', '20', '21', '22', '23'],
      ['24', '25', '26\n2:30 p.m.\nActivity 1', '27', '28', '29', '30'],
      ['31', '(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
    ])
  })

  it('of four full weeks has four rows', () => {
    expect(gridOf(tablesOf(monthDocument(planOf(on('2026-02-03')), english))[0])).toHaveLength(4)
  })

  it('stands on a page of its own, from the first activity to the last', () => {
    const document = monthDocument(planOf(on('2021-11-30'), on('2022-02-01')), english)
    expect(headingsOf(document)).toEqual([
      'Work plan of the CAM, 2020-2021',
      'November 2021',
      'December 2021',
      'January 2022',
      'February 2022',
    ])
    expect(document.blocks.filter((block) => block.kind === 'page-break')).toHaveLength(3)
    expect(document.orientation).toBe('landscape')
  })

  it('is shown only where something happens when a stray year would make hundreds', () => {
    expect(headingsOf(monthDocument(planOf(on('2021-01-05'), on('2201-03-05')), english)).slice(1)).toEqual(['January 2021', 'March 2201'])
  })

  it('shows a meeting of several days on each of them, also over the end of the month', () => {
    const tables = tablesOf(monthDocument(planOf(aDate({ kind: 'range', start: '2021-01-30', end: '2021-02-02' })), english))
    const busy = tables.map((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((cell) => (plainText(cell.blocks).includes('Activity') ? [plainText(cell.blocks).split('\n')[0]] : [])),
      ),
    )
    expect(busy).toEqual([
      ['30', '31'],
      ['1', '2'],
    ])
  })

  it('tells below the grid what has a month but no day, and at the end what has neither', () => {
    const document = monthDocument(
      planOf(
        aDate({ kind: 'month', month: '2021-01', part: 'early' }, { tentative: true }),
        aDate({ kind: 'range', start: '2021-01-04', end: '2021-01-29' }),
        aDate({ kind: 'quarter', year: 2021, quarter: 2 }),
      ),
      english,
    )
    const told = document.blocks.filter((block) => block.kind !== 'table')
    expect(plainText(told)).toBe(
      [
        'Work plan of the CAM, 2020-2021',
        'January 2021',
        'During the month',
        'Early January 2021 – Tentative:',
        'Activity 1',
        'January 4–29, 2021:',
        'Activity 2',
        'Other dates',
        'Second quarter 2021:',
        'Activity 3',
      ].join('\n'),
    )
  })

  it('shortens in its box what is long, and tells it in full below', () => {
    const words = 'The committee hears the delegations on this matter. '.repeat(8).trim()
    const plan = aPlan({ activities: [anActivity({ when: on('2021-01-05'), items: [words] })] })
    const document = monthDocument(plan, english)
    const boxed = gridOf(tablesOf(document)[0])?.[1]?.[2] ?? ''
    expect(boxed.length).toBeLessThan(140)
    expect(boxed).toMatch(/^5\nThe committee hears .* …$/)
    expect(plainText(document.blocks)).toContain(`January 5, 2021 – Tuesday:\n${words}`)
  })

  it('says what is tentative or put off', () => {
    const plan = aPlan({
      activities: [
        anActivity({ when: { ...on('2021-01-05', '10:00'), tentative: true }, state: 'cancelled', items: ['One'] }),
        anActivity({ when: on('2021-01-06'), state: 'postponed', items: ['Two'] }),
      ],
    })
    const [table] = tablesOf(monthDocument(plan, { language: 'es', register: null }))
    expect(gridOf(table)?.[1]?.slice(2, 4)).toEqual(['5\n10:00 h, Tentativa, Cancelada\nOne', '6\nAplazada\nTwo'])
  })

  it('has names in every language', () => {
    expect(monthTitle('2021-03', 'en')).toBe('March 2021')
    expect(monthTitle('2021-03', 'es')).toBe('Marzo de 2021')
    expect(monthTitle('2021-08', 'fr')).toBe('Août 2021')
    expect(monthTitle('2021-03', 'pt')).toBe('Março de 2021')
    expect(weekdayTitles('es')).toEqual(['Domingo', 'Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado'])
    expect(weekdayTitles('fr')[0]).toBe('Dimanche')
    expect(weekdayTitles('pt')[2]).toBe('Terça-feira')
  })
})
