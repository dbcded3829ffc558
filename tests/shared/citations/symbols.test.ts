import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCitations } from '#shared/citations/read.ts'
import {
  type AmericanSymbol,
  fullYear,
  numberToRoman,
  type ParsedSymbol,
  parseSymbol,
  romanToNumber,
  type UnitedNationsSymbol,
  writeSymbol,
} from '#shared/citations/symbols.ts'

describe('roman numerals', () => {
  it('writes and reads session numbers', () => {
    expect(numberToRoman(47)).toBe('XLVII')
    expect(numberToRoman(1999)).toBe('MCMXCIX')
    expect(romanToNumber('lii')).toBe(52)
    expect(romanToNumber('CXLI')).toBe(141)
  })

  it('has none for what is not a session number', () => {
    expect(numberToRoman(0)).toBe('')
    expect(numberToRoman(4000)).toBe('')
    expect(numberToRoman(1.5)).toBe('')
    expect(romanToNumber('')).toBeNull()
    expect(romanToNumber('XXXXVII')).toBeNull()
    expect(romanToNumber('ABC')).toBeNull()
    expect(romanToNumber('I'.repeat(40))).toBeNull()
  })

  it('reads back every numeral it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (number) => romanToNumber(numberToRoman(number)) === number))
  })
})

describe('reading one symbol', () => {
  it('takes a General Assembly resolution apart', () => {
    expect(parseSymbol('AG/RES. 2910 (XLVII-O/17)')).toEqual({
      family: 'oas',
      organ: ['AG'],
      class: 'RES.',
      number: 2910,
      session: { roman: 'XLVII', number: 47, type: 'O' },
      meeting: null,
      year: 2017,
      suffixes: [],
    })
  })

  it('keeps the special session and the suffix', () => {
    const symbol = parseSymbol('AG/RES. 2 (LI-E/16) rev. 2')
    expect(symbol).toMatchObject({ number: 2, session: { number: 51, type: 'E' }, suffixes: [{ kind: 'rev', number: 2 }] })
  })

  it('knows the Permanent Council by meeting and year', () => {
    expect(parseSymbol('CP/RES. 760 (1217/99)')).toMatchObject({ organ: ['CP'], number: 760, session: null, meeting: 1217, year: 1999 })
  })

  it('reads a number and a year alone', () => {
    expect(parseSymbol('CIDI/RES. 2/96')).toMatchObject({ number: 2, session: null, meeting: null, year: 1996 })
  })

  it('reads documents of any body, with suffixes that combine', () => {
    expect(parseSymbol('CIDI/CAM/doc.32/16 rev. 1')).toMatchObject({ organ: ['CIDI', 'CAM'], class: 'doc.', number: 32, year: 2016 })
    expect(parseSymbol('GT/DADIN/doc.334/08 rev. 4 corr. 1')).toMatchObject({
      organ: ['GT', 'DADIN'],
      suffixes: [
        { kind: 'rev', number: 4 },
        { kind: 'corr', number: 1 },
      ],
    })
    expect(parseSymbol('CE/AM-7/08')).toMatchObject({ organ: ['CE', 'AM'], class: 'dash', number: 7, year: 2008 })
    expect(parseSymbol('CAJP/GT/TM-15/04 rev. 2')).toMatchObject({ organ: ['CAJP', 'GT', 'TM'], class: 'dash', number: 15 })
    expect(parseSymbol('REMJA-VII/doc.3/08')).toMatchObject({ organ: ['REMJA-VII'], number: 3, year: 2008 })
    expect(parseSymbol('RC.28/doc.2/12')).toMatchObject({ organ: ['RC.28'] })
    expect(parseSymbol('CP/SA.1234/15')).toMatchObject({ class: 'SA.', number: 1234 })
    expect(parseSymbol('CP/ACTA 1217/99')).toMatchObject({ class: 'acta', number: 1217, year: 1999 })
  })

  it('keeps series headers and United Nations symbols as written', () => {
    expect(parseSymbol('OEA/Ser.L/V/II')).toEqual({ family: 'series', path: 'OEA/Ser.L/V/II' })
    expect(parseSymbol('A/RES/217 A (III)')).toEqual({
      family: 'united-nations',
      path: ['A', 'RES', '217'],
      section: 'A',
      parenthesis: 'III',
      rest: [],
    })
    expect(parseSymbol('NPT/CONF.1995/32 (Part I)/Corr.2')).toMatchObject({ parenthesis: 'Part I', rest: ['Corr.2'] })
  })

  it('computes a session left out from the year, for the General Assembly alone', () => {
    expect(parseSymbol('AG/RES. 105 (O/72)')).toMatchObject({ session: { roman: 'II', number: 2, type: 'O' } })
    expect(parseSymbol('CIM/RES. 105 (O/72)')).toMatchObject({ session: null, year: 1972 })
  })

  it('refuses what is not one symbol from end to end', () => {
    for (const text of ['', 'hello', 'AG/RES.', 'AG/RES. 2910 (XLVII-O/17) and more', 'and/or', '12/10', 'A'.repeat(200)]) {
      expect(parseSymbol(text), text).toBeNull()
    }
  })

  it('puts two-digit years in the right century', () => {
    expect(fullYear('48')).toBe(1948)
    expect(fullYear('99')).toBe(1999)
    expect(fullYear('00')).toBe(2000)
    expect(fullYear('47')).toBe(2047)
    expect(fullYear('2017')).toBe(2017)
  })
})

const part = fc.constantFrom('CAM', 'CAJP', 'GT', 'DADIN', 'TM', 'CSH', 'AM')
const organ = fc
  .tuple(fc.constantFrom('AG', 'CIDI', 'CIM', 'CEPCIDI', 'CP', 'CE'), fc.array(part, { maxLength: 3 }))
  .map(([root, rest]) => [root, ...rest])
const year = fc.integer({ min: 1948, max: 2047 })
const suffixes = fc.uniqueArray(fc.record({ kind: fc.constantFrom('rev', 'corr', 'add'), number: fc.integer({ min: 1, max: 40 }) }), {
  maxLength: 3,
  selector: (suffix) => suffix.kind,
})
const session = fc
  .record({ number: fc.integer({ min: 1, max: 200 }), type: fc.constantFrom('O', 'E') })
  .map(({ number, type }) => ({ roman: numberToRoman(number), number, type }))
const number = fc.integer({ min: 1, max: 9999 })
const base = { session: fc.constant(null), meeting: fc.constant(null), suffixes }

const american: fc.Arbitrary<AmericanSymbol> = fc.oneof(
  fc.record({
    ...base,
    family: fc.constant('oas' as const),
    organ,
    class: fc.constantFrom('RES.' as const, 'DEC.' as const),
    number,
    session,
    year,
  }),
  fc.record({
    ...base,
    family: fc.constant('oas' as const),
    organ: fc.constant(['CP']),
    class: fc.constant('RES.' as const),
    number,
    meeting: fc.integer({ min: 1, max: 3000 }),
    year,
  }),
  fc.record({
    ...base,
    family: fc.constant('oas' as const),
    organ: fc.constant(['CIDI']),
    class: fc.constant('RES.' as const),
    number,
    year,
  }),
  fc.record({
    ...base,
    family: fc.constant('oas' as const),
    organ,
    class: fc.constantFrom('doc.' as const, 'INF.' as const, 'SA.' as const, 'SUB.' as const, 'acta' as const),
    number,
    year,
  }),
  fc.record({
    ...base,
    family: fc.constant('oas' as const),
    organ: organ.filter((path) => path.length > 1),
    class: fc.constant('dash' as const),
    number,
    year,
  }),
)

const unitedNations: fc.Arbitrary<UnitedNationsSymbol> = fc
  .oneof(
    fc
      .tuple(fc.integer({ min: 31, max: 99 }), fc.integer({ min: 1, max: 400 }))
      .map(([first, second]) => ({ path: ['A', 'RES', `${first}`, `${second}`] })),
    fc
      .tuple(number, fc.integer({ min: 1946, max: 2030 }))
      .map(([first, second]) => ({ path: ['S', 'RES', `${first}`], parenthesis: `${second}` })),
    fc.integer({ min: 1, max: 400 }).map((value) => ({ path: ['A', 'RES', `${value}`], parenthesis: 'III', section: 'A' })),
    fc
      .tuple(fc.constantFrom('A', 'E'), fc.integer({ min: 10, max: 80 }), fc.integer({ min: 1, max: 900 }))
      .map(([root, first, second]) => ({
        path: [root, `${first}`, `${second}`, 'Add.1'],
      })),
    fc.integer({ min: 1, max: 80 }).map((value) => ({ path: ['NPT', 'CONF.2010', `${value}`], parenthesis: 'Part I', rest: ['Corr.1'] })),
  )
  .map((fields) => ({ family: 'united-nations' as const, section: null, parenthesis: null, rest: [], ...fields }))

const symbol: fc.Arbitrary<ParsedSymbol> = fc.oneof(american, unitedNations)

describe('writing a symbol', () => {
  it('gives back what was read', () => {
    fc.assert(
      fc.property(symbol, (value) => {
        expect(parseSymbol(writeSymbol(value))).toEqual(value)
      }),
    )
  })

  it('is canonical: a text that is the symbol reads as itself, with nothing repaired', () => {
    fc.assert(
      fc.property(symbol, (value) => {
        const written = writeSymbol(value)
        const [citation, ...more] = readCitations(written)
        expect(more).toEqual([])
        expect(citation).toMatchObject({ canonical: written, text: written, repairs: [] })
      }),
    )
  })
})
