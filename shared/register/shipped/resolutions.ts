import type { Instrument } from '../../model/instrument.ts'
import { allLanguages, council, generalAssembly, paragraphs, provision, shipped } from './facts.ts'

const initiatives = {
  en: 'Advancing Hemispheric Initiatives on Integral Development',
}

/** The heading under which the yearly resolution on integral development treats migration since 2018, printed as if it were its title. */
const migrationHeading =
  'Fostering the promotion and protection of the human rights of migrants, including migrant workers and their families, in accordance with the Inter-American Program on this subject, to enhance their contribution to development'

const program =
  'Inter-American Program for the Promotion and Protection of the Human Rights of Migrants, Including Migrant Workers and Their Families'

const resolution = { kind: 'resolution', body: generalAssembly, languages: allLanguages } as const

/** Resolutions and declarations of the General Assembly, and of other bodies with sessions, that the committee's papers of 2008 to 2023 cite. */
export const resolutions: readonly Instrument[] = [
  shipped({
    ...resolution,
    id: '01a20972-f478-75d2-9dd2-58595d49d4fb',
    symbol: 'AG/RES. 1404 (XXVI-O/96)',
    year: 1996,
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-06b3f529a795',
    symbol: 'AG/RES. 1480 (XXVII-O/97)',
    year: 1997,
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-0af79aecb580',
    symbol: 'AG/RES. 2729 (XLII-O/12)',
    titles: { en: 'The Human Rights of Migrants, Including Migrant Workers and Their Families' },
    year: 2012,
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-0df469842adb',
    symbol: 'AG/RES. 2738 (XLII-O/12)',
    titles: {
      en: 'Strengthening the Topic of Migration in the OAS: Establishment of the Committee on Migration Issues',
    },
    year: 2012,
    provisions: paragraphs(1, 3, [
      provision(
        '1',
        ['committee'],
        'Sets up the CAM as a permanent committee of CIDI and the principal forum of the Organization on migration.',
      ),
      provision('2', ['committee'], 'Lays down guidelines by which the CAM works, under the statutes and rules of procedure of CIDI.'),
      provision('2.a', ['committee'], 'A comprehensive, balanced and technical approach to what migration brings and costs.', {
        parent: '2',
      }),
      provision('2.b', ['committee'], 'Dialogue, exchange of good practices and cooperation on migration at every level.', { parent: '2' }),
      provision('2.c', ['committee'], 'Actions that dignify the image of migrants and strengthen what they contribute.', { parent: '2' }),
      provision('2.d', ['committee'], 'A gender perspective in the work of the CAM.', { parent: '2' }),
      provision(
        '3',
        ['committee'],
        'Has the CAM review, implement and monitor the Inter-American Program on the human rights of migrants and report on the results.',
      ),
    ]),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-136e916b75d0',
    symbol: 'AG/RES. 2739 (XLII-O/12)',
    titles: { en: 'Optimization of the Structure of the Inter-American Council for Integral Development (CIDI)' },
    aliases: ['Optimization of the Structure of the Inter-American Council for Integral Development'],
    year: 2012,
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-15acbf780fc3',
    symbol: 'AG/RES. 2816 (XLIV-O/14)',
    titles: initiatives,
    year: 2014,
    provisions: paragraphs(18, 22, [
      provision(
        '19',
        ['committee'],
        'Has the CAM focus its cooperation work of 2014-2015 on public policies for integration, return and the contributions of migrants.',
        {
          term: { from: 2014, to: 2015 },
        },
      ),
      provision(
        '19.A',
        ['committee'],
        'Integration of migrants in host countries; media campaigns for the image of migrants and against xenophobia.',
        {
          parent: '19',
          term: { from: 2014, to: 2015 },
        },
      ),
      provision(
        '19.B',
        ['committee'],
        'Inclusion of migrants who return, among others by programs that bring them into the labor market.',
        {
          parent: '19',
          term: { from: 2014, to: 2015 },
        },
      ),
      provision('19.C', ['committee'], 'Recognition and measurement of the economic and social contributions of migrants.', {
        parent: '19',
        term: { from: 2014, to: 2015 },
      }),
      provision(
        '20',
        ['secretariat'],
        'Has SEDI help CIDI bring migration and development into the strategic plan for partnership for integral development.',
      ),
    ]),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-1854e2338080',
    symbol: 'AG/RES. 2881 (XLVI-O/16)',
    titles: initiatives,
    year: 2016,
    provisions: paragraphs(33, 37, [
      provision(
        '33',
        ['committee'],
        'Has the CAM center its cooperation work of 2016-2017 on the rights, integration, return and contributions of migrants.',
        {
          term: { from: 2016, to: 2017 },
        },
      ),
      provision('33.A', ['committee'], 'Protection of the human rights of migrants.', { parent: '33', term: { from: 2016, to: 2017 } }),
      provision('33.B', ['committee'], 'Integration of migrants in host countries.', { parent: '33', term: { from: 2016, to: 2017 } }),
      provision('33.C', ['committee'], 'Inclusion of migrants who return to their countries of origin.', {
        parent: '33',
        term: { from: 2016, to: 2017 },
      }),
      provision('33.D', ['committee'], 'Contributions of migrants.', { parent: '33', term: { from: 2016, to: 2017 } }),
      provision('36', [], 'Acknowledges what migrants contribute and condemns racism, discrimination and xenophobia against them.'),
      provision('37', [], 'Supports the Organization in helping states reach the Sustainable Development Goals on migration and mobility.'),
    ]),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f479-708d-8f7d-1fb5595c55e9',
    symbol: 'AG/RES. 2883 (XLVI-O/16)',
    titles: { en: program },
    aliases: [
      program,
      'Programa Interamericano para la Promoción y Protección de los Derechos Humanos de las Personas Migrantes, Incluyendo los Trabajadores Migratorios y sus Familias',
    ],
    year: 2016,
    provisions: [
      ...paragraphs(1, 3),
      provision(
        'Section on Program Coordination and Follow-up Activities',
        ['committee', 'council', 'states', 'others'],
        'Makes the CAM the political organ in charge of the Program, with yearly meetings of those who carry it out, reports and a meeting of experts before the Summits of the Americas.',
        { kind: 'section' },
      ),
    ],
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-475219cd753c',
    symbol: 'AG/DEC. 88 (XLVI-O/16)',
    kind: 'declaration',
    titles: { en: 'Climate Change, Food Security, and Migration in the Americas' },
    aliases: ['Declaration on Climate Change, Food Security, and Migration in the Americas'],
    year: 2016,
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-49cf1ae13d0a',
    symbol: 'AG/RES. 2904 (XLVII-O/17)',
    titles: initiatives,
    year: 2017,
    provisions: [
      provision('Section on Migration and development', [], 'The part on migration of the yearly resolution on integral development.', {
        kind: 'section',
      }),
      ...paragraphs(1, 4, [
        provision(
          '1',
          ['states'],
          'Urges states to coordinate and cooperate with those who carry out the Program for the rights of migrants and to adopt policies on food security, disaster risk, climate and health.',
        ),
        provision(
          '2',
          ['states'],
          'Urges states to heed the vulnerability of migrant women, girls and adolescents and to protect their rights.',
        ),
        provision(
          '3',
          ['committee'],
          'Highlights the first dialogue of the regional consultative processes on migration and the role of the CAM in its follow-up.',
        ),
        provision(
          '4',
          ['council'],
          'Asks CIDI to convene a meeting with the actors who implement the Inter-American Program on the human rights of migrants, migrant workers and their families, to exchange best practices and information on its implementation.',
        ),
      ]).map((paragraph) => ({ ...paragraph, parent: 'Section on Migration and development' })),
    ],
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-4f6325eaadc0',
    symbol: 'AG/RES. 2910 (XLVII-O/17)',
    titles: { en: 'Migration in the Americas' },
    aliases: [],
    adopted: '2017-06-21',
    year: 2017,
    provisions: paragraphs(1, 20, [
      provision(
        '20',
        ['states', 'secretariat', 'committee'],
        'Urges states to contribute to the negotiation of the Global Compact on migration, through the CAM and with help from the General Secretariat.',
      ),
    ]),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-533f404d8ba8',
    symbol: 'AG/RES. 2916 (XLVIII-O/18)',
    titles: initiatives,
    aliases: [`${initiatives.en}. ${migrationHeading}`],
    year: 2018,
    provisions: paragraphs(26, 33),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-56fa89e3f1ca',
    symbol: 'AG/RES. 2939 (XLIX-O/19)',
    titles: initiatives,
    aliases: [`${initiatives.en}. ${migrationHeading}`],
    year: 2019,
    provisions: paragraphs(21, 25),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-58da887400d2',
    symbol: 'AG/RES. 2955 (L-O/20)',
    titles: { en: `${initiatives.en}: Promotion of Resilience` },
    aliases: [initiatives.en, `${initiatives.en}: Promoting Resilience`, `${initiatives.en}: Promotion of Resilience. ${migrationHeading}`],
    year: 2020,
    provisions: paragraphs(34, 45),
  }),
  shipped({
    ...resolution,
    id: '01a20972-f47a-756b-b7a5-5ef465061113',
    symbol: 'AG/RES. 2988 (LII-O/22)',
    year: 2022,
    provisions: [
      provision(
        '56',
        ['committee'],
        'Urges the CAM to recognize the regional consultative mechanisms on migration and to give them a yearly session for dialogue, for better governance and protection.',
      ),
    ],
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-6346f770244a',
    symbol: 'CIM/RES. 252 (XXXIV-O/08)',
    kind: 'resolution',
    body: 'Inter-American Commission of Women',
    year: 2008,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-66b6ba79afab',
    symbol: null,
    kind: 'resolution',
    titles: { en: 'ECLAC resolution 615 (XXXI)' },
    aliases: ['ECLAC resolution 615 (XXXI)', 'Resolution 615 (XXXI) of the Economic Commission for Latin America and the Caribbean'],
    body: 'Economic Commission for Latin America and the Caribbean',
    year: 2006,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-68983bc4d99b',
    symbol: null,
    kind: 'rules',
    titles: {
      en: 'Rules of Procedure for the Regular and Special Meetings of CIDI',
      es: 'Reglamento de las Reuniones Ordinarias y Extraordinarias del CIDI',
    },
    aliases: [
      'Rules of Procedure for Regular and Special Meetings of CIDI',
      'Rules of Procedure for Regular and Special Meetings of the Inter-American Council for Integral Development',
      'Rules of Procedure of CIDI',
      'Rules of Procedure for regular meetings of CIDI',
      'Reglamento de las Reuniones Ordinarias y Extraordinarias del Consejo Interamericano para el Desarrollo Integral',
      'Reglamento del CIDI',
    ],
    body: council,
    provisions: [
      provision('Article 58', ['committee'], 'Lists the functions of the Committee on Migration Issues.', { kind: 'article' }),
      provision(
        'Article 58.a',
        ['committee'],
        'To be the principal forum of the Organization on migration, with a comprehensive, balanced and technical approach and a gender perspective.',
        { kind: 'point', parent: 'Article 58' },
      ),
      provision(
        'Article 58.b',
        ['committee'],
        'To further dialogue, cooperation and the exchange of experience and good practices on migration at every level, with respect for human rights.',
        { kind: 'point', parent: 'Article 58' },
      ),
      provision('Article 58.c', ['committee'], 'To deal with the matters of migration that the General Assembly or CIDI hands to it.', {
        kind: 'point',
        parent: 'Article 58',
      }),
      provision(
        'Article 58.d',
        ['committee'],
        'To keep links and exchange information with other agencies and subregional processes on migration.',
        { kind: 'point', parent: 'Article 58' },
      ),
    ],
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-6dd5bd2a817b',
    symbol: null,
    kind: 'rules',
    titles: {
      en: 'Statutes of the Inter-American Council for Integral Development',
      es: 'Estatuto del Consejo Interamericano para el Desarrollo Integral',
    },
    aliases: ['Statutes of CIDI', 'Estatuto del CIDI'],
    body: generalAssembly,
  }),
]
