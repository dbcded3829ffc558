import { describe, expect, it } from 'vitest'
import { nameIndex } from '#shared/citations/read.ts'
import { importText } from '#shared/importing/import-text.ts'
import { counterIds } from '../../builders/plan.ts'

const title = 'Rules of Procedure for the Regular and Special Meetings of CIDI'
const register = { names: nameIndex([{ title, aliases: [] }]) }

/** A unit again and again, in about so many characters. */
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))

const calendar = (mandate = '', activity = 'Opening'): string =>
  `SCHEDULE OF ACTIVITIES, 2020-2021\n\tDATE\n\tMANDATE\n\tACTIVITY\n\tMAY 4, 2021\n\t${mandate}\n\t${activity}`

const mandates = (quoted: string): string => `MANDATES:\n1. AG/RES. 2910 (XLVII-O/17), paragraph 20\n${quoted}\n${calendar()}`

/** Milliseconds of the processor that an import takes, whatever else the machine has to do: the least of three. */
function timeOf(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = process.threadCpuUsage()
    expect(importText(text, { makeId: counterIds(), register })).toMatchObject({ ok: true })
    return process.threadCpuUsage(start).user / 1000
  })
  return Math.min(...times)
}

describe('a text four times as long takes about four times as long to read', () => {
  it.each<[string, (length: number) => string]>([
    ['tabs', (length) => `${filled('\t', length)}\n${calendar()}`],
    ['a row of tabs inside the calendar', (length) => `${calendar()}\n\t${filled('a\t', length)}`],
    ['lines with a parenthesis', (length) => `${filled('(\n', length)}${calendar()}`],
    ['notes that never close', (length) => `[footnoteRef:2]${filled('[2: ', length)}\n${calendar()}`],
    ['links that never close', (length) => calendar(filled('HYPERLINK "', length), filled('HYPERLINK "', length))],
    [
      'bullets, each deeper',
      (length) => calendar('', `a${Array.from({ length: Math.sqrt(length) }, (_, at) => `\n${' '.repeat(at)}· x`).join('')}`),
    ],
    ['a cell of symbols', (length) => calendar(filled('AG/RES. 2910 (XLVII-O/17) ', length))],
    ['a cell of names on one line', (length) => calendar(filled(`${title} `, length))],
    ['a cell of words', (length) => calendar(filled('word ', length), filled('word ', length))],
    ['rows', (length) => `${calendar()}${filled('\n\tMAY 4, 2021\n\tAG/RES. 2955 (L-O/20)\n\tClosing', length)}`],
    ['lone footnote marks', (length) => `${filled('/\n', length)}${calendar()}`],
    ['replacement characters', (length) => `${filled('\ufffd\n', length)}${calendar()}`],
    ['links of a mandate, a line each', (length) => mandates(filled('Español\n', length))],
    ['quoted clauses of a preamble', (length) => mandates(filled('HAVING SEEN the papers\n', length))],
  ])('%s', { timeout: 60_000 }, (_, text) => {
    // Quadratic work would take sixteen times as long. Very short times say nothing.
    const [short, long] = [timeOf(text(30_000)), timeOf(text(120_000))]
    expect(long / Math.max(short, 15)).toBeLessThan(10)
  })

  it('reads a hundred thousand rows', () => {
    const rows = '\n4 May 2021\t\tOpening'.repeat(100_000)
    expect(importText(`DATE\tMANDATE\tACTIVITY${rows}`, { makeId: counterIds(), register })).toMatchObject({
      value: { report: { activities: 100_000 } },
    })
  }, 60_000)

  it('reads a row of 900,000 cells that was pasted on one line', () => {
    expect(importText(`${calendar()}\n\t${'a\t'.repeat(899_999)}a`, { makeId: counterIds(), register })).toMatchObject({ ok: true })
  }, 60_000)
})
