import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { addDays } from '#shared/dates/calendar.ts'
import { span } from '#shared/dates/span.ts'
import { type CalendarOptions, calendarEvents } from '#shared/exchange/calendar-events.ts'
import { writeCalendar } from '#shared/exchange/icalendar.ts'
import { languages } from '#shared/model/language.ts'
import type { PlanDateValue } from '#shared/model/plan-date.ts'
import type { Plan } from '#shared/model/plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aDate, anActivity, anItem, aPlan, aRemark, numberedId, on } from '../../builders/plan.ts'

const options = (more: Partial<CalendarOptions> = {}): CalendarOptions => ({ language: 'en', register: createRegister([]), ...more })

const written = (plan: Plan, more: Partial<CalendarOptions> = {}): string => writeCalendar(calendarEvents(plan, options(more)))

/** What a calendar program makes of the file: its entries, their times as instants by the file's own rules of the zone. */
function read(text: string) {
  ICAL.TimezoneService.reset()
  const root = new ICAL.Component(ICAL.parse(text))
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

const first = (plan: Plan, more: Partial<CalendarOptions> = {}) => {
  const event = read(written(plan, more))[0]
  if (event === undefined) throw new Error('no entry')
  return event
}

const property = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name)

const utc = (time: ICAL.Time): string => new Date(time.toUnixTime() * 1000).toISOString()

test('a meeting stands at its hour in Washington, in winter and in summer', () => {
  const plan = aPlan({ activities: [anActivity({ when: on('2027-01-26', '14:30') }), anActivity({ when: on('2027-06-15', '14:30') })] })
  const [winter, summer] = read(written(plan))
  expect(winter && utc(winter.startDate)).toBe('2027-01-26T19:30:00.000Z')
  expect(summer && utc(summer.startDate)).toBe('2027-06-15T18:30:00.000Z')
})

test('days on which the clocks change', () => {
  const hour = (date: string, time: string) => utc(first(aPlan({ activities: [anActivity({ when: on(date, time) })] })).startDate)
  expect(hour('2027-03-13', '10:00')).toBe('2027-03-13T15:00:00.000Z')
  expect(hour('2027-03-14', '10:00')).toBe('2027-03-14T14:00:00.000Z')
  expect(hour('2026-11-01', '10:00')).toBe('2026-11-01T15:00:00.000Z')
  expect(hour('2026-10-31', '10:00')).toBe('2026-10-31T14:00:00.000Z')
  // Before 2007 the clocks went forward in April: a list of today's rules alone would put this an hour off.
  expect(hour('2006-03-20', '10:00')).toBe('2006-03-20T15:00:00.000Z')
})

test('another zone where it is asked for', () => {
  const plan = aPlan({ activities: [anActivity({ when: on('2027-01-26', '14:30') })] })
  expect(utc(first(plan, { timeZone: 'America/Bogota' }).startDate)).toBe('2027-01-26T19:30:00.000Z')
  expect(utc(first(plan, { timeZone: 'Europe/Paris' }).startDate)).toBe('2027-01-26T13:30:00.000Z')
  expect(written(plan, { timeZone: 'Europe/Paris' })).toContain('TZID:Europe/Paris')
})

test('a meeting without an end lasts three hours; one over midnight ends on the next day', () => {
  const end = (time: string, endTime: string | null) =>
    first(aPlan({ activities: [anActivity({ when: on('2027-01-26', time, endTime) })] })).endDate.toString()
  expect(end('14:30', null)).toBe('2027-01-26T17:30:00')
  expect(end('14:30', '16:00')).toBe('2027-01-26T16:00:00')
  expect(end('22:30', '01:00')).toBe('2027-01-27T01:00:00')
  expect(end('22:30', null)).toBe('2027-01-27T01:30:00')
})

test('a day and a range of days fill them; the end is the day after', () => {
  const plan = aPlan({
    activities: [
      anActivity({ when: on('2026-12-31') }),
      anActivity({ when: aDate({ kind: 'range', start: '2027-02-26', end: '2027-03-01' }) }),
    ],
  })
  const text = written(plan)
  expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTART;VALUE=DATE:20270226\r\nDTEND;VALUE=DATE:20270302\r\n')
  expect(read(text).map((event) => property(event, 'status'))).toEqual(['CONFIRMED', 'CONFIRMED'])
  expect(read(text).map((event) => property(event, 'transp'))).toEqual(['OPAQUE', 'OPAQUE'])
})

test.each<[PlanDateValue, string, string]>([
  [{ kind: 'month', month: '2028-02', part: null }, '20280201', '20280301'],
  [{ kind: 'month', month: '2027-03', part: 'early' }, '20270301', '20270311'],
  [{ kind: 'quarter', year: 2026, quarter: 4 }, '20261001', '20270101'],
  [{ kind: 'half', year: 2027, half: 1 }, '20270101', '20270701'],
  [{ kind: 'year', year: 2027 }, '20270101', '20280101'],
])('a period fills its days, tentative, and leaves the time free: %j', (value, start, end) => {
  const plan = aPlan({ activities: [anActivity({ when: aDate(value) })] })
  expect(written(plan)).toContain(`DTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${end}\r\n`)
  expect(property(first(plan), 'status')).toBe('TENTATIVE')
  expect(property(first(plan), 'transp')).toBe('TRANSPARENT')
})

test('tentative, postponed and cancelled activities say so', () => {
  const items = [anItem('Thematic meeting'), anItem('· Pensions')]
  const tentative = first(
    aPlan({ activities: [anActivity({ when: { ...on('2027-01-26'), tentative: true, note: 'to be coordinated' }, items })] }),
  )
  expect([tentative.summary, property(tentative, 'status')]).toEqual(['Thematic meeting: Pensions', 'TENTATIVE'])
  expect(tentative.description).toContain('Tentative; to be coordinated')
  const postponed = first(aPlan({ activities: [anActivity({ when: on('2027-01-26'), state: 'postponed', items })] }))
  expect([postponed.summary, property(postponed, 'status')]).toEqual(['Postponed: Thematic meeting: Pensions', 'TENTATIVE'])
  expect(postponed.description).toMatch(/^Postponed\n/)
  const cancelled = first(aPlan({ activities: [anActivity({ when: on('2027-01-26'), state: 'cancelled', items })] }))
  expect([cancelled.summary, property(cancelled, 'status')]).toEqual(['Cancelled: Thematic meeting: Pensions', 'CANCELLED'])
  expect(property(cancelled, 'transp')).toBe('TRANSPARENT')
})

test('what is to be read in an entry, in full', () => {
  const plan = aPlan({
    activities: [
      anActivity({
        when: aDate(
          { kind: 'month', month: '2026-11', part: null },
          { tentative: true, alternative: { kind: 'quarter', year: 2027, quarter: 1 } },
        ),
        mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)', ['19', '20'], { title: 'Migration; in the Americas' }), aRemark('2020 resolution')],
        items: [anItem('Thematic meeting'), anItem('· Access to pensions, and more'), anItem('· Remittances')],
        venue: 'Padilha Vidal Room, TL Level',
        notes: 'Ask the Chair about the speaker.',
      }),
    ],
  })
  const event = first(plan)
  expect(event.summary).toBe('Thematic meeting: Access to pensions, and more')
  expect(event.location).toBe('Padilha Vidal Room, TL Level')
  expect(property(event, 'categories')).toBe('Thematic meeting')
  expect(event.description).toBe(
    [
      'November 2026',
      'Tentative; else first quarter 2027',
      '',
      'Thematic meeting',
      '• Access to pensions, and more',
      '• Remittances',
      '',
      'AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20: Migration; in the Americas',
      '2020 resolution',
    ].join('\n'),
  )
})

test('four languages: the kind, the period and the references follow, the plan’s words stay', () => {
  const plan = aPlan({
    activities: [
      anActivity({
        when: aDate({ kind: 'quarter', year: 2027, quarter: 1 }),
        kind: 'negotiation',
        mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)', ['19', '20'])],
        items: ['Draft resolution'],
      }),
    ],
  })
  const seen = languages.map((language) => {
    const event = first(plan, { language })
    return [property(event, 'categories'), event.description.split('\n')[0], event.summary]
  })
  expect(seen).toEqual([
    ['Negotiation', 'First quarter 2027', 'Draft resolution'],
    ['Negociación', 'Primer trimestre de 2027', 'Draft resolution'],
    ['Négociation', 'Premier trimestre 2027', 'Draft resolution'],
    ['Negociação', 'Primeiro trimestre de 2027', 'Draft resolution'],
  ])
})

test('an entry without items is named by its kind', () => {
  expect(first(aPlan({ activities: [anActivity({ when: on('2027-01-26'), kind: 'election' })] })).summary).toBe('Election')
})

test('open dates and words that are no date are listed, with their rows', () => {
  const plan = aPlan({
    activities: [
      anActivity({ when: aDate({ kind: 'open' }) }),
      anActivity({ when: on('2027-01-26') }),
      anActivity({ when: aDate({ kind: 'unreadable' }, { written: 'after the elections' }) }),
    ],
  })
  const calendar = calendarEvents(plan, options())
  expect(calendar.events).toHaveLength(1)
  expect(calendar.leftOut).toEqual([
    { row: '1', written: 'to be determined', reason: 'open' },
    { row: '3', written: 'after the elections', reason: 'unreadable' },
  ])
})

test('a later revision replaces the entry: same identity, higher sequence, the document’s own date', () => {
  const activity = anActivity({ id: numberedId(7), when: on('2027-01-26') })
  const at = (revision: string | null, issued: string) => first(aPlan({ id: numberedId(1), revision, issued, activities: [activity] }))
  const [before, after, corrected] = [at(null, '2026-09-14'), at('rev. 2', '2026-11-02'), at('rev. 2 corr. 1', '2026-11-09')]
  expect(after.uid).toBe('00000000-0000-7000-8000-000000000007@00000000-0000-7000-8000-000000000001')
  expect(after.uid).toBe(before.uid)
  expect([before, after, corrected].map(({ sequence }) => sequence)).toEqual([0, 2, 2])
  expect([before, after, corrected].map((event) => String(property(event, 'dtstamp')))).toEqual([
    '2026-09-14T00:00:00Z',
    '2026-11-02T00:00:00Z',
    '2026-11-09T00:00:00Z',
  ])
  expect(String(property(after, 'last-modified'))).toBe('2026-11-02T00:00:00Z')
})

test('the end of a silence procedure stands in the calendar with reminders and takes nobody’s time', () => {
  const plan = aPlan({
    deadlines: [
      {
        type: 'deadline',
        id: numberedId(9),
        kind: 'silence',
        title: 'Draft resolution on migration',
        opened: '2027-03-10T12:00:00-05:00',
        expires: '2027-03-15T12:00:00-04:00',
        timeZone: 'America/New_York',
        note: 'An objection before then breaks the silence.',
      },
    ],
  })
  const event = first(plan)
  expect(event.summary).toBe('Silence procedure ends: Draft resolution on migration')
  expect(event.startDate.toString()).toBe('2027-03-15T12:00:00')
  expect(utc(event.startDate)).toBe('2027-03-15T16:00:00.000Z')
  expect(event.component.getFirstProperty('dtend')).toBeNull()
  const alarms = event.component.getAllSubcomponents('valarm')
  expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-PT1440M', '-PT60M'])
  expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual(['DISPLAY', 'DISPLAY'])
})

test('an empty plan is a calendar nonetheless: one zone, no entries', () => {
  const text = written(aPlan())
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  expect(text).toContain('BEGIN:VTIMEZONE')
  expect(read(text)).toEqual([])
})

const dateValue: fc.Arbitrary<PlanDateValue> = fc.oneof(
  fc.record({
    kind: fc.constant('date' as const),
    date: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    time: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    ),
    endTime: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('month' as const),
    month: fc
      .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
    part: fc.constantFrom('early' as const, 'mid' as const, 'late' as const, null),
  }),
  fc.record({ kind: fc.constant('quarter' as const), year: fc.integer({ min: 1990, max: 2060 }), quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('half' as const), year: fc.integer({ min: 1990, max: 2060 }), half: fc.integer({ min: 1, max: 2 }) }),
)

test('every date comes back from the file as it was, and all-day entries end on the day after their last', () => {
  fc.assert(
    fc.property(dateValue, (value) => {
      const event = first(aPlan({ activities: [anActivity({ when: aDate(value) })] }))
      const days = span(value)
      if (value.kind === 'date' && value.time !== null) {
        expect(event.startDate.toString()).toBe(`${value.date}T${value.time}:00`)
        expect(event.endDate.compare(event.startDate)).toBe(1)
      } else {
        expect(event.startDate.toString()).toBe(days?.start)
        expect(event.endDate.toString()).toBe(addDays(days?.end ?? '', 1))
      }
    }),
    { numRuns: 100 },
  )
})

test('any words come back from the file, no line is longer than 75 octets, and no character is split', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary-ascii', maxLength: 100 }), (item, venue) => {
      const text = written(aPlan({ activities: [anActivity({ when: on('2027-01-26'), items: [anItem(item)], venue })] }))
      const lines = text.split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75 || Buffer.from(line).toString() !== line)).toEqual([])
      const event = read(text)[0]
      const words = item.replace(/\s+/g, ' ').trim()
      // oxlint-disable-next-line no-control-regex -- controls are what the file may not hold
      const held = venue.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      expect(event?.location ?? '').toBe(held)
      if (words !== '') expect(event?.summary).toBe(words)
    }),
    { numRuns: 100 },
  )
})

test('the same plan gives the same file in any time zone of the machine', () => {
  const plan = aPlan({ activities: [anActivity({ when: on('2027-03-14', '02:30') })] })
  const own = process.env['TZ']
  const texts = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((zone) => {
    process.env['TZ'] = zone
    return written(plan)
  })
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
  expect(new Set(texts).size).toBe(1)
})
