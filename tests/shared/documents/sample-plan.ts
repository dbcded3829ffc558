import { createRegister, type Register } from '#shared/register/register.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import {
  aBlock,
  aCitation,
  aDate,
  aMandate,
  anActivity,
  anInstrument,
  anItem,
  aPlan,
  aProvision,
  aRemark,
  aSection,
  on,
} from '../../builders/plan.ts'

const bullet = (text: string, level = 0) => anItem(text, { marker: 'bullet', level })
const number = (text: string, level = 0) => anItem(text, { marker: 'number', level })

const activities = (): Activity[] => [
  anActivity({
    when: on('2026-09-22', '10:00'),
    mandate: [
      aCitation('Rules of Procedure', ['Article 58'], {
        symbol: null,
        title: 'Rules of Procedure for the Regular and Special Meetings of CIDI',
      }),
    ],
    items: [number('Election of the Vice Chair'), number('Consideration and adoption of the work plan')],
  }),
  anActivity({
    when: on('2026-10-13', '14:30'),
    mandate: [
      aCitation('AG/RES. 2955 (L-O/20)', ['34'], {
        title: 'Advancing Hemispheric Initiatives on Integral Development: Promotion of Resilience',
      }),
    ],
    items: [anItem('Thematic meeting'), bullet('Access to social benefits and pensions in host countries')],
  }),
  anActivity({
    when: aDate(
      { kind: 'month', month: '2026-11', part: null },
      { tentative: true, note: 'to be coordinated with CIDI', alternative: { kind: 'quarter', year: 2027, quarter: 1 } },
    ),
    mandate: [aCitation('AG/RES. 2904 (XLVII-O/17)', ['4'])],
    items: [bullet('Meeting with the implementers of the Inter-American Program'), bullet('Material for International Migrants Day')],
  }),
  anActivity({
    when: on('2027-01-26', '10:00'),
    mandate: [aCitation('AG/RES. 2816 (XLIV-O/14)', ['19', '20'])],
    items: [
      anItem('Thematic meeting'),
      bullet('Migrants’ contributions to countries of origin'),
      bullet('Remittances and development', 1),
      bullet('Diasporas and their communities', 1),
    ],
  }),
  anActivity({
    when: on('2027-02-16', '10:00'),
    mandate: [aRemark('Resolution on climate'), aCitation('AG/DEC. 88 (XLVI-O/16)'), aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])],
    items: [anItem('Thematic meeting'), bullet('Migration and climate change')],
    state: 'postponed',
  }),
  anActivity({
    when: aDate({ kind: 'range', start: '2027-03-09', end: '2027-03-11' }),
    mandate: [aCitation('AG/RES. 2883 (XLVI-O/16)')],
    items: [anItem('Meeting of experts on the return of migrants and their place in labour markets')],
    venue: 'Padilha Vidal Room',
  }),
  anActivity({ when: aDate({ kind: 'open' }), items: [anItem('Publication of a catalogue of practices')] }),
]

/** A plan in our own words with every kind of date, mark and citation. */
export const samplePlan = (): Plan =>
  aPlan({
    title: 'SCHEDULE OF ACTIVITIES, 2026-2027',
    term: { start: '2026-07-01', end: '2027-11-30' },
    symbol: 'CIDI/CAM/doc.3/26',
    revision: 'rev. 1',
    series: 'OEA/Ser.W',
    issued: '2026-09-14',
    note: 'Draft presented by the Chair',
    sections: [
      aSection({
        kind: 'introduction',
        heading: 'INTRODUCTION:',
        blocks: [
          aBlock(
            'People move for work, for safety and for their families. The states of the region agreed to look at these movements together.',
            {
              footnotes: [
                { id: '00000000-0000-7000-8000-00000000aaaa', at: 56, text: 'Regional survey of households, https://example.org/survey.' },
              ],
            },
          ),
          'The committee will take up:',
          aBlock('social benefits and pensions;', { kind: 'item', marker: 'bullet' }),
          aBlock('climate and movement.', { kind: 'item', marker: 'bullet' }),
        ],
      }),
      aSection({ kind: 'mandates', heading: 'MANDATES', blocks: ['The plan rests on the following texts:'] }),
      aSection({
        kind: 'stakeholders',
        heading: 'PROGRAM STAKEHOLDERS:',
        blocks: [
          aBlock('Member states', { kind: 'item', marker: 'number' }),
          aBlock('Organs of the system', { kind: 'item', marker: 'number' }),
          aBlock('General Secretariat', { kind: 'item', marker: 'bullet', level: 1 }),
        ],
      }),
      aSection({ kind: 'remnants', blocks: ['Leftover words of an import'] }),
    ],
    mandates: [
      aMandate('AG/RES. 2816 (XLIV-O/14)', ['19', '20'], { quotation: 'full' }),
      aMandate('AG/RES. 2910 (XLVII-O/17)', ['20']),
      aMandate('AG/DEC. 88 (XLVI-O/16)'),
    ],
    activities: activities(),
  })

export const sampleRegister = (): Register =>
  createRegister([
    anInstrument('AG/RES. 2816 (XLIV-O/14)', {
      titles: { en: 'Hemispheric Initiatives', es: 'Iniciativas hemisféricas' },
      provisions: [aProvision('19', 'To ask the committee to work on integration.'), aProvision('20', 'To ask the secretariat for help.')],
    }),
    anInstrument('AG/RES. 2910 (XLVII-O/17)', { titles: { en: 'Migration Flows', es: 'Flujos migratorios' } }),
  ])
