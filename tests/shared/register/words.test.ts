import { describe, expect, test } from 'vitest'
import type { Addressee } from '#shared/model/instrument.ts'
import type { Language } from '#shared/model/language.ts'
import { addresseesOf } from '#shared/register/addressees.ts'
import { likeness, paraphrases, rankProvisions } from '#shared/register/ranking.ts'
import { termLimitOf } from '#shared/register/term-limit.ts'
import { callName, titleMatches, titleOf } from '#shared/register/titles.ts'
import { foldWords, nameKey, stemsOf } from '#shared/register/words.ts'
import { nearNumbers, seriesPlace } from '#shared/register/series.ts'
import { anInstrument, aProvision } from '../../builders/plan.ts'

describe('addresseesOf', () => {
  test.each<[string, Language, Addressee[]]>([
    ['To instruct the CAM to focus its work on integration.', 'en', ['committee']],
    ['To instruct the Committee on Migration Issues (CAM) to report.', 'en', ['committee']],
    ['To urge member states to strengthen coordination.', 'en', ['states']],
    ['To urge all OAS member states and to instruct the General Secretariat to help.', 'en', ['states', 'secretariat']],
    ['To request SEDI to assist CIDI.', 'en', ['secretariat']],
    ['To request the Inter-American Council for Integral Development (CIDI) to convene a meeting.', 'en', ['council']],
    ['To ask the Chair to distribute the text.', 'en', ['chair']],
    ['To invite the Inter-American Commission of Women to take part.', 'en', ['others']],
    ['The CAM shall operate in accordance with the statutes.', 'en', ['committee']],
    ['To acknowledge the contribution of migrants.', 'en', []],
    ['Encomendar a la Comisión de Asuntos Migratorios que presente un informe.', 'es', ['committee']],
    ['Instar a los Estados Miembros a que fortalezcan la coordinación.', 'es', ['states']],
    ['Solicitar a la Secretaría General que preste apoyo.', 'es', ['secretariat']],
    ['Charger la Commission des questions migratoires de présenter un rapport.', 'fr', ['committee']],
    ['Prier instamment les États membres de renforcer la coordination.', 'fr', ['states']],
    ['Encarregar a CAM de apresentar um relatório.', 'pt', ['committee']],
    ['Instar os Estados membros a fortalecer a coordenação.', 'pt', ['states']],
  ])('%s', (text, language, expected) => {
    expect(addresseesOf(text, language)).toEqual(expected)
  })
})

describe('termLimitOf', () => {
  test.each<[string, Language, { from: number; to: number } | null]>([
    ['to focus its work during the 2014-2015 period on policies', 'en', { from: 2014, to: 2015 }],
    ['for the 2016–17 term', 'en', { from: 2016, to: 2017 }],
    ['in the period 2014-2015', 'en', { from: 2014, to: 2015 }],
    ['as the 2014 report says, and since 2015', 'en', null],
    ['para el período 2014-2015', 'es', { from: 2014, to: 2015 }],
    ['durante el bienio 2019/20', 'es', { from: 2019, to: 2020 }],
    ['pendant la période 2014-2015', 'fr', { from: 2014, to: 2015 }],
    ['durante o período de 2014-2015', 'pt', { from: 2014, to: 2015 }],
    ['during the 2015-2014 period', 'en', null],
  ])('%s', (text, language, expected) => {
    expect(termLimitOf(text, language)).toEqual(expected)
    if (expected !== null) expect(termLimitOf(text)).toEqual(expected)
  })
})

describe('rankProvisions', () => {
  const candidates = [
    aProvision('1', 'To urge states to promote food security and health.'),
    aProvision('2', 'To protect migrant women and girls.'),
    aProvision('3', 'To convene a meeting with the actors of the Program to exchange best practices.'),
    aProvision('4'),
  ]

  test('puts the provision that shares most first, and leaves out those that share nothing', () => {
    const ranked = rankProvisions('Meeting of Program implementers to exchange best practice', candidates)
    expect(ranked.map(({ provision }) => provision.label)).toEqual(['3'])
    expect(ranked[0]?.score).toBeGreaterThan(0.5)
    expect(rankProvisions('Food for migrants', candidates).map(({ provision }) => provision.label)).toEqual(['2', '1'])
  })

  test('finds nothing for words that nobody uses, and among no candidates', () => {
    expect(rankProvisions('the of and', candidates)).toEqual([])
    expect(rankProvisions('astronomy', candidates)).toEqual([])
    expect(rankProvisions('meeting', [])).toEqual([])
  })

  test('works in the other languages', () => {
    const spanish = [
      aProvision('1', '', { text: { es: 'Instar a los Estados a proteger a las mujeres migrantes.' } }),
      aProvision('2', '', { text: { es: 'Convocar una reunión.' } }),
    ]
    expect(rankProvisions('Reuniones', spanish)[0]?.provision.label).toBe('2')
    expect(rankProvisions('Mujer migrante', spanish)[0]?.provision.label).toBe('1')
  })
})

describe('paraphrases', () => {
  const provision = aProvision(
    '4',
    'To request the Council to convene a meeting with the actors of the Program to exchange best practices and information.',
  )

  test('knows a retelling from another subject and from a few words', () => {
    expect(
      paraphrases('Request that the Council convene a meeting with the implementers of the Program to exchange practices', provision),
    ).toBe(true)
    expect(paraphrases('Review of the work plan and election of the Chair of the Council', provision)).toBe(false)
    expect(paraphrases('A meeting', provision)).toBe(false)
  })
})

describe('words', () => {
  test('fold case, accents and punctuation', () => {
    expect(foldWords('  “Migración”, en las AMÉRICAS – migrants’ rights! ')).toBe('migracion en las americas migrants rights')
    expect(foldWords("states' rights, l'année")).toBe('states rights lannee')
  })

  test('come down to stems without empty words', () => {
    expect(stemsOf('The meetings of the migrants: reuniones y topics')).toEqual(['meetin', 'migran', 'reunio', 'topic'])
    expect(nameKey('Rules of Procedures for the Regular Meetings')).toBe(nameKey('rules of procedure for regular meeting'))
  })

  test('are alike by the share of the smaller text', () => {
    const set = (text: string) => new Set(stemsOf(text))
    expect(likeness(set('climate change'), set('migration and climate change'))).toBe(1)
    expect(likeness(set(''), set('migration'))).toBe(0)
    expect(likeness(set('climate food'), set('climate health'))).toBe(0.5)
  })
})

describe('titles', () => {
  const instrument = anInstrument('AG/RES. 1 (I-O/71)', {
    titles: { en: 'Advancing Initiatives', es: 'Impulsando iniciativas' },
    aliases: ['The Omnibus'],
  })

  test('match in any language, by another name, and with a heading behind', () => {
    for (const title of [
      'advancing initiatives',
      'Impulsando Iniciativas.',
      'the omnibus',
      'Advancing Initiatives: Resilience',
      'Advancing Initiatives – Part II',
    ]) {
      expect(titleMatches(instrument, title), title).toBe(true)
    }
    expect(titleMatches(instrument, 'Advancing Initiatives Further')).toBe(false)
  })

  test('are shown in the language asked for, else in another', () => {
    expect([titleOf(instrument, 'es'), titleOf(instrument, 'fr'), titleOf(anInstrument('x', { titles: { pt: 'Título' } }))]).toEqual([
      'Impulsando iniciativas',
      'Advancing Initiatives',
      'Título',
    ])
    expect(titleOf(anInstrument('x'))).toBeNull()
    expect([
      callName(instrument),
      callName({ ...instrument, symbol: null }),
      callName(anInstrument('x', { symbol: null, aliases: ['Pact'] })),
    ]).toEqual(['AG/RES. 1 (I-O/71)', 'Advancing Initiatives', 'Pact'])
    expect(callName(anInstrument('x', { symbol: null }))).toBe('')
  })
})

describe('series', () => {
  test('are of resolutions and declarations with a session or a meeting', () => {
    expect(seriesPlace('AG/RES. 2910 (XLVII-O/17)')).toEqual({
      series: 'AG/RES. O',
      number: 2910,
      session: { number: 47, kind: 'O' },
      year: 2017,
    })
    expect(seriesPlace('CP/RES. 760 (1217/99)')).toEqual({ series: 'CP/RES. meeting', number: 760, session: null, year: 1999 })
    for (const symbol of ['CIDI/RES. 2/96', 'CIDI/doc.97/14', 'A/RES/75/136', 'OEA/Ser.P', 'x']) expect(seriesPlace(symbol)).toBeNull()
  })

  test('have numbers one slip away', () => {
    const near = nearNumbers(2910)
    for (const number of [2901, 9210, 291, 910, 2911, 12910, 29100, 2810]) expect(near).toContain(number)
    expect(near).not.toContain(2910)
    expect(near).not.toContain(2899)
  })
})
