import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from '#shared/dates/calendar.ts'
import { planRecord, termFrom } from '#shared/model/plan.ts'
import { planOf, recordsOf } from '#shared/operations/apply.ts'
import { moveDate, nextTerm, placesThatNameTerm, sameWeekdayNextYear } from '#shared/operations/next-term.ts'
import { aDate, aMandate, anActivity, aPlan, counterIds, on } from '../../builders/plan.ts'

const carried = (parts: Parameters<typeof aPlan>[0], renameTerm = true) => nextTerm(aPlan(parts), { makeId: counterIds(), renameTerm })

const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1960-01-01', count))

describe('a date moves to the same weekday a year later', () => {
  test.each([
    ['2021-01-26', '2022-01-25', 'a Tuesday stays a Tuesday'],
    ['2026-09-01', '2027-09-07', 'the first of a month takes a 53rd week, or it would fall into August'],
    ['2028-02-29', '2029-02-27', 'a leap day'],
    ['2027-03-01', '2028-03-06', 'across a leap day: March 1 is a Monday, and 52 weeks on is February 28'],
    ['2027-03-02', '2028-03-07', 'two days into March, across a leap day'],
  ])('%s becomes %s: %s', (from, to) => {
    expect(sameWeekdayNextYear(from)).toBe(to)
  })

  test('always: the same weekday and month of the next year, 52 or 53 weeks on', () => {
    fc.assert(
      fc.property(days, (date) => {
        const moved = sameWeekdayNextYear(date)
        expect(weekdayOf(moved)).toBe(weekdayOf(date))
        expect(moved.slice(0, 4)).toBe(String(Number(date.slice(0, 4)) + 1))
        expect(moved.slice(5, 7)).toBe(date.slice(5, 7))
        expect([364, 371]).toContain(daysBetween(date, moved))
      }),
    )
  })

  test('a range keeps its weekdays and its length', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (start, length) => {
        const { value } = moveDate(aDate({ kind: 'range', start, end: addDays(start, length) }))
        if (value.kind !== 'range') throw new Error('A range stays a range.')
        expect(daysBetween(value.start, value.end)).toBe(length)
        expect(weekdayOf(value.start)).toBe(weekdayOf(start))
      }),
    )
  })

  test('months, quarters, halves and years move by one; what says no date stays as typed', () => {
    expect(
      moveDate(aDate({ kind: 'month', month: '2026-12', part: 'early' }, { tentative: true, written: 'early December 2026' })),
    ).toEqual(aDate({ kind: 'month', month: '2027-12', part: 'early' }, { tentative: true }))
    expect(moveDate(aDate({ kind: 'quarter', year: 2027, quarter: 1 })).value).toEqual({ kind: 'quarter', year: 2028, quarter: 1 })
    expect(moveDate(aDate({ kind: 'half', year: 2027, half: 2 })).value).toEqual({ kind: 'half', year: 2028, half: 2 })
    expect(moveDate(aDate({ kind: 'year', year: 2027 })).value).toEqual({ kind: 'year', year: 2028 })
    const unreadable = aDate({ kind: 'unreadable' }, { written: 'when the papers are ready' })
    expect(moveDate(unreadable)).toEqual(unreadable)
    const alternative = { kind: 'quarter', year: 2027, quarter: 1 } as const
    expect(moveDate(aDate({ kind: 'month', month: '2026-12', part: null }, { alternative })).alternative).toEqual({
      ...alternative,
      year: 2028,
    })
  })
})

describe('the plan for the next term', () => {
  test('names the next term where texts named this one, in every way of writing it, or leaves them', () => {
    const title = 'Work plan 2026-2027'
    const activities = [
      anActivity({ items: ['Plan for 2026 – 2027', 'Report on 2026/27', 'Follow-up to 2025-2026', 'Document 12026-20271'] }),
    ]
    const parts = { title, term: termFrom(2026), activities }
    const next = carried(parts)
    expect(next.header).toMatchObject({ title: 'Work plan 2027-2028', term: { start: '2027-07-01', end: '2028-11-30' } })
    expect(next.activities[0]?.items.map(({ text }) => text)).toEqual([
      'Plan for 2027 – 2028',
      'Report on 2027/28',
      'Follow-up to 2025-2026',
      'Document 12026-20271',
    ])
    expect(carried(parts, false).header.title).toBe(title)
    expect(placesThatNameTerm(aPlan(parts))).toBe(3)
    expect(carried({ title: 'Work plan 2026', term: { start: '2026-01-01', end: '2026-12-31' } }).header.title).toBe('Work plan 2027')
  })

  test('plans held, postponed and cancelled activities again and drops the notes on how they went', () => {
    const next = carried({
      activities: [
        anActivity({ state: 'held', notes: 'Twelve states took part.', venue: 'Padilha Vidal Room' }),
        anActivity({ state: 'cancelled', notes: 'For lack of a quorum.' }),
        anActivity({ notes: 'With interpretation.' }),
      ],
    })
    expect(next.activities.map(({ state, notes, venue }) => [state, notes, venue])).toEqual([
      ['planned', '', 'Padilha Vidal Room'],
      ['planned', '', ''],
      ['planned', 'With interpretation.', ''],
    ])
  })

  test('keeps every mandate and row in order under new ids, and leaves the old plan as it was', () => {
    const records = fc.array(fc.tuple(days, fc.constantFrom('planned', 'held', 'postponed', 'cancelled'), fc.string()), { maxLength: 12 })
    fc.assert(
      fc.property(records, (rows) => {
        const plan = aPlan({
          term: termFrom(2026),
          mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20']), aMandate('AG/RES. 2955 (L-O/20)')],
          activities: rows.map(([date, state, text]) =>
            anActivity({ when: on(date), state, items: [text], mandate: ['AG/RES. 2955 (L-O/20)'] }),
          ),
        })
        const before = structuredClone(plan)
        const next = nextTerm(plan, { makeId: counterIds(), renameTerm: false })
        expect(plan).toEqual(before)
        for (const record of recordsOf(next)) expect(planRecord.safeParse(record).success).toBe(true)
        expect(planOf(recordsOf(next).toReversed())).toEqual(next)
        expect(next.activities.map(({ items }) => items.map(({ text }) => text))).toEqual(
          plan.activities.map(({ items }) => items.map(({ text }) => text)),
        )
        expect(next.mandates.map(({ citation }) => citation.symbol)).toEqual(plan.mandates.map(({ citation }) => citation.symbol))
        const idsOf = (value: unknown): string[] => Array.from(JSON.stringify(value).matchAll(/"id":"([^"]+)"/g), ([, id = '']) => id)
        const ids = idsOf(next)
        expect(new Set(ids).size).toBe(ids.length)
        const old = new Set(idsOf(plan))
        expect(ids.filter((id) => old.has(id))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
