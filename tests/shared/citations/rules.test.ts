import { describe, expect, it } from 'vitest'
import { nameIndex, readCitations } from '#shared/citations/read.ts'

const symbols = (text: string) => readCitations(text).map(({ canonical }) => canonical)
const repairs = (text: string) => readCitations(text).flatMap((citation) => citation.repairs)

describe('the shape of a number and its body must agree', () => {
  it.each([
    'Permanent Council resolution 760 (XX-O/90)',
    'the declaration 217 (III)',
    'the declaration 75/12',
    'Human Rights Council resolution 2504 (2020)',
    'Human Rights Council resolution 2013/40',
    'General Assembly resolution 2013/40',
    'resolution 75/0',
    'Environment Assembly decision 2/5',
    'The Security Council, recalling with concern the text of resolution 24/14',
    'GC.18/RES. 9/95',
    'CIDI/doc.97',
    'AG/RES. OIl (XLVII-O/17)',
    'AG/XYZ. 88 (XLVI-O/16)',
    'CP/XYZ. 760 (1217/99)',
    'CIDI/XYZ.2/96',
    'A RES/x',
    'A/75/12/abc',
  ])('or nothing is read: %s', (text) => {
    expect(symbols(text)).toEqual([])
  })

  it.each<[string, string[]]>([
    ['Environment Assembly resolution 2/5', ['UNEP/EA.2/Res.5']],
    ['resolution 2013/40', ['E/RES/2013/40']],
    ['resolution 24/14 of the Council', ['A/HRC/RES/24/14']],
    ['AG/TEC. 88 (XLVI-O/16)', ['AG/DEC. 88 (XLVI-O/16)']],
    ['CIDI/REZ.2/96', ['CIDI/RES. 2/96']],
    ['CE/AM/INV.23/08', ['CE/AM/INF.23/08']],
    ['CIDI/DOV.97/14', ['CIDI/doc.97/14']],
    ['AG/RES. 10 (0-O/17)', ['AG/RES. 10']],
    ['AG/RES. 10 (XX/95)', ['AG/RES. 10 (XX/95)']],
    ['AG/RES. 2 910 (XLVII-O/17)', ['AG/RES. 2910 (XLVII-O/17)']],
    ['AG/RES. 2910 (XLVII-Q/17)', ['AG/RES. 2910 (XLVII-O/17)']],
    ['CIDI/CAM/doc.32/l6 rev. 1', ['CIDI/CAM/doc.32/16 rev. 1']],
    ['CE/AM-7/O8', ['CE/AM-7/08']],
    ['S/RES/25O4 (2020)', ['S/RES/2504 (2020)']],
    ['A/75/427 add.1', ['A/75/427/Add.1']],
    ['résolution de l’AG 75/136', ['A/RES/75/136']],
    ['resolución AG 2910 (XLVII-O/17)', ['AG/RES. 2910 (XLVII-O/17)']],
  ])('as in %s', (text, meant) => {
    expect(symbols(text)).toEqual(meant)
  })

  it('names what was repaired', () => {
    expect(repairs('Security Council resolution 2504 (2020, which it adopted')).toEqual(['missing-parenthesis'])
    expect(repairs('AG/RES. 2910 (XLVII-Q/17)')).toEqual(['misspelt'])
    expect(repairs('CE/AM-7/O8')).toEqual(['letter-for-digit'])
    expect(repairs('S/RES/25O4 (2020)')).toEqual(['letter-for-digit'])
  })
})

describe('lists', () => {
  it.each<[string, string[]]>([
    ['resolutions 75/1, A/75/427 and 75/2', ['A/RES/75/1', 'A/75/427', 'A/RES/75/2']],
    ['A/HRC/DEC/18/120 and 36/10', ['A/HRC/DEC/18/120', 'A/HRC/DEC/36/10']],
    ['E/CN.4/RES/2004/16 and 2005/5', ['E/CN.4/RES/2004/16', 'E/CN.4/RES/2005/5']],
    ['UNEP/EA.2/RES/5 and 75/6', ['UNEP/EA.2/RES/5']],
    ['Human Rights Council resolution 24/14 and its resolution 40/3', ['A/HRC/RES/24/14', 'A/RES/40/3']],
    ['A/74/53, resolution 42/12', ['A/74/53', 'A/HRC/RES/42/12']],
    ['A/74/53\nresolution 42/12', ['A/74/53', 'A/RES/42/12']],
  ])('keep their body over %s', (text, meant) => {
    expect(symbols(text)).toEqual(meant)
  })

  it.each(['resolutions 75/1\tand 75/2', 'resolutions 75/1,\n\n75/2', `resolutions 75/1 and ${'very '.repeat(90)}much later, 75/2`])(
    'end at a cell, a paragraph or far away: %s',
    (text) => {
      expect(symbols(text)).toEqual(['A/RES/75/1'])
    },
  )
})

describe('letters of sections', () => {
  it.each<[string, string]>([
    ['A/RES/75/12 A lasting peace', 'A/RES/75/12'],
    ['resolutions 52/12 A and B', 'A/RES/52/12'],
    ['resolution 74/92 A', 'A/RES/74/92 A-B'],
    ['resolution 74/92 B', 'A/RES/74/92 A-B'],
    ['resolution 55/92 A', 'A/RES/55/92'],
  ])('of %s', (text, meant) => {
    expect(symbols(text)).toEqual([meant])
  })
})

describe('paragraphs and titles beside a symbol', () => {
  it.each<[string, string[]]>([
    ['paragraph 12 de mayo de la resolución 75/1', []],
    ['paragraph 2g of resolution 75/1', ['2.g']],
    ['section on schools, paragraph 2, of resolution 75/1', ['Section on schools', '2']],
    ['Section on “Schools” of resolution 75/1', ['Section on Schools']],
    ['Section on schools of the young of resolution 75/1', ['Section on schools of the young']],
    ['third article of resolution 75/1', []],
  ])('in %s', (text, labels) => {
    expect(readCitations(text).map(({ provisions }) => provisions)).toEqual([labels])
  })

  it.each<[string, string | undefined, string[]]>([
    ['AG/RES. 1 (I-O/71) “Schools and towns" paragraph 3', 'Schools and towns', ['3']],
    ['AG/RES. 1 (I-O/71) "Schools and towns” paragraph 3', 'Schools and towns', ['3']],
    ['AG/RES. 1 (I-O/71) “a” paragraph 3', undefined, []],
    ['AG/RES. 1 (I-O/71) Schools and towns Español - English', 'Schools and towns', []],
  ])('in %s', (text, title, labels) => {
    expect(readCitations(text).map((citation) => [citation.title?.text, citation.provisions])).toEqual([[title, labels]])
  })
})

describe('names', () => {
  const names = nameIndex([{ title: 'Framework of Action of the CAM', aliases: ['', '…'] }])
  const named = (text: string) => readCitations(text, { names }).map(({ canonical }) => canonical)

  it('run over a line’s end, not over a paragraph’s or a sentence’s', () => {
    expect(named('the Framework\nof Action of the CAM')).toEqual(['Framework of Action of the CAM'])
    expect(named('the Framework\n\nof Action of the CAM')).toEqual([])
    expect(named('the Framework. Of Action of the CAM')).toEqual([])
    expect(named('the Framework')).toEqual([])
  })
})

describe('words remembered', () => {
  it('are forgotten when there are too many, and read the same again', () => {
    const letters = (index: number) =>
      String(index + 10_000)
        .split('')
        .map((digit) => String.fromCharCode(97 + Number(digit)))
        .join('')
    const text = Array.from({ length: 5000 }, (_, index) => `é${letters(index)} 75/1`).join('\n')
    expect(symbols(text)).toEqual([])
    expect(symbols('la resolutíon 75/136')).toEqual(['A/RES/75/136'])
  })
})
