import { describe, expect, test } from 'vitest'
import { readCitations } from '#shared/citations/read.ts'
import { createRegister } from '#shared/register/register.ts'
import { citationInWords, offeredFor, soughtBefore } from '../../renderer/features/text/completing.ts'
import { anInstrument, aProvision } from '../builders/plan.ts'

const register = createRegister([
  anInstrument('AG/RES. 2955 (L-O/20)', {
    year: 2020,
    titles: { en: 'Advancing hemispheric initiatives' },
    provisions: [aProvision('34', 'Social protection of migrants'), aProvision('35', 'Portability of pensions')],
  }),
  anInstrument('AG/RES. 2910 (XLVII-O/17)', { year: 2017, titles: { en: 'Migration in the Americas' } }),
])

/** What is offered when the caret stands behind this text. */
function offered(text: string): string[] {
  const sought = soughtBefore(text)
  return sought === null ? [] : offeredFor(register, sought).map((suggestion) => citationInWords(suggestion, 'en'))
}

describe('completion in running text', () => {
  test('after an @ whatever is sought: a number with its paragraph, or words', () => {
    expect(offered('It rests on @2955 34')).toEqual(['AG/RES. 2955 (L-O/20), operative paragraph 34'])
    expect(offered('(@pensions')).toEqual(['AG/RES. 2955 (L-O/20), operative paragraph 35'])
    expect(offered('@migration in the am')[0]).toBe('AG/RES. 2910 (XLVII-O/17)')
  })

  test('the beginning of a symbol, and its paragraph', () => {
    expect(offered('under AG/RES. 29')).toContain('AG/RES. 2910 (XLVII-O/17)')
    expect(offered('under AG/RES. 2955 35')).toEqual(['AG/RES. 2955 (L-O/20), operative paragraph 35'])
    expect(offered('under AG/RES. 2955 (L-O/20), ¶34')).toEqual(['AG/RES. 2955 (L-O/20), operative paragraph 34'])
  })

  test('a number and a paragraph only where the register has the two', () => {
    expect(offered('see 2955 34')).toEqual(['AG/RES. 2955 (L-O/20), operative paragraph 34'])
    expect(offered('of the 2955 3')).toEqual([])
    expect(offered('in 2020 34')).toEqual([])
  })

  test('nothing where a symbol is written to its end, in an address of mail, or in ordinary words', () => {
    expect(offered('under AG/RES. 2955 (L-O/20)')).toEqual([])
    expect(offered('under AG/RES. 2955 (L-O/20) and others')).toEqual([])
    expect(offered('write to cam@pensions')).toEqual([])
    expect(offered('in the year 2955')).toEqual([])
  })

  test('what is written is read as what was chosen, in every language', () => {
    const [suggestion] = offeredFor(register, { start: 0, words: '2955 34', asked: true })
    if (suggestion === undefined) throw new Error('nothing offered')
    for (const language of ['en', 'es', 'fr', 'pt'] as const) {
      const [citation] = readCitations(`${citationInWords(suggestion, language)}.`, { names: register.names })
      expect([citation?.canonical, citation?.provisions]).toEqual(['AG/RES. 2955 (L-O/20)', ['34']])
    }
    expect(citationInWords(suggestion, 'es')).toBe('AG/RES. 2955 (L-O/20), párrafo resolutivo 34')
  })
})
