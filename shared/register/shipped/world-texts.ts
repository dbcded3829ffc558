import type { Instrument } from '../../model/instrument.ts'
import { shipped } from './facts.ts'

const unitedNations = 'General Assembly of the United Nations'
const summit = 'Summit of the Americas'

/** United Nations texts and declarations of summits that the committee's papers cite. */
export const worldTexts: readonly Instrument[] = [
  shipped({
    id: '01a20972-f47a-756b-b7a5-c1fa5810d003',
    symbol: 'A/RES/58/208',
    kind: 'resolution',
    titles: { en: 'International migration and development' },
    body: unitedNations,
    year: 2003,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-c617963069b0',
    symbol: 'A/RES/70/1',
    kind: 'resolution',
    titles: { en: 'Transforming our world: the 2030 Agenda for Sustainable Development' },
    aliases: ['2030 Agenda for Sustainable Development', 'Agenda 2030 para el Desarrollo Sostenible'],
    body: unitedNations,
    year: 2015,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-c85f2046a9b8',
    symbol: 'A/RES/71/1',
    kind: 'declaration',
    titles: { en: 'New York Declaration for Refugees and Migrants' },
    aliases: ['New York Declaration for Refugees and Migrants'],
    body: unitedNations,
    year: 2016,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-cfbd52729802',
    symbol: 'A/RES/73/195',
    kind: 'resolution',
    titles: { en: 'Global Compact for Safe, Orderly and Regular Migration' },
    aliases: [
      'Global Compact for Safe, Orderly and Regular Migration',
      'Global Compact on Safe, Orderly, and Regular Migration',
      'Pacto Mundial para la Migración Segura, Ordenada y Regular',
    ],
    body: unitedNations,
    year: 2018,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-d3bc38569b71',
    symbol: null,
    kind: 'declaration',
    titles: { en: 'Declaration of Mar del Plata' },
    aliases: ['Declaration and Plan of Action of Mar del Plata', 'Plan of Action of Mar del Plata', 'Declaración de Mar del Plata'],
    body: summit,
    year: 2005,
  }),
  shipped({
    id: '01a20972-f47a-756b-b7a5-d63e61f2f2a3',
    symbol: null,
    kind: 'declaration',
    titles: { en: 'Los Angeles Declaration on Migration and Protection' },
    aliases: ['Declaration of Los Angeles', 'Los Angeles Declaration', 'Declaración de Los Ángeles sobre Migración y Protección'],
    body: summit,
    year: 2022,
  }),
]
