import { describe, expect, it } from 'vitest'
import { readCitations } from '#shared/citations/read.ts'

const cited = (text: string) => readCitations(text).map(({ canonical, provisions }) => [canonical, ...provisions])
const symbols = (text: string) => readCitations(text).map(({ canonical }) => canonical)

describe('paragraphs between two instruments', () => {
  it.each<[string, string[][]]>([
    [
      'AG/RES. 2910 (XLVII-O/17), operative paragraph 20; op. 2.g of AG/RES. 2738 (XLII-O/12).',
      [
        ['AG/RES. 2910 (XLVII-O/17)', '20'],
        ['AG/RES. 2738 (XLII-O/12)', '2.g'],
      ],
    ],
    [
      'AG/RES. 2910 (XLVII-O/17) “Schools; towns”, operative paragraph 20; op. 3; op. 2.g of AG/RES. 2738 (XLII-O/12)',
      [
        ['AG/RES. 2910 (XLVII-O/17)', '20', '3'],
        ['AG/RES. 2738 (XLII-O/12)', '2.g'],
      ],
    ],
    ['paragraph 4 of resolution 75/101, paragraphs 3 and 4; resolution 75/102', [['A/RES/75/101', '4'], ['A/RES/75/102']]],
    [
      'resolution 75/101, paragraph 3. Paragraph 2 of resolution 75/102',
      [
        ['A/RES/75/101', '3'],
        ['A/RES/75/102', '2'],
      ],
    ],
    [
      'résolution 75/101, paragraphe 3, et paragraphe 2 de la résolution 75/102',
      [
        ['A/RES/75/101', '3'],
        ['A/RES/75/102', '2'],
      ],
    ],
    [
      'resolución 75/101, párrafo 3 y párrafo 2 de la resolución 75/102',
      [
        ['A/RES/75/101', '3'],
        ['A/RES/75/102', '2'],
      ],
    ],
    // the list that stands before its instrument stays whole
    ['operative paragraph 20; op. 2.g of AG/RES. 2738 (XLII-O/12)', [['AG/RES. 2738 (XLII-O/12)', '20', '2.g']]],
    [
      'As AG/RES. 1 (I-O/71) says; paragraph 3; paragraph 4 of AG/RES. 2 (I-O/71)',
      [['AG/RES. 1 (I-O/71)'], ['AG/RES. 2 (I-O/71)', '3', '4']],
    ],
    ['resolution 75/101 and paragraph 3 and section II of resolution 75/102', [['A/RES/75/101'], ['A/RES/75/102', '3', 'Section II']]],
    ['See paragraph 3. Paragraph 2 of resolution 75/102 applies', [['A/RES/75/102', '2']]],
  ])('are each their own in: %s', (text, expected) => {
    expect(cited(text)).toEqual(expected)
  })
})

describe('national papers', () => {
  it.each([
    'A Resolução nº 35/2017 dispõe sobre vistos.',
    'A Resolução n.º 35/2017 dispõe sobre vistos.',
    'La Resolución No. 12/2018 of the Ministry sets the fee.',
    'La Resolución Ministerial 45/2019 fija los plazos.',
    'La résolution n° 3/2016 du conseil municipal ouvre un bureau.',
    'La resolución 112/2019 del Ministerio.',
    'Resolution 45/2019 was printed.',
  ])('are no citations: %s', (text) => {
    expect(symbols(text)).toEqual([])
  })

  it('leaves the bodies that number by year', () => {
    expect(symbols('CIDI/RES. 2/96 and CIDI/RES. 2/1996')).toEqual(['CIDI/RES. 2/96', 'CIDI/RES. 2/96'])
    expect(symbols('Economic and Social Council resolution 2013/40')).toEqual(['E/RES/2013/40'])
    expect(symbols('resolution No. 75/136 of the General Assembly')).toEqual(['A/RES/75/136'])
  })
})

describe('the Human Rights Council’s numbers', () => {
  const list = ['A/HRC/DEC/18/120', 'A/HRC/RES/24/14', 'A/HRC/RES/27/21', 'A/HRC/RES/36/10', 'A/HRC/RES/40/3']

  it.each([
    'la décision 18/120 du Conseil des droits de l’homme, en date du 30 septembre 2011, et les résolutions 24/14 du 27 septembre 2013, 27/21 du 26 septembre 2014, 36/10 du 28 septembre 2017 et 40/3 du 21 mars 2019',
    'Human Rights Council decision 18/120 of 30 September 2011 and resolutions 24/14 of 27 September 2013, 27/21 of 26 September 2014, 36/10 of 28 September 2017 and 40/3 of 21 March 2019',
    'la decisión 18/120 del Consejo de Derechos Humanos, de 30 de septiembre de 2011, y las resoluciones 24/14, de 27 de septiembre de 2013, 27/21, de 26 de septiembre de 2014, 36/10, de 28 de septiembre de 2017, y 40/3, de 21 de marzo de 2019',
    'a decisão 18/120 do Conselho de Direitos Humanos, de 30 de setembro de 2011, e as resoluções 24/14, de 27 de setembro de 2013, 27/21, de 26 de setembro de 2014, 36/10, de 28 de setembro de 2017, e 40/3, de 21 de março de 2019',
    'decision 18/120[footnoteRef:2] of the Human Rights Council and resolutions 24/14 [3: . Adopted without a vote. See page 2.], 27/21, 36/10 and 40/3',
  ])('stay its own from decision to resolution: %s', (text) => {
    expect(symbols(text)).toEqual(list)
  })

  it('keeps places right across footnotes and reads what they cite', () => {
    const text =
      'Human Rights Council resolutions 24/14[1: . See A/68/53.] and 40/3 [footnoteRef:2], as well as AG/RES. 2910 [2: A/75/1] (XLVII-O/17)'
    expect(readCitations(text).map((citation) => [citation.canonical, text.slice(citation.start, citation.end)])).toEqual([
      ['A/HRC/RES/24/14', '24/14'],
      ['A/68/53', 'A/68/53'],
      ['A/HRC/RES/40/3', '40/3'],
      ['AG/RES. 2910 (XLVII-O/17)', 'AG/RES. 2910 [2: A/75/1] (XLVII-O/17)'],
    ])
  })

  it('are told by a session the Assembly never numbered so, where the paragraph names the Council', () => {
    expect(symbols('The Human Rights Council met. Its experts asked for resolution 24/14 to be applied.')).toEqual(['A/HRC/RES/24/14'])
    expect(symbols('Le texte de la résolution 24/14 fut lu. Le Conseil des droits de l’homme en débattra.')).toEqual(['A/HRC/RES/24/14'])
    expect(symbols('The Human Rights Council met.\n\nThe text of resolution 24/14 was read.')).toEqual([])
    expect(symbols('One.\n\nTwo.\n\nThe text of resolution 24/14 was read to the Human Rights Council.\n\nresolution 24/15')).toEqual([
      'A/HRC/RES/24/14',
    ])
    expect(symbols('The Human Rights Council met. The text of resolution 24/144 was read.')).toEqual([])
  })

  it('are told by a date that only its calendar allows', () => {
    expect(symbols('its resolution 42/22 of 26 September 2019')).toEqual(['A/HRC/RES/42/22'])
    expect(symbols('créé par la résolution 31/18 du 23 mars 2016')).toEqual(['A/HRC/RES/31/18'])
    expect(symbols('its resolution 42/22 of 18 November 1987')).toEqual(['A/RES/42/22'])
    expect(symbols('its resolution 42/22 of 18 November 1999')).toEqual(['A/RES/42/22'])
    expect(symbols('its resolution 60/25 of 8 December 2005')).toEqual(['A/RES/60/25'])
    expect(
      symbols('Human Rights Council decision 18/120 and resolutions 24/14 and in particular resolution 60/25 of 8 December 2005'),
    ).toEqual(['A/HRC/DEC/18/120', 'A/HRC/RES/24/14', 'A/RES/60/25'])
  })
})
