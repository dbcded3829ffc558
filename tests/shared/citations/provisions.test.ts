import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProvisions, writeProvisions } from '#shared/citations/provisions.ts'
import { languages } from '#shared/model/language.ts'

const labels = (text: string) => readProvisions(text)?.labels ?? null

describe('reading paragraph references', () => {
  it.each([
    ['operative paragraphs 19 and 20', ['19', '20']],
    ['paragraphs 1 to 3, 7 and 9(c)', ['1', '2', '3', '7', '9.c']],
    ['Operative paragraphs 34-38', ['34', '35', '36', '37', '38']],
    ['Operative paragraphs 1 -4', ['1', '2', '3', '4']],
    ['operative paragraphs 33, 36, and 37', ['33', '36', '37']],
    ['OP 2.g', ['2.g']],
    ['OP3bis', ['3bis']],
    ['OPs 3, 5 and 7', ['3', '5', '7']],
    ['PP5', ['PP5']],
    ['¶34', ['34']],
    ['art. 58', ['Article 58']],
    ['Articles 58 and 60', ['Article 58', 'Article 60']],
    ['33.A', null],
    ['paragraph 33.A', ['33.A']],
    ['paragraph 5bis', ['5bis']],
    ['paragraphs 2 (a) and (b)', ['2.a', '2.b']],
    ['paragraphs 2 (a) to (d)', ['2.a', '2.b', '2.c', '2.d']],
    ['paragraph 3 (b) (ii)', ['3.b.ii']],
    ['third operative paragraph', ['3']],
    ['second and third operative paragraphs', ['2', '3']],
    ['párrafos resolutivos 26 al 29', ['26', '27', '28', '29']],
    ['párrafo resolutivo tercero', ['3']],
    ['el tercer párrafo resolutivo', ['3']],
    ['quinto párrafo preambular', ['PP5']],
    ['párrafos 9 a) y b)', ['9.a', '9.b']],
    ['párrafo 34 de la parte dispositiva', ['34']],
    ['paragraphes 12 et 13 du dispositif', ['12', '13']],
    ['paragraphe 2 du préambule', ['PP2']],
    ['parágrafos 3 a 5', ['3', '4', '5']],
    ['parágrafos operativos 19 e 20', ['19', '20']],
    ['artigo 58', ['Article 58']],
    ['Section on Migration and development', ['Section on Migration and development']],
    ['Section on Program Coordination and Follow-up Activities:', ['Section on Program Coordination and Follow-up Activities']],
    ['Sección sobre Coordinación del Programa', ['Section on Coordinación del Programa']],
    ['sect. II', ['Section II']],
    ['annex', ['Annex']],
    ['annex II', ['Annex II']],
    ['paragrahs 3 to 5', ['3', '4', '5']],
    ['operative\nparagraphs\n19 and 20', ['19', '20']],
    ['paragraphs 19, 19 and 20', ['19', '20']],
  ])('%s', (text, expected) => {
    if (expected !== null) expect(labels(text)).toEqual(expected)
  })

  it('takes a bare list, as it is typed into a field', () => {
    expect(labels('19, 20 and 33.A')).toEqual(['19', '20', '33.A'])
    expect(labels(' 3-5 ')).toEqual(['3', '4', '5'])
    expect(labels('19 members of the Council')).toBeNull()
  })

  it('keeps only the ends of a range that runs backwards or too far', () => {
    expect(labels('paragraphs 9 to 3')).toEqual(['9', '3'])
    expect(labels('paragraphs 1 to 900')).toEqual(['1', '900'])
    expect(labels('paragraphs 2 (d) to (a)')).toEqual(['2.d', '2.a'])
    expect(labels('paragraphs 2 (a) to 3 (b)')).toEqual(['2.a', '3.b'])
  })

  it('does not take dates, years and symbols for paragraphs', () => {
    expect(labels('paragraph 2013')).toBeNull()
    expect(labels('paragraphs 75/12')).toBeNull()
    expect(labels('section')).toBeNull()
    expect(labels('the articles of association')).toBeNull()
    expect(labels('')).toBeNull()
  })

  it('says where the reference stands', () => {
    expect(readProvisions('See operative paragraph 4.')).toMatchObject({ start: 4, end: 25 })
  })
})

describe('writing paragraph references', () => {
  it('writes them as the language does', () => {
    expect(writeProvisions(['19', '20'], 'en')).toBe('operative paragraphs 19 and 20')
    expect(writeProvisions(['34'], 'en')).toBe('operative paragraph 34')
    expect(writeProvisions(['34', '35', '36', '40'], 'en')).toBe('operative paragraphs 34 to 36 and 40')
    expect(writeProvisions(['19', '20'], 'es')).toBe('párrafos resolutivos 19 y 20')
    expect(writeProvisions(['19', '20'], 'fr')).toBe('paragraphes 19 et 20 du dispositif')
    expect(writeProvisions(['19', '20'], 'pt')).toBe('parágrafos operativos 19 e 20')
    expect(writeProvisions(['Article 58'], 'es')).toBe('Artículo 58')
    expect(writeProvisions(['Section on Migration and development'], 'en')).toBe('Section on Migration and development')
    expect(writeProvisions(['1', 'Article 58', 'Annex II', 'PP3'], 'en')).toBe(
      'operative paragraph 1; Article 58; Annex II; preambular paragraph 3',
    )
    expect(writeProvisions([], 'en')).toBe('')
  })

  it('reads back as the same labels', () => {
    const paragraph = fc.integer({ min: 1, max: 199 })
    const label = fc.oneof(
      { weight: 6, arbitrary: paragraph.map(String) },
      paragraph.map((value) => `${value}bis`),
      fc.tuple(paragraph, fc.constantFrom('a', 'g', 'A', 'b.ii')).map(([value, branch]) => `${value}.${branch}`),
      paragraph.map((value) => `Article ${value}`),
      paragraph.map((value) => `PP${value}`),
      fc.constantFrom('Section on Migration and development', 'Section II', 'Section C', 'Annex', 'Annex I'),
    )
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 8 }), fc.constantFrom(...languages), (given, language) => {
        expect(labels(writeProvisions(given, language))).toEqual(given)
      }),
      { numRuns: 400 },
    )
  })
})
