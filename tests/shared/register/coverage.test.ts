import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, invertChanges } from '#shared/operations/apply.ts'
import { type Coverage, coverageOf, draftActivity } from '#shared/register/coverage.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aDate, aMandate, anActivity, anInstrument, aPlan, aProvision, counterIds, on } from '../../builders/plan.ts'

const resolution = 'AG/RES. 2910 (XLVII-O/17)'
const declaration = 'AG/DEC. 88 (XLVI-O/16)'

const register = createRegister([
  anInstrument(resolution, {
    provisions: [
      aProvision('7'),
      aProvision('8', '', { summary: { en: 'Skills of migrants who return.' } }),
      aProvision('9'),
      aProvision('9.A'),
      aProvision('9.B'),
    ],
  }),
  anInstrument(declaration, { kind: 'declaration' }),
])

/** Each row as `¶ by the rows of the calendar that serve it`, `~` before one that cites the text as a whole. */
const told = ({ groups }: Coverage, activities: readonly { readonly id: string }[]): string[] =>
  groups.flatMap(({ rows }) =>
    rows.map(({ label, serving }) =>
      [
        label ?? 'whole',
        ...serving.map(({ activity, how }) => (how === 'whole' ? '~' : '') + (activities.findIndex(({ id }) => id === activity.id) + 1)),
      ].join(' '),
    ),
  )

describe('the coverage of a plan', () => {
  test('says which paragraphs are named, which are cited with the whole text, and which are open; open ones first', () => {
    const plan = aPlan({
      mandates: [aMandate(declaration), aMandate(resolution, ['7', '8', '9'])],
      activities: [
        anActivity({ when: on('2021-01-26'), mandate: [aCitation(resolution, ['8'])] }),
        anActivity({ when: on('2020-11-10'), mandate: [aCitation(resolution, ['7', '8'])] }),
        anActivity({ when: on('2021-03-02'), mandate: [declaration] }),
      ],
    })
    const coverage = coverageOf(plan, register)
    expect(told(coverage, plan.activities)).toEqual(['9', '7 2', '8 2 1', 'whole 3'])
    expect([coverage.open, coverage.all]).toEqual([1, 4])
    expect(coverage.months).toEqual(['2020-11', '2020-12', '2021-01', '2021-02', '2021-03'])
    expect(coverage.groups.map(({ citation, open }) => [citation.symbol, open])).toEqual([
      [resolution, 1],
      [declaration, 0],
    ])
  })

  test('citing the text as a whole serves each of its paragraphs, but does not name it', () => {
    const plan = aPlan({
      mandates: [aMandate(resolution, ['7', '8'])],
      activities: [anActivity({ mandate: [resolution] }), anActivity({ mandate: [aCitation(resolution, ['8']), aCitation(resolution)] })],
    })
    expect(told(coverageOf(plan, register), plan.activities)).toEqual(['7 ~1 ~2', '8 ~1 2'])
  })

  test('a part serves its paragraph, and a paragraph its parts, but not one part another', () => {
    const plan = aPlan({
      mandates: [aMandate(resolution, ['9', '9.A', '9.B'])],
      activities: [anActivity({ mandate: [aCitation(resolution, ['9.a'])] })],
    })
    expect(told(coverageOf(plan, register), plan.activities)).toEqual(['9.B', '9 1', '9.A 1'])
  })

  test('a cancelled activity serves nothing, and texts that the register does not hold are compared by their symbols', () => {
    const unknown = 'AG/RES. 9999 (C-O/70)'
    const plan = aPlan({
      mandates: [aMandate(resolution, ['7']), aMandate(unknown, ['3', '4'])],
      activities: [
        anActivity({ state: 'cancelled', mandate: [aCitation(resolution, ['7'])] }),
        anActivity({ mandate: [aCitation(unknown, ['4.B'])] }),
      ],
    })
    expect(told(coverageOf(plan, register), plan.activities)).toEqual(['7', '3', '4 2'])
  })

  test('two entries for one text are one, and a date that names several months stands in each of them', () => {
    const plan = aPlan({
      mandates: [aMandate(resolution, ['7']), aMandate(resolution, ['8', '7'])],
      activities: [
        anActivity({ when: aDate({ kind: 'month', month: '2021-01', part: null }) }),
        anActivity({ when: aDate({ kind: 'quarter', year: 2021, quarter: 1 }), mandate: [aCitation(resolution, ['7'])] }),
        anActivity({ when: on('2021-02-02') }),
        anActivity({ mandate: [aCitation(resolution, ['8'])] }),
      ],
    })
    const { groups } = coverageOf(plan, register)
    expect(groups.map(({ rows }) => rows.map(({ label, serving }) => [label, serving.map(({ months }) => months)]))).toEqual([
      [
        ['7', [['2021-01', '2021-02']]],
        ['8', [[]]],
      ],
    ])
  })

  test('while the calendar names no month, the months are those of the term', () => {
    const plan = aPlan({ term: { start: '2020-11-15', end: '2021-02-01' }, mandates: [aMandate(resolution, ['7'])] })
    expect(coverageOf(plan, register).months).toEqual(['2020-11', '2020-12', '2021-01', '2021-02'])
    expect(coverageOf(aPlan({ term: null }), register)).toEqual({ months: [], groups: [], open: 0, all: 0 })
  })
})

describe('drafting from an open paragraph', () => {
  const plan = aPlan({
    mandates: [aMandate(resolution, ['7', '8'])],
    activities: [anActivity({ when: on('2020-11-10') }), anActivity({ when: on('2021-02-02') }), anActivity()],
  })
  const draft = (label: string, month: string | null) => {
    const [group] = coverageOf(plan, register).groups
    const row = group?.rows.find((other) => other.label === label)
    if (group === undefined || row === undefined) throw new Error(`No row ${label}.`)
    return draftActivity(plan, group, row, month, counterIds())
  }

  test('the row stands in its month in order, cites the paragraph and begins as the committee writes', () => {
    const { activity, changes } = draft('8', '2021-01')
    const outcome = applyChanges(plan, changes)
    if (!outcome.ok) throw new Error(outcome.error.kind)
    expect(outcome.value.activities.map(({ id }) => id).indexOf(activity.id)).toBe(1)
    expect(activity.when.value).toEqual({ kind: 'month', month: '2021-01', part: null })
    expect(activity.mandate).toMatchObject([{ kind: 'citation', symbol: resolution, provisions: ['8'] }])
    expect(activity.items.map(({ level, marker, text }) => [level, marker, text])).toEqual([
      [0, 'none', 'Thematic meeting'],
      [1, 'bullet', 'Skills of migrants who return'],
    ])
  })

  test('without a month it joins the end with its date open; a paragraph without words gives the heading alone', () => {
    const { activity, changes } = draft('7', null)
    const outcome = applyChanges(plan, changes)
    expect(outcome.ok && outcome.value.activities.at(-1)?.id).toBe(activity.id)
    expect(activity.when.value).toEqual({ kind: 'open' })
    expect(activity.items.map(({ text }) => text)).toEqual(['Thematic meeting'])
  })

  test('whatever is open is open no longer once it was drafted for, and undoing opens it again', () => {
    const labels = fc.uniqueArray(fc.constantFrom('7', '8', '9', '9.A', '9.B'), { minLength: 1 })
    const rows = fc.array(
      labels.map((provisions) => anActivity({ mandate: [aCitation(resolution, provisions)] })),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(labels, rows, (listed, activities) => {
        const before = aPlan({ mandates: [aMandate(resolution, listed)], activities })
        const coverage = coverageOf(before, register)
        for (const group of coverage.groups) {
          for (const row of group.rows.filter(({ open }) => open)) {
            const { changes } = draftActivity(before, group, row, '2021-01', counterIds())
            const after = applyChanges(before, changes)
            if (!after.ok) throw new Error(after.error.kind)
            expect(coverageOf(after.value, register).open).toBeLessThan(coverage.open)
            const undone = applyChanges(after.value, invertChanges(changes))
            expect(undone.ok && coverageOf(undone.value, register)).toEqual(coverage)
          }
        }
      }),
    )
  })
})
