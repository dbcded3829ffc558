import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, monthsSpan } from '#shared/dates/calendar.ts'
import { readPlanDate } from '#shared/dates/read.ts'
import { sortKey, span } from '#shared/dates/span.ts'
import { formatPlanDate, writePlanDate, writeValue } from '#shared/dates/write.ts'
import { languages } from '#shared/model/language.ts'
import type { PlanDate, PlanDateValue } from '#shared/model/plan-date.ts'
import { aDate, on } from '../../builders/plan.ts'

describe('a date as the calendar shows it', () => {
  it.each([
    ['en', 'January 26, 2021', 'Tuesday, 2:30 p.m.'],
    ['es', '26 de enero de 2021', 'martes, 14:30 h'],
    ['fr', '26 janvier 2021', 'mardi, 14 h 30'],
    ['pt', '26 de janeiro de 2021', 'terça-feira, 14h30'],
  ] as const)('in %s', (language, main, detail) => {
    expect(writePlanDate(on('2021-01-26', '14:30'), language)).toEqual({ main, detail })
  })

  it.each([
    [
      'en',
      'November 2026',
      'November 5–8, 2007',
      'June 30 – July 2, 2021',
      'early March 2021',
      'first quarter 2027',
      'second half of 2013',
      'to be determined',
    ],
    [
      'es',
      'noviembre de 2026',
      '5 al 8 de noviembre de 2007',
      '30 de junio al 2 de julio de 2021',
      'principios de marzo de 2021',
      'primer trimestre de 2027',
      'segundo semestre de 2013',
      'por definir',
    ],
    [
      'fr',
      'novembre 2026',
      '5 au 8 novembre 2007',
      '30 juin au 2 juillet 2021',
      'début mars 2021',
      'premier trimestre 2027',
      'second semestre 2013',
      'à déterminer',
    ],
    [
      'pt',
      'novembro de 2026',
      '5 a 8 de novembro de 2007',
      '30 de junho a 2 de julho de 2021',
      'início de março de 2021',
      'primeiro trimestre de 2027',
      'segundo semestre de 2013',
      'a definir',
    ],
  ] as const)('of every precision in %s', (language, ...expected) => {
    const values: PlanDateValue[] = [
      { kind: 'month', month: '2026-11', part: null },
      { kind: 'range', start: '2007-11-05', end: '2007-11-08' },
      { kind: 'range', start: '2021-06-30', end: '2021-07-02' },
      { kind: 'month', month: '2021-03', part: 'early' },
      { kind: 'quarter', year: 2027, quarter: 1 },
      { kind: 'half', year: 2013, half: 2 },
      { kind: 'open' },
    ]
    expect(values.map((value) => writeValue(value, language))).toEqual(expected)
  })

  it('writes the first of a month as the French do', () => {
    expect(writePlanDate(on('2021-01-01', '14:00'), 'fr')).toEqual({ main: '1er janvier 2021', detail: 'vendredi, 14 h' })
  })

  it('shows the true weekday, and all that belongs to the date', () => {
    const written = on('2021-01-26', '10:00', '13:00')
    const date: PlanDate = {
      ...written,
      weekday: 5,
      tentative: true,
      note: 'in the Council’s room',
      alternative: { kind: 'quarter', year: 2021, quarter: 2 },
    }
    expect(writePlanDate(date, 'en').detail).toBe(
      'Tuesday, 10:00 a.m. – 1:00 p.m.; tentative; in the Council’s room; else second quarter 2021',
    )
  })

  it('shows the words of a date that cannot be read', () => {
    expect(writePlanDate(aDate({ kind: 'unreadable' }, { written: 'see\n annex' }), 'es')).toEqual({ main: 'see annex', detail: null })
  })

  it('leaves the field of a date that was never set empty', () => {
    expect(formatPlanDate(aDate({ kind: 'open' }), 'en')).toBe('')
    expect(formatPlanDate(aDate({ kind: 'open' }, { written: 'TBD' }), 'fr')).toBe('à déterminer')
  })
})

const aDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1950-01-01', count))
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const aYear = fc.integer({ min: 1950, max: 2099 })
const aMonth = fc.tuple(aYear, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

const vague: fc.Arbitrary<PlanDateValue> = fc.oneof(
  fc.record({
    kind: fc.constant('month' as const),
    month: aMonth,
    part: fc.constantFrom('early' as const, 'mid' as const, 'late' as const, null),
  }),
  fc.record({ kind: fc.constant('quarter' as const), year: aYear, quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('half' as const), year: aYear, half: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('year' as const), year: aYear }),
)
const dated: fc.Arbitrary<PlanDateValue> = fc.oneof(
  fc
    .record({ kind: fc.constant('date' as const), date: aDay, time: fc.option(aTime), endTime: fc.option(aTime) })
    .map((value) => ({ ...value, endTime: value.time === null || (value.endTime ?? '') <= value.time ? null : value.endTime })),
  fc.tuple(aDay, fc.integer({ min: 1, max: 300 })).map(([start, days]) => ({ kind: 'range' as const, start, end: addDays(start, days) })),
)
const anyDate: fc.Arbitrary<PlanDate> = fc
  .record({
    written: fc.constant('as it was'),
    value: fc.oneof(dated, vague),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    tentative: fc.boolean(),
    alternative: fc.option(fc.oneof(vague, dated)),
    note: fc.option(
      fc.constantFrom(
        'to be coordinated with CIDI',
        'a coordinar con la Secretaría',
        'salle du Conseil',
        'pending the approval of rev. 2',
        'Room (10th floor) – by video',
      ),
    ),
  })
  .map((date) => ({
    ...date,
    weekday: date.value.kind === 'date' || date.value.kind === 'range' ? date.weekday : null,
    alternative: date.alternative?.kind === 'date' ? { ...date.alternative, time: null, endTime: null } : date.alternative,
  }))

describe('a date in its edit field', () => {
  it.each(languages)('reads back to the same in %s', (language) => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const text = formatPlanDate(date, language)
        expect(readPlanDate(text, { language })).toEqual({ ...date, written: text })
      }),
      { seed: 4, numRuns: 1500 },
    )
  })
})

describe('the days a date spans', () => {
  it.each<[PlanDateValue, string, string]>([
    [{ kind: 'date', date: '2021-01-26', time: null, endTime: null }, '2021-01-26', '2021-01-26'],
    [{ kind: 'month', month: '2020-02', part: null }, '2020-02-01', '2020-02-29'],
    [{ kind: 'month', month: '2021-02', part: 'early' }, '2021-02-01', '2021-02-10'],
    [{ kind: 'month', month: '2021-02', part: 'mid' }, '2021-02-11', '2021-02-20'],
    [{ kind: 'month', month: '2021-02', part: 'late' }, '2021-02-21', '2021-02-28'],
    [{ kind: 'quarter', year: 2018, quarter: 1 }, '2018-01-01', '2018-03-31'],
    [{ kind: 'half', year: 2013, half: 2 }, '2013-07-01', '2013-12-31'],
    [{ kind: 'year', year: 2018 }, monthsSpan(2018, 1, 12).start, '2018-12-31'],
  ])('%o', (value, start, end) => {
    expect(span(value)).toEqual({ start, end })
  })

  it('sorts by first day, then hour, then length, and leaves open dates to the end', () => {
    const values: PlanDateValue[] = [
      { kind: 'open' },
      { kind: 'date', date: '2021-03-01', time: '14:30', endTime: null },
      { kind: 'quarter', year: 2021, quarter: 1 },
      { kind: 'date', date: '2021-03-01', time: '10:00', endTime: null },
      { kind: 'month', month: '2021-01', part: null },
    ]
    expect(values.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(({ kind }) => kind)).toEqual([
      'month',
      'quarter',
      'date',
      'date',
      'open',
    ])
    expect(span({ kind: 'unreadable' })).toBeNull()
  })
})
