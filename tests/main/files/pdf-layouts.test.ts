import { describe, expect, it, test } from 'vitest'
import { layOut } from '#shared/documents/layouts.ts'
import { printPdf } from '../../../main/files/pdf/print.ts'
import { aCitation, aMandate, anActivity, anItem, aPlan, on } from '../../builders/plan.ts'
import { sampleRegister } from '../../shared/documents/sample-plan.ts'
import { readPdf, tagged } from './read-pdf.ts'

describe('a row of ninety points', () => {
  const points = Array.from({ length: 90 }, (_, index) => `Point ${index + 1} of the meeting`)
  const long = anActivity({
    when: on('2027-03-02'),
    mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])],
    items: points.map((words) => anItem(words, { marker: 'bullet' })),
  })
  const plan = aPlan({ mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])], activities: [long] })

  it.each(['document', 'calendar', 'month', 'mandate'] as const)('is complete and in order: %s', async (layout) => {
    const read = await readPdf((await printPdf(layOut(plan, layout, { language: 'en', register: sampleRegister() }), 'letter')).bytes)
    const printed = tagged(read, 'LBody').map((place) => place.text.trim())
    expect(printed.filter((words) => words.startsWith('Point'))).toEqual(points)
    expect(read.unmarked).toEqual([])
  })
})

test('the title of a mandate stands on the page of what it leads to, wherever the page ends', async () => {
  const symbols = Array.from({ length: 8 }, (_, index) => `AG/RES. ${2901 + index} (XLVII-O/17)`)
  const mandates = symbols.map((symbol, index) =>
    aMandate(symbol, ['1'], { citation: aCitation(symbol, ['1'], { title: `Title ${index}` }) }),
  )
  const lasts: string[] = []
  for (let lines = 0; lines < 16; lines += 1) {
    const activities = symbols.map((symbol, index) =>
      anActivity({
        when: on('2027-03-02'),
        mandate: [aCitation(symbol, ['1'])],
        items: Array.from({ length: index === 0 ? lines : 1 }, () => anItem('Dialogue')),
      }),
    )
    const document = layOut(aPlan({ mandates, activities }), 'mandate', { language: 'en', register: null })
    const read = await readPdf((await printPdf(document, 'letter')).bytes)
    lasts.push(read.words.findLast(({ page, y }) => page === 1 && y > 70)?.text ?? '')
  }
  expect(new Set(lasts)).toContain('Dialogue')
  expect(lasts.filter((words) => words.startsWith('Title'))).toEqual([])
})
