import { describe, expect, test } from 'vitest'
import { fold } from '#shared/lib/text.ts'
import { languages } from '#shared/model/language.ts'
import { delegationKey, delegationName, memberStates, offices } from '#shared/model/delegations.ts'

describe('delegations', () => {
  test('are the 35 states of the Charter, each once, in the order of their English names', () => {
    expect(memberStates).toHaveLength(35)
    const names = memberStates.map(({ name }) => name.en)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    expect(memberStates.filter((state) => state.languages.includes('es'))).toHaveLength(18)
    expect(memberStates.filter((state) => state.languages.length === 0)).toEqual([])
  })

  test('have names that no two of them share in any language', () => {
    for (const language of languages) {
      const names = [...memberStates, ...offices].map(({ name }) => fold(name[language]))
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('stand in files under one name, whatever language they are chosen in', () => {
    expect(['México', ' mexique ', 'MEXICO', 'Presidencia', 'Observer of Spain '].map(delegationKey)).toEqual([
      'Mexico',
      'Mexico',
      'Mexico',
      'Chair',
      'Observer of Spain',
    ])
    expect([delegationName('Mexico', 'fr'), delegationName('Haití', 'pt'), delegationName('Observer of Spain', 'es')]).toEqual([
      'Mexique',
      'Haiti',
      'Observer of Spain',
    ])
  })
})
