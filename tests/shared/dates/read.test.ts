import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanDate } from '#shared/dates/read.ts'
import { termFrom } from '#shared/model/plan.ts'
import { planDate, type PlanDateValue } from '#shared/model/plan-date.ts'

const day = (date: string, time: string | null = null, endTime: string | null = null): PlanDateValue => ({
  kind: 'date',
  date,
  time,
  endTime,
})
const month = (of: string, part: 'early' | 'mid' | 'late' | null = null): PlanDateValue => ({ kind: 'month', month: of, part })
const range = (start: string, end: string): PlanDateValue => ({ kind: 'range', start, end })
const quarter = (year: number, count: number): PlanDateValue => ({ kind: 'quarter', year, quarter: count })
const half = (year: number, count: number): PlanDateValue => ({ kind: 'half', year, half: count })

const valueOf = (text: string): PlanDateValue => readPlanDate(text).value

describe('dates as plans write them', () => {
  it.each<[string, PlanDateValue]>([
    ['SEPTEMBER 22 – 2017', day('2017-09-22')],
    ['OCTOBER 2017', month('2017-10')],
    ['FEBRUARY-2018', month('2018-02')],
    ['MARCH – 2018', month('2018-03')],
    ['MAY - 2018', month('2018-05')],
    ['AUGUST 17, 2021', day('2021-08-17')],
    ['January 3rd, 2021', day('2021-01-03')],
    ['the 3rd of January, 2021', day('2021-01-03')],
    ['26 January 2021', day('2021-01-26')],
    ['26 de enero de 2021', day('2021-01-26')],
    ['26 DE ENERO DEL 2021', day('2021-01-26')],
    ['le 26 janvier 2021 à 14 h 30', day('2021-01-26', '14:30')],
    ['1er janvier 2021', day('2021-01-01')],
    ['1º de março de 2021', day('2021-03-01')],
    ['26 de janeiro de 2021 às 14h30', day('2021-01-26', '14:30')],
    ['2021-03-30', day('2021-03-30')],
    ['2021-03-30T14:30', day('2021-03-30', '14:30')],
    ['30/03/2021 14h30', day('2021-03-30', '14:30')],
    ['03/30/2021', day('2021-03-30')],
    ['04/03/2021', day('2021-03-04')],
    ['30.3.2021', day('2021-03-30')],
    ['30-03-21', day('2021-03-30')],
    ['22-Sep-17', day('2017-09-22')],
    ['03/2021', month('2021-03')],
    ['2021-03', month('2021-03')],
    ['2018', { kind: 'year', year: 2018 }],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it('reads non-breaking spaces, missing accents, capitals and misspelt months', () => {
    expect(valueOf('26\u00a0JANVIER\u00a02021')).toEqual(day('2021-01-26'))
    expect(valueOf('15 fevrier 2021')).toEqual(day('2021-02-15'))
    expect(valueOf('MIERCOLES 16 de diciembre de 2020')).toEqual(day('2020-12-16'))
    expect(valueOf('Febuary 2018')).toEqual(month('2018-02'))
    expect(valueOf('Setpember 22, 2017')).toEqual(day('2017-09-22'))
    expect(valueOf('22 de setiembre de 2017')).toEqual(day('2017-09-22'))
    expect(valueOf('26 janv. 2021')).toEqual(day('2021-01-26'))
    expect(valueOf('Sept. 7, 2021')).toEqual(day('2021-09-07'))
  })

  it('gives a misspelling that is near two months to the language of the plan', () => {
    expect(readPlanDate('5 juln 2021', { language: 'en' }).value).toEqual(day('2021-07-05'))
    expect(readPlanDate('5 juln 2021', { language: 'fr' }).value).toEqual(day('2021-06-05'))
    expect(readPlanDate('5 juln 2021').value).toEqual({ kind: 'unreadable' })
  })

  it('takes no word for a misspelt month unless it stands beside a number', () => {
    expect(valueOf('Julia')).toEqual({ kind: 'unreadable' })
  })
})

describe('ranges', () => {
  it.each<[string, PlanDateValue]>([
    ['November 5-8, 2007', range('2007-11-05', '2007-11-08')],
    ['5–8 November 2007', range('2007-11-05', '2007-11-08')],
    ['5 al 8 de noviembre de 2007', range('2007-11-05', '2007-11-08')],
    ['del 5 al 8 de noviembre de 2007', range('2007-11-05', '2007-11-08')],
    ['du 5 au 8 novembre 2007', range('2007-11-05', '2007-11-08')],
    ['de 5 a 8 de novembro de 2007', range('2007-11-05', '2007-11-08')],
    ['30 June – 2 July 2021', range('2021-06-30', '2021-07-02')],
    ['June 30 – July 2, 2021', range('2021-06-30', '2021-07-02')],
    ['December 30, 2020 – January 2, 2021', range('2020-12-30', '2021-01-02')],
    ['December 30 – January 2, 2021', range('2020-12-30', '2021-01-02')],
    ['Monday 5 to Thursday 8 November 2007', range('2007-11-05', '2007-11-08')],
    ['5, 6 y 7 de mayo de 2021', range('2021-05-05', '2021-05-07')],
    ['October – November 2017', range('2017-10-01', '2017-11-30')],
    ['2017-2018', range('2017-01-01', '2018-12-31')],
    ['8-5 November 2007', { kind: 'unreadable' }],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it('keeps the second of two days that are no range as a note', () => {
    expect(readPlanDate('5 and 19 May 2021')).toMatchObject({ value: day('2021-05-05'), note: 'and 19 May 2021' })
  })
})

describe('vaguer dates', () => {
  it.each<[string, PlanDateValue]>([
    ['early March 2021', month('2021-03', 'early')],
    ['mid-March 2021', month('2021-03', 'mid')],
    ['end of March 2021', month('2021-03', 'late')],
    ['principios de marzo de 2021', month('2021-03', 'early')],
    ['a mediados de marzo de 2021', month('2021-03', 'mid')],
    ['segunda quincena de marzo de 2021', month('2021-03', 'late')],
    ['mi-mars 2021', month('2021-03', 'mid')],
    ['début mars 2021', month('2021-03', 'early')],
    ['fim de março de 2021', month('2021-03', 'late')],
    ['second half of March 2021', month('2021-03', 'late')],
    ['second half of 2013', half(2013, 2)],
    ['primer semestre de 2021', half(2021, 1)],
    ['H2 2013', half(2013, 2)],
    ['Q1 2018', quarter(2018, 1)],
    ['2018 Q1', quarter(2018, 1)],
    ['1T 2018', quarter(2018, 1)],
    ['first quarter 2018', quarter(2018, 1)],
    ['last quarter of 2018', quarter(2018, 4)],
    ['III trimestre de 2018', quarter(2018, 3)],
    ['1er trimestre 2021', quarter(2021, 1)],
    ['deuxième trimestre 2021', quarter(2021, 2)],
    ['terceiro trimestre de 2021', quarter(2021, 3)],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it.each(['to be determined', 'TBD', 'Fecha por definir', 'À déterminer', 'a definir', '', ' \n ', '-'])('open: “%s”', (text) => {
    expect(readPlanDate(text)).toEqual({
      written: text,
      value: { kind: 'open' },
      weekday: null,
      tentative: false,
      alternative: null,
      note: null,
    })
  })
})

describe('weekdays and times', () => {
  it('keeps the weekday that was written, right or wrong', () => {
    expect(readPlanDate('JANUARY 26, 2021 \nTuesday, 2:30 p.m.')).toMatchObject({
      value: day('2021-01-26', '14:30'),
      weekday: 2,
      note: null,
    })
    expect(readPlanDate('Friday, January 26, 2021')).toMatchObject({ value: day('2021-01-26'), weekday: 5 })
    expect(readPlanDate('segunda-feira, 25 de janeiro de 2021, 14h30')).toMatchObject({ value: day('2021-01-25', '14:30'), weekday: 1 })
    expect(readPlanDate('mar 30 mar 2021')).toMatchObject({ value: day('2021-03-30'), weekday: 2 })
  })

  it.each([
    ['10:00 a.m. – 1:00 p.m.', '10:00', '13:00'],
    ['10 to 11:30 a.m.', '10:00', '11:30'],
    ['2-5 pm', '14:00', '17:00'],
    ['11-1 p.m.', '11:00', '13:00'],
    ['de 10:00 a 13:00 h', '10:00', '13:00'],
    ['10h30 à 12h', '10:30', '12:00'],
    ['das 10h às 13h', '10:00', '13:00'],
    ['12:15 a.m.', '00:15', null],
    ['12 noon', null, null],
    ['a las 14:30 horas', '14:30', null],
    ['2.30 p.m.', '14:30', null],
    ['midi', '12:00', null],
    ['meio-dia', '12:00', null],
  ])('%s', (written, time, endTime) => {
    const { value } = readPlanDate(`5 May 2021\n${written}`)
    expect(value).toEqual(day('2021-05-05', written === '12 noon' ? '12:00' : time, endTime))
  })
})

describe('what else a cell says', () => {
  it('reads tentative dates with their note and alternative', () => {
    const written = 'DECEMBER 2017 (Tentative date, to be coordinated with CIDI) – Could be held first quarter 2018'
    expect(readPlanDate(written)).toEqual({
      written,
      value: month('2017-12'),
      weekday: null,
      tentative: true,
      alternative: quarter(2018, 1),
      note: 'to be coordinated with CIDI',
    })
    expect(readPlanDate('diciembre de 2017 (fecha tentativa) o primer trimestre de 2018')).toMatchObject({
      tentative: true,
      alternative: quarter(2018, 1),
    })
    expect(readPlanDate('décembre 2017, provisoire, sinon janvier 2018')).toMatchObject({
      tentative: true,
      alternative: month('2018-01'),
      note: null,
    })
    expect(readPlanDate('dezembro de 2017 (data a confirmar)')).toMatchObject({ value: month('2017-12'), tentative: true, note: null })
  })

  it('gives an alternative without a year the next one after the date', () => {
    expect(readPlanDate('December 2020 or January', { term: termFrom(2020) })).toMatchObject({ alternative: month('2021-01') })
  })

  it('keeps other words as a note', () => {
    expect(readPlanDate('January 26, 2021, 10:00 a.m. (Washington, D.C. time)')).toMatchObject({ note: 'Washington, D.C. time' })
    expect(readPlanDate('March 2021 (during the session of the Council)').note).toBe('during the session of the Council')
    expect(readPlanDate('March 2021, 10:00 a.m.').note).toBe('10:00 a.m.')
  })

  it.each(['see annex', 'February 30, 2021', '31/04/2021', '22', 'terça-feira, 14h30', 'x'.repeat(700), 'Launch of the 2017 report'])(
    'finds no date in “%s” and keeps the words',
    (text) => {
      expect(readPlanDate(text)).toEqual({
        written: text,
        value: { kind: 'unreadable' },
        weekday: null,
        tentative: false,
        alternative: null,
        note: null,
      })
    },
  )
})

describe('dates without a year', () => {
  const term = termFrom(2020)

  it('fall in the term', () => {
    expect(readPlanDate('tue 30 mar 2:30pm', { term })).toMatchObject({ value: day('2021-03-30', '14:30'), weekday: 2 })
    expect(readPlanDate('30/03', { term }).value).toEqual(day('2021-03-30'))
    expect(readPlanDate('december, tentative', { term }).value).toEqual(month('2020-12'))
    expect(readPlanDate('5-8 Nov', { term }).value).toEqual(range('2020-11-05', '2020-11-08'))
    expect(readPlanDate('first quarter', { term }).value).toEqual(quarter(2021, 1))
  })

  it('follow the weekday where the term holds the day twice', () => {
    expect(readPlanDate('Tuesday, September 21', { term }).value).toEqual(day('2021-09-21'))
    expect(readPlanDate('Monday, September 21', { term }).value).toEqual(day('2020-09-21'))
    expect(readPlanDate('July 9', { term }).value).toEqual(day('2021-07-09'))
  })

  it('are the next from today where there is no term', () => {
    expect(readPlanDate('30 March', { today: '2026-11-22' }).value).toEqual(day('2027-03-30'))
    expect(readPlanDate('30 December', { today: '2026-11-22' }).value).toEqual(day('2026-12-30'))
    expect(readPlanDate('30 March').value).toEqual({ kind: 'unreadable' })
  })

  it('do not reach outside a term of one calendar year', () => {
    expect(readPlanDate('29 February', { term: { start: '2021-01-01', end: '2021-12-31' } }).value).toEqual({ kind: 'unreadable' })
  })
})

describe('any text at all', () => {
  const words = [
    'January',
    'enero',
    '5',
    '26',
    '2021',
    '–',
    ',',
    '(',
    ')',
    'tentative',
    'or',
    'Q1',
    'first',
    'half',
    'of',
    'de',
    '14',
    'h',
    ':',
    '30',
    'p.m.',
    'mar',
    '\n',
    'tbd',
    'early',
    '/',
    '.',
    'a',
    'to',
  ]
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })), { maxLength: 14 })
    .map((parts) => parts.join(' '))

  it('knows no month before the first', () => {
    for (const text of ['0/2026', '00/2026', '06/[0/2026', '5/0/2026', '0/0/2026']) {
      const date = readPlanDate(text, { term: termFrom(2020) })
      expect([text, planDate.safeParse(date).success]).toEqual([text, true])
      expect(date.value.kind).not.toBe('month')
    }
  })

  it('gives a valid date and keeps the words', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), (text) => {
        const date = readPlanDate(text, { term: termFrom(2020) })
        expect(date.written).toBe(text)
        expect(planDate.safeParse(date).success).toBe(true)
      }),
      { seed: 20210126, numRuns: 3000 },
    )
  })
})

it('takes nothing and marks for an open date, but no lone word that a date may go on from', () => {
  for (const open of ['', '-', '—', '…', 'Tentative, for the']) expect(readPlanDate(open).value).toEqual({ kind: 'open' })
  for (const begun of ['d', 'el', 'a', 'on the']) expect(readPlanDate(begun).value).toEqual({ kind: 'unreadable' })
})
