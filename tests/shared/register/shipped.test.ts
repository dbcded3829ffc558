import { describe, expect, test } from 'vitest'
import { instrument } from '#shared/model/instrument.ts'
import { parseSymbol, writeSymbol } from '#shared/citations/symbols.ts'
import { shippedInstruments, shippedRegister } from '#shared/register/shipped/index.ts'
import { expectedSession } from '#shared/register/series.ts'

const register = shippedRegister()

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

describe('the shipped facts', () => {
  test('are instruments of the model, each once', () => {
    for (const record of shippedInstruments) expect(instrument.safeParse(record).success, record.symbol ?? record.titles.en).toBe(true)
    expect(new Set(shippedInstruments.map(({ id }) => id)).size).toBe(shippedInstruments.length)
    expect(register.instruments).toHaveLength(shippedInstruments.length)
    for (const { provisions } of shippedInstruments) expect(new Set(provisions.map(({ label }) => label)).size).toBe(provisions.length)
  })

  test('write symbols canonically, with the session of their year', () => {
    for (const { symbol, year } of shippedInstruments) {
      if (symbol === null) continue
      const parsed = parseSymbol(symbol)
      expect(parsed === null ? null : writeSymbol(parsed)).toBe(symbol)
      const session = expectedSession(symbol)
      expect(session?.written).toBe(session?.expected)
      if (parsed?.family === 'oas') expect(parsed.year).toBe(year)
    }
  })

  test('hold no official text: only summaries of our own, in one line', () => {
    for (const { provisions } of shippedInstruments) {
      for (const { text, summary } of provisions) {
        expect(text).toEqual({})
        expect((summary.en ?? '').length).toBeLessThan(260)
        expect(summary.en ?? '').not.toContain('\n')
      }
    }
  })

  test.each([
    ['AG/RES. 2738 (XLII-O/12)', range(1, 3)],
    ['AG/RES. 2816 (XLIV-O/14)', range(18, 22)],
    ['AG/RES. 2881 (XLVI-O/16)', range(33, 37)],
    ['AG/RES. 2883 (XLVI-O/16)', [...range(1, 3), 'Section on Program Coordination and Follow-up Activities']],
    ['AG/RES. 2904 (XLVII-O/17)', [...range(1, 4), 'Section on Migration and development']],
    ['AG/RES. 2910 (XLVII-O/17)', range(1, 20)],
    ['AG/RES. 2916 (XLVIII-O/18)', range(26, 33)],
    ['AG/RES. 2939 (XLIX-O/19)', range(21, 25)],
    ['AG/RES. 2955 (L-O/20)', range(34, 45)],
    ['AG/RES. 2988 (LII-O/22)', ['56']],
  ])('know the paragraphs of %s that plans cite', (symbol, labels) => {
    const found = register.resolve({ symbol, title: null, written: symbol })?.instrument
    if (found === undefined) throw new Error(`${symbol} is not shipped.`)
    for (const label of labels) expect(register.provision(found, label)?.label, label).toBe(label)
    expect(found.complete).toBe(false)
  })

  test('know which paragraphs ran out, and whom they address', () => {
    const of = (symbol: string, label: string) => {
      const found = register.resolve({ symbol, title: null, written: symbol })?.instrument
      return found === undefined ? null : register.provision(found, label)
    }
    expect(of('AG/RES. 2816 (XLIV-O/14)', '19')?.term).toEqual({ from: 2014, to: 2015 })
    expect(of('AG/RES. 2881 (XLVI-O/16)', '33')?.term).toEqual({ from: 2016, to: 2017 })
    expect(of('AG/RES. 2904 (XLVII-O/17)', '4')?.addressees).toEqual(['council'])
    expect(of('AG/RES. 2988 (LII-O/22)', '56')?.addressees).toEqual(['committee'])
  })

  test('hold the functions of the committee', () => {
    const rules = register.resolve({ symbol: null, title: 'Rules of Procedure of CIDI', written: '' })?.instrument
    expect(rules?.provisions.map(({ label }) => label)).toEqual([
      'Article 58',
      'Article 58.a',
      'Article 58.b',
      'Article 58.c',
      'Article 58.d',
    ])
  })
})
