import { describe, expect, test } from 'vitest'
import { createRegister } from '#shared/register/register.ts'
import { complete, writtenAs } from '../../renderer/features/mandates/complete.ts'
import { provisionsLabel } from '../../renderer/features/mandates/provisions-label.ts'
import { anInstrument, aProvision } from '../builders/plan.ts'

const register = createRegister([
  anInstrument('AG/RES. 2955 (L-O/20)', {
    year: 2020,
    titles: { en: 'Advancing hemispheric initiatives' },
    provisions: [aProvision('34', 'Social protection of migrants'), aProvision('35', 'Portability of pensions')],
  }),
  anInstrument('AG/RES. 2910 (XLVII-O/17)', { year: 2017, titles: { en: 'Migration in the Americas' }, provisions: [aProvision('34')] }),
  anInstrument('AG/RES. 1 (I-O/71)', { year: 1971, state: 'superseded', titles: { en: 'Migration of old' } }),
])

const written = (typed: string): string[] => complete(register, typed).map((suggestion) => writtenAs(suggestion, 'en'))

describe('completion of mandates', () => {
  test('a number with its paragraph names one provision', () => {
    expect(written('2955 34')).toEqual(['AG/RES. 2955 (L-O/20) ¶34'])
    expect(written('AG/RES. 2955 ¶35')[0]).toBe('AG/RES. 2955 (L-O/20) ¶35')
  })

  test('words of the title or text, whatever their accents and case; the current before the superseded', () => {
    expect(written('PENSIONS')).toEqual(['AG/RES. 2955 (L-O/20) ¶35'])
    expect(written('migration').at(-1)).toBe('AG/RES. 1 (I-O/71)')
    expect(written('migratión am')[0]).toMatch(/^AG\/RES\. 2910/)
  })

  test('one letter is too little to ask, and what the register lacks is not found', () => {
    expect(written('m')).toEqual([])
    expect(written('2955 99')).toEqual([])
  })
})

test('paragraph labels are written as delegates read them', () => {
  expect(provisionsLabel(['19', '20', '21', '33.A', '5bis'])).toBe('¶19–21, 33.A, 5bis')
  expect(provisionsLabel(['Article 58'])).toBe('Art. 58')
  expect(provisionsLabel(['2', 'Section on health'])).toBe('¶2 · Section on health')
})
