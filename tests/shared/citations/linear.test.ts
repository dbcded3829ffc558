import { describe, expect, it } from 'vitest'
import { nameIndex, readCitations } from '#shared/citations/read.ts'

const names = nameIndex([
  { title: 'Rules of Procedure for the Regular and Special Meetings of CIDI', aliases: ['a a a a a a a a b'] },
  { title: 'Framework of Action of the CAM', aliases: [] },
])

/** Texts that repeat one thing that a careless reader would look at again and again. */
const units = [
  'AG/RES. (((((',
  'AG/RES. 2910 (XLVII-O/17) ',
  'AG/RES. 2910 (XLVII-O/17) “',
  'AG/RES. 1 (I-O/71) M ',
  '2910 (XLVII-O/17',
  'resolution 75/1, 75/2, ',
  'resolutions A, B, ',
  'resolution ',
  '75/1 A and B ',
  '2282 (2016) ',
  'A/RES/1/',
  'A/1/1-A/1/1-',
  'OEA/Ser.L/V/',
  'http://',
  'paragraphs 1, ',
  'paragraphs 1 to 3 of ',
  'Section on ',
  'first ',
  'Annex ',
  '¶1 ',
  'Rules of Procedure for the ',
  'a ',
  'Español - ',
  'HYPERLINK "',
  '第1/1号',
  '(',
  '/',
  ' ',
  '\n',
  '1',
  '1/',
  '1 (',
  '1-',
  '.',
  '“',
  'é',
  'x/',
  'A/',
  '\\',
  '-',
  'A-RES-',
  'A-RES-75-1 ',
  'Res. AG ',
  'Human Rights Council, resolution 24/14 on ',
  'resolution 24/14 of 1 May 2013, ',
  'resolution 24/14\n',
  '[1: ',
  '[1: A/75/1] ',
  'resolution 75/1[footnoteRef:1] ',
  'paragraph 1; paragraph 2 of AG/RES. 1 (I-O/71), ',
]

/** Milliseconds of the processor that reading takes, whatever else the machine has to do: the least of three. */
function milliseconds(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const start = process.threadCpuUsage()
    readCitations(text, { names })
    best = Math.min(best, process.threadCpuUsage(start).user / 1000)
  }
  return best
}

describe('reading time', () => {
  it.each(units.map((unit) => [unit]))('grows no faster than the text when it repeats %j', (unit) => {
    const size = 16_000
    const short = unit.repeat(Math.ceil(size / unit.length))
    const small = milliseconds(short)
    const large = milliseconds(short.repeat(8))
    // eight times the text: a quadratic reader needs sixty-four times as long; the sum allows for a machine that is busy elsewhere
    expect(large).toBeLessThan(small * 30 + 60)
  })

  it('does not overflow on a megabyte of one kind', () => {
    for (const unit of ['((((', '////', '1/1/', 'A/1-A/1-']) expect(() => readCitations(unit.repeat(250_000), { names })).not.toThrow()
  })
})
