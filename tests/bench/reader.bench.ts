import { readCitations } from '#shared/citations/read.ts'
import { type BenchRow, median } from './table.ts'

/** Paragraphs in the manner of real ones. */
const paragraphs = [
  'Recalling its resolutions 74/93 of 13 December 2019, 75/12 and 75/14, as well as Human Rights Council resolutions 23/17 of 13 June 2013 and 41/8, and taking note of the report of the Secretary-General on the subject (A/75/427, annex II), which member states examined with care over several meetings and found useful for the work ahead.',
  'The Committee shall meet in public unless it decides otherwise. Its Chair may invite experts, representatives of civil society and other guests to speak, in the order in which they asked for the floor, and shall see that the summary of each meeting reaches the delegations in the four official languages within ten working days of its closing.',
  'AG/RES. 2910 (XLVII-O/17) “Migration in the Americas”, operative paragraphs 19 and 20, and CIDI/CAM/doc.32/16 rev. 1 ask the Committee for a dialogue on regular migration and/or return, to be held in the first half of the 2020/21 term.',
  'Los Estados Miembros recuerdan los párrafos 3 a 5 de la resolución 66/176, de 19 de diciembre de 2011, y la resolución 2504 (2020) del Consejo de Seguridad, y subrayan que la cooperación entre los países de origen, tránsito y destino es condición para una migración segura, ordenada y regular en todo el continente.',
  'Les délégations ont remercié la Présidence de son exposé, pris note des résolutions 64/256 du 2 mars 2010 et 65/122 du 13 décembre 2010, et prié le Secrétariat de préparer, dans la limite des ressources disponibles, une étude des pratiques suivies par les organismes de la région depuis dix ans.',
]

/** Set between them so that a citation comes every eight hundred characters, as in the resolutions of a session of the General Assembly. */
const prose =
  'Delegations spoke of schools, of clean water and of work for the young, and asked that the next meeting hear the towns that receive newcomers, which know best what is wanted. The Chair thanked them, recalled that 24/7 help lines had been opened in three countries (two of them on the coast), and proposed to come back to the matter in the spring; it was so agreed. The Secretariat will publish the statements, with the charts and tables, on the page of the Committee.'

/** What someone would write first: anything that looks like a symbol or like two numbers with a slash. */
const simple = /\b[A-Z]{1,8}(?:\/[A-Za-z.\d]+)+(?: \d+ \([A-Z]+-[OE]\/\d\d\))?|\b\d{1,4}\/\d{1,4}\b|\b\d{1,4} \(\d{4}\)/g

/** Megabytes read in a second, beside a scan of the same text by one expression that only finds and understands nothing. */
export async function run(): Promise<BenchRow[]> {
  const once = [...paragraphs, ...Array.from({ length: 24 }, () => prose)].join('\n\n')
  const rows: BenchRow[] = []
  for (const megabytes of [0.1, 1, 10]) {
    const text = `${once}\n\n`.repeat(Math.ceil((megabytes * 1_000_000) / once.length))
    const size = new TextEncoder().encode(text).length / 1_000_000
    const ours = await median(5, () => readCitations(text).length)
    const peer = await median(5, () => [...text.matchAll(simple)].length)
    rows.push({
      work: 'read citations out of text',
      size: `${megabytes} MB`,
      ours: (size / ours) * 1000,
      peer: (size / peer) * 1000,
      peerName: 'one regular expression that only finds',
      unit: 'MB/s',
    })
  }
  return rows
}
