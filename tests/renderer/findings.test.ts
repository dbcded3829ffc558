import { describe, expect, test } from 'vitest'
import { setWhen } from '#shared/operations/edits.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { arrange, everything } from '../../renderer/features/findings/arrange.ts'
import { readPage } from '../../renderer/ui/page-text.ts'
import { differenceOf, previewOf } from '../../renderer/features/findings/preview.ts'
import type { ShownFinding } from '../../renderer/stores/findings.ts'
import { anActivity, aPlan, aWaiver, on } from '../builders/plan.ts'

const aFinding = (key: string, more: Partial<ShownFinding> = {}): ShownFinding => ({
  key,
  rule: 'date/weekday',
  severity: 'error',
  provision: null,
  about: null,
  target: { part: 'activity', id: key, field: 'when', entry: null, range: null },
  waiver: null,
  place: { kind: 'activity', id: key, column: 'date' },
  part: null,
  range: null,
  sentence: 'November 17, 2026 is a Tuesday, not a Monday.',
  fixes: [],
  ...more,
})

const aFix = { label: 'Write Tuesday', changes: [], learns: [] }
const rows: Readonly<Record<string, number>> = { a: 1, b: 2, c: 3, d: 4 }
const rowOf = ({ key }: ShownFinding): number => rows[key] ?? 0
const open = [
  aFinding('a', { rule: 'calendar/gap', severity: 'info', sentence: 'Nothing is planned in July 2027.' }),
  aFinding('b', { fixes: [aFix] }),
  aFinding('d', { sentence: 'May 4, 2027 is a Tuesday, not a Monday.' }),
]
const waived = [aFinding('c', { waiver: aWaiver('date/weekday', { reason: 'The host country’s Monday' }) })]
const keys = (arranged: ReturnType<typeof arrange>): string[] =>
  arranged.lines.map((line) => (line.kind === 'finding' ? line.finding.key : `${line.rule} ${line.count} ${line.fixable}`))

describe('the list of findings', () => {
  test('stands in the order of the rows, and leaves out what is waived', () => {
    const arranged = arrange(open, waived, everything, rowOf)
    expect(keys(arranged)).toEqual(['a', 'b', 'd'])
    expect(arranged.hidden).toBe(0)
  })

  test('puts the waived ones in their rows when they are asked for', () => {
    expect(keys(arrange(open, waived, { ...everything, waived: true }, rowOf))).toEqual(['a', 'b', 'c', 'd'])
  })

  test('by rule, the gravest first, with how many there are and how many can be fixed', () => {
    expect(keys(arrange(open, waived, { ...everything, grouping: 'rule' }, rowOf))).toEqual([
      'date/weekday 2 1',
      'b',
      'd',
      'calendar/gap 1 0',
      'a',
    ])
  })

  test('counts what a filter keeps out', () => {
    const arranged = arrange(open, waived, { ...everything, text: 'tuesday MÁY' }, rowOf)
    expect(keys(arranged)).toEqual(['d'])
    expect([arranged.shown, arranged.hidden]).toEqual([1, 2])
    expect(arrange(open, waived, { ...everything, severities: new Set(['info']) }, rowOf)).toMatchObject({ shown: 1, hidden: 2 })
    expect(arrange(open, waived, { ...everything, text: 'host', waived: true }, rowOf)).toMatchObject({ shown: 1, hidden: 3 })
  })
})

describe('the preview of a fix', () => {
  test('shows whole words that change, with what stands around them', () => {
    expect(differenceOf('AG/RES. 2816 (XLIII-O/14)', 'AG/RES. 2816 (XLIV-O/14)')).toEqual({
      lead: 'AG/RES. 2816 (',
      was: 'XLIII',
      now: 'XLIV',
      tail: '-O/14)',
    })
    expect(differenceOf('', 'New')).toEqual({ lead: '', was: '', now: 'New', tail: '' })
    expect(differenceOf(`${'a '.repeat(40)}old`, `${'a '.repeat(40)}new`).lead).toBe(`…${'a '.repeat(20)}`)
  })

  test('says a date as the plan writes it, and nothing for a change that does not fit', () => {
    const activity = anActivity({ when: on('2026-11-16', '10:00') })
    const plan = aPlan({ activities: [activity] })
    expect(previewOf(plan, setWhen(activity, on('2026-11-17', '10:00')), 'en')).toEqual([
      { lead: 'November ', was: '16', now: '17', tail: expect.stringMatching(/^, 2026, 10:00\sa\.m\.$/) },
    ])
    expect(previewOf(aPlan({ activities: [] }), setWhen(activity, on('2026-11-17')), 'en')).toEqual([])
  })

  test('of a row that only moves tells its number before and after', () => {
    const plan = aPlan({ activities: [anActivity(), anActivity(), anActivity()] })
    expect(previewOf(plan, moveActivities(plan, plan.activities.slice(0, 1), 1), 'en')).toEqual([
      { lead: '', was: '1', now: '2', tail: '' },
    ])
  })
})

describe('a rule’s page', () => {
  test('is headings, paragraphs and lists; its title is left to the dialog', () => {
    expect(
      readPage(
        '# date/weekday\n\n## Why\n\nHalf of them come\non the wrong day.\n\n- one\n- two\n\n1. Press `F8`\n\n![The list](pictures/list.png)\n',
      ),
    ).toEqual([
      { kind: 'heading', text: 'Why' },
      { kind: 'paragraph', runs: [{ kind: 'plain', text: 'Half of them come on the wrong day.' }] },
      { kind: 'list', items: [[{ kind: 'plain', text: 'one' }], [{ kind: 'plain', text: 'two' }]] },
      {
        kind: 'steps',
        items: [
          [
            { kind: 'plain', text: 'Press ' },
            { kind: 'keys', text: 'F8' },
          ],
        ],
      },
      { kind: 'picture', says: 'The list', file: 'pictures/list.png' },
    ])
  })
})
