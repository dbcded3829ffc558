import { describe, expect, test } from 'vitest'
import { readCitations } from '#shared/citations/read.ts'
import { createRegister } from '#shared/register/register.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { anInstrument, aProvision } from '../../builders/plan.ts'

const register = shippedRegister()
const bySymbol = (symbol: string) => register.resolve({ symbol, title: null, written: symbol })
const byName = (title: string) => register.resolve({ symbol: null, title, written: title })
const told = (found: ReturnType<typeof bySymbol>) =>
  found === null ? null : [found.instrument.symbol ?? found.instrument.titles.en, found.how]

describe('resolve', () => {
  test.each([
    ['AG/RES. 2816 (XLIV-O/14)', 'AG/RES. 2816 (XLIV-O/14)', 'symbol'],
    ['AG/RES. 2816 (XLIII-O/14)', 'AG/RES. 2816 (XLIV-O/14)', 'number'],
    ['AG/RES. 2816 (XLIV-O/15)', 'AG/RES. 2816 (XLIV-O/14)', 'number'],
    ['AG/RES. 2910', 'AG/RES. 2910 (XLVII-O/17)', 'number'],
    ['CIM/RES. 252 (XXXIII-O/08)', 'CIM/RES. 252 (XXXIV-O/08)', 'number'],
    ['CIDI/CAM/doc.10/13 rev. 5', 'CIDI/CAM/doc.10/13 rev. 5', 'symbol'],
    ['A/RES/58/208', 'A/RES/58/208', 'symbol'],
  ])('%s is %s by %s', (symbol, meant, how) => {
    expect(told(bySymbol(symbol))).toEqual([meant, how])
  })

  test.each(['AG/RES. 2816 (XLIV-E/14)', 'AG/DEC. 2816 (XLIV-O/14)', 'CP/RES. 2816 (1/14)', 'CIDI/CAM/doc.10/13', 'nonsense'])(
    '%s is nothing known',
    (symbol) => {
      expect(bySymbol(symbol)).toBeNull()
    },
  )

  test.each([
    ['Rules of Procedure for the Regular and Special Meetings of CIDI', 'Rules of Procedure for the Regular and Special Meetings of CIDI'],
    ['Rules of Procedures for regular and special meetings of CIDI', 'Rules of Procedure for the Regular and Special Meetings of CIDI'],
    ['Reglamento del CIDI', 'Rules of Procedure for the Regular and Special Meetings of CIDI'],
    ['CIDI Document: Migration and Development', 'CIDI/CAM/doc.10/13 rev. 5'],
    ['Framework of Action of the CAM', 'Framework of Action of the CAM'],
    ['“Future Framework of Action for the CAM”', 'Framework of Action of the CAM'],
    [
      'Inter-American Program for the Promotion and Protection of the Human Rights of Migrants, Including Migrant Workers and their Families',
      'AG/RES. 2883 (XLVI-O/16)',
    ],
    ['2030 Agenda for Sustainable Development', 'A/RES/70/1'],
    ['Declaration of Los Angeles', 'Los Angeles Declaration on Migration and Protection'],
  ])('the name %s means %s', (name, meant) => {
    expect(told(byName(name))).toEqual([meant, 'name'])
  })

  test('gives nothing for a title that several resolutions share', () => {
    expect(byName('Advancing Hemispheric Initiatives on Integral Development')).toBeNull()
  })

  test('lets the words as written stand in for a title that says nothing', () => {
    expect(told(register.resolve({ symbol: null, title: 'Español', written: 'Framework of Action of the CAM' }))).toEqual([
      'Framework of Action of the CAM',
      'name',
    ])
  })
})

describe('names', () => {
  test('are read out of running text', () => {
    const text = 'Article 58 of the Rules of Procedures for the Regular and Special Meetings of CIDI sets the functions.'
    const [citation] = readCitations(text, { names: register.names })
    expect(citation).toMatchObject({ kind: 'named', provisions: ['Article 58'] })
    expect(told(byName(citation?.canonical ?? ''))).toEqual(['Rules of Procedure for the Regular and Special Meetings of CIDI', 'name'])
  })

  test('do not hold resolutions’ titles, which stand beside their symbols', () => {
    expect(readCitations('See Migration in the Americas.', { names: register.names })).toEqual([])
  })
})

describe('provisions', () => {
  const own = createRegister([
    anInstrument('AG/RES. 1 (I-O/71)', {
      provisions: [
        aProvision('PP1'),
        aProvision('Section on Migration', '', { kind: 'section' }),
        aProvision('1', '', { parent: 'Section on Migration' }),
        aProvision('2'),
        aProvision('2.a'),
        aProvision('Section on Follow-up', '', { kind: 'section' }),
        aProvision('Article 5', '', { kind: 'article' }),
      ],
    }),
  ])
  const [instrument] = own.instruments
  if (instrument === undefined) throw new Error('One instrument was given.')

  test('are found by label in any case', () => {
    expect(own.provision(instrument, 'section on migration')?.label).toBe('Section on Migration')
    expect(own.provision(instrument, '2.A')?.label).toBe('2.a')
    expect(own.provision(instrument, '3')).toBeNull()
  })

  test('that a citation can choose from: paragraphs, and whatever stands for itself', () => {
    expect(own.operative(instrument).map(({ label }) => label)).toEqual(['1', '2'])
    expect(own.citable(instrument).map(({ label }) => label)).toEqual(['1', '2', 'Section on Follow-up', 'Article 5'])
    expect(own.citable(instrument)).toBe(own.citable(instrument))
  })
})

describe('series', () => {
  test('tell the neighbours of a number', () => {
    const { below, above } = register.neighbours('AG/RES. 2850 (XLV-O/15)')
    expect([below?.symbol, above?.symbol]).toEqual(['AG/RES. 2816 (XLIV-O/14)', 'AG/RES. 2881 (XLVI-O/16)'])
    const own = register.neighbours('AG/RES. 2881 (XLVI-O/16)')
    expect([own.below?.symbol, own.above?.symbol]).toEqual(['AG/RES. 2816 (XLIV-O/14)', 'AG/RES. 2883 (XLVI-O/16)'])
    expect(register.neighbours('AG/RES. 9999 (L-O/20)').above).toBeNull()
    expect(register.neighbours('AG/RES. 3 (LI-E/16)')).toEqual({ below: null, above: null })
    expect(register.neighbours('CIDI/doc.1/14')).toEqual({ below: null, above: null })
  })

  test('suggest the symbol meant by an unknown one', () => {
    expect(register.nearest('AG/RES. 2901 (XLVII-O/17)')).toBe('AG/RES. 2910 (XLVII-O/17)')
    expect(register.nearest('AG/RES. 2891 (XLVI-O/16)')).toBe('AG/RES. 2881 (XLVI-O/16)')
    expect(register.nearest('CIDI/CAM/doc.10/13')).toBe('CIDI/CAM/doc.10/13 rev. 5')
    expect(register.nearest('AG/RES. 12 (I-O/71)')).toBeNull()
    expect(register.nearest('A/RES/1/1')).toBeNull()
  })
})

describe('withInstruments', () => {
  const learned = anInstrument('AG/RES. 2904 (XLVII-O/17)', {
    titles: { en: 'A wrong title', fr: 'Titre' },
    aliases: ['The 2017 resolution'],
    state: 'superseded',
    complete: false,
    languages: ['fr'],
    provisions: [aProvision('4', 'To request the Council.', { term: { from: 2016, to: 2017 } }), aProvision('9', 'To report.')],
  })
  const more = register.withInstruments([learned, anInstrument('AG/RES. 3000 (LII-O/22)')])
  const found = more.resolve({ symbol: 'AG/RES. 2904 (XLVII-O/17)', title: null, written: '' })?.instrument

  test('adds texts and provisions; what is held wins', () => {
    expect(found?.titles).toMatchObject({ en: 'Advancing Hemispheric Initiatives on Integral Development', fr: 'Titre' })
    expect(found?.aliases).toEqual(['The 2017 resolution'])
    expect([found?.state, found?.year, found?.complete]).toEqual(['current', 2017, false])
    const four = found?.provisions.find(({ label }) => label === '4')
    expect(four).toMatchObject({ text: { en: 'To request the Council.' }, addressees: ['council'], term: null })
    expect(four?.summary.en).toMatch(/^Asks CIDI/)
    expect(found?.provisions.some(({ label }) => label === '9')).toBe(true)
    expect(found?.provisions.some(({ label }) => label === '1')).toBe(true)
  })

  test('leaves the former register as it was, and loses nothing', () => {
    expect(bySymbol('AG/RES. 3000 (LII-O/22)')).toBeNull()
    expect(more.instruments).toHaveLength(register.instruments.length + 1)
    expect(more.withInstruments(more.instruments).instruments).toEqual(more.instruments)
  })

  test('knows instruments without a symbol by id and by name', () => {
    const rules = anInstrument('x', {
      symbol: null,
      kind: 'rules',
      titles: { en: 'Rules of Procedure of CIDI' },
      provisions: [aProvision('Article 60')],
    })
    const held = register.withInstruments([rules]).resolve({ symbol: null, title: 'Rules of Procedure of CIDI', written: '' })?.instrument
    expect(held?.provisions.map(({ label }) => label)).toContain('Article 60')
    expect(held?.provisions.map(({ label }) => label)).toContain('Article 58')
    const other = anInstrument('x', { symbol: null, titles: { en: 'Pact of Utopia' } })
    expect(register.withInstruments([other]).instruments).toHaveLength(register.instruments.length + 1)
  })
})
