import { describe, expect, it } from 'vitest'
import { finderOf, type Manner } from '#shared/operations/matches.ts'

const loose: Manner = { wholeWords: false, matchCase: false, foldAccents: true }
const exact: Manner = { wholeWords: false, matchCase: true, foldAccents: false }

const found = (text: string, sought: string, manner: Partial<Manner> = {}): string[] =>
  finderOf({ text: sought, ...loose, ...manner })(text).map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`)

describe('finding words in a text', () => {
  it('case and accents are overlooked unless asked for', () => {
    expect(found('Migración, MIGRACION, migracio\u0301n', 'migracion')).toEqual([
      '0-9 Migración',
      '11-20 MIGRACION',
      '22-32 migracio\u0301n',
    ])
    expect(found('Migración, MIGRACION, migracio\u0301n', 'migración', exact)).toEqual(['22-32 migracio\u0301n'])
    expect(found('été ete', 'e', { foldAccents: false })).toEqual(['4-5 e', '6-7 e'])
  })

  it('a letter is not cut from its accent', () => {
    expect(found('cafe\u0301s', 'cafe', { foldAccents: false })).toEqual([])
    expect(found('cafe\u0301s', 'cafe')).toEqual(['0-5 cafe\u0301'])
  })

  it('whole words end where letters, digits and accents do, in any script', () => {
    const whole = { wholeWords: true }
    expect(found('art artículo l’art, art-58 art58', 'art', whole)).toEqual(['0-3 art', '15-18 art', '20-23 art'])
    expect(found('niño niñoś', 'niño', whole)).toEqual(['0-4 niño'])
    expect(found('мир миру', 'мир', whole)).toEqual(['0-3 мир'])
    expect(found('𝐚b b', 'b', whole)).toEqual(['4-5 b'])
    expect(found('(CAM) CAMs', '(CAM)', whole)).toEqual(['0-5 (CAM)'])
  })

  it('places do not overlap', () => {
    expect(found('aaaaa', 'aa')).toEqual(['0-2 aa', '2-4 aa'])
    expect(found('a-a-a a-a', 'a-a', { wholeWords: true })).toEqual(['0-3 a-a', '6-9 a-a'])
  })

  it('apostrophes and spaces that keep words together are found by plain ones', () => {
    expect(found('l’Assemblée générale', "l'assemblee generale")).toEqual(['0-20 l’Assemblée générale'])
    expect(found('2:30\u00a0p.m.', '2:30 p.m.')).toEqual(['0-9 2:30\u00a0p.m.'])
  })

  it('nothing sought is nowhere', () => {
    expect(found('text', '')).toEqual([])
    expect(found('text', '\u0301')).toEqual([])
  })
})
