import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import { layOut } from '#shared/documents/layouts.ts'
import { type Language, languages } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Register } from '#shared/register/register.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { type FormatId, writeFormat } from '../../../main/files/formats.ts'
import { readPlanBytes } from '../../../main/files/read-plan.ts'
import { hasSharedData, sharedData } from '../../acceptance/shared-data.ts'
import { aCitation, anActivity, anItem, aPlan, aSection, aBlock, counterIds, numberedId, on } from '../../builders/plan.ts'
import { samplePlan, sampleRegister } from '../../shared/documents/sample-plan.ts'

const shipped = shippedRegister()

/** The sample's instruments beside the shipped ones, whose names are known. */
const sampleKnown = (): Known => ({ plan: samplePlan(), register: shipped.withInstruments(sampleRegister().instruments) })

interface Known {
  readonly plan: Plan
  readonly register: Register
}

function read(bytes: Uint8Array, name: string, register: Register): Known {
  const outcome = readPlanBytes(bytes, name, { makeId: counterIds(), register })
  if (!outcome.ok) throw new Error(outcome.error.sentence)
  const { plan, instruments } = outcome.value
  return { plan, register: register.withInstruments(instruments) }
}

const folder = join(import.meta.dirname, '../..')
const texts: Record<string, string> = { sample: join(folder, '../main/assets/sample-plan.txt') }
for (const name of ['plan-es.txt', 'plan-fr-pipes.md', 'plan-pt-tabs.txt', 'plan-artefacts.txt'])
  texts[name] = join(folder, 'fixtures', name)
if (hasSharedData)
  for (const file of readdirSync(join(sharedData, 'seeds'))) texts[`seed ${file.slice(0, 3)}`] = join(sharedData, 'seeds', file)

/** The plans in the texts; those of the shared texts that hold no calendar are no plans. */
const plans: Record<string, Known> = { 'every kind of row': sampleKnown() }
for (const [name, path] of Object.entries(texts)) {
  const outcome = readPlanBytes(readFileSync(path), name, { makeId: counterIds(), register: shipped })
  if (outcome.ok) plans[name] = { plan: outcome.value.plan, register: shipped.withInstruments(outcome.value.instruments) }
}

const blocksOf = ({ plan, register }: Known, language: Language): DocumentBlocks => layOut(plan, 'document', { language, register })

/** What a plan says, without what a document does not print: ids, the words of its first import, remnants, a wrong weekday. */
function said({ plan: { header, activities, mandates }, register }: Known) {
  const { id: _, note: __, ...rest } = header
  return {
    ...rest,
    rows: activities.map(({ when, mandate, items, venue, state }) => ({
      when: [when.value, when.tentative, when.alternative, when.note],
      mandate: mandate.map((entry) =>
        entry.kind === 'remark'
          ? entry.text
          : [
              entry.symbol ?? register.resolve(entry)?.instrument.titles.en ?? entry.title,
              entry.provisions,
              entry.links.filter(({ url }) => url !== null),
            ],
      ),
      items: items.map(({ marker, text }) => [marker, text]),
      venue,
      state,
    })),
    mandates: mandates.map(({ citation }) => [citation.symbol ?? citation.title, citation.provisions]),
  }
}

async function writtenAndRead({ plan, register }: Known, format: FormatId, language: Language): Promise<Known> {
  const { bytes } = await writeFormat(format, plan, { layout: 'document', paper: 'letter', language, register })
  return read(bytes, `plan.${format}`, register)
}

/** A page shows several spaces as one. */
const spaced = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll(/ {2,}/g, ' ')) as Value

describe.each(['docx', 'html'] as const)('a plan written as %s and read back', (format) => {
  const shown = format === 'html' ? spaced : <Value>(value: Value): Value => value

  test.each(Object.keys(plans))('has the same rows and mandates, and prints the same document: %s', async (name) => {
    const known = plans[name]
    if (known === undefined) throw new Error(name)
    const { language } = known.plan.header
    const back = await writtenAndRead(known, format, language)
    expect(shown(said(back))).toEqual(shown(said(known)))
    const [printed, again] = [blocksOf(known, language), blocksOf(back, language)]
    expect(shown(again.blocks)).toEqual(shown(printed.blocks))
    expect(shown(again.footnotes)).toEqual(shown(printed.footnotes))
    expect(again.masthead).toEqual(printed.masthead)
  })

  test.each(languages)('keeps its rows in every language of the document: %s', async (language) => {
    const known: Known = sampleKnown()
    const back = await writtenAndRead(known, format, language)
    expect(said(back).rows).toEqual(said(known).rows)
    expect(said(back).mandates).toEqual(said(known).mandates)
  })

  test('keeps headings of every rank, with their notes, italic words and links', async () => {
    const ranked = (rank: number) =>
      aBlock(`Rank ${rank} of six`, {
        kind: 'heading',
        level: rank,
        footnotes: [{ id: numberedId(rank), at: 6, text: `Note on rank ${rank}.` }],
        marks: [
          { kind: 'italic', start: 0, end: 4 },
          { kind: 'link', start: 10, end: 13, href: `https://example.org/${rank}` },
        ],
      })
    const ranks = [0, 1, 2, 3, 4, 5]
    const plan = aPlan({
      title: 'Calendar of the panel',
      sections: [
        aSection({
          kind: 'introduction',
          heading: 'Introduction',
          blocks: ranks.flatMap((rank) => [ranked(rank), aBlock('Words below.')]),
        }),
        aSection({
          heading: 'Method',
          blocks: [
            aBlock('Scope', { kind: 'heading' }),
            aBlock('Meetings', { kind: 'heading', level: 1 }),
            aBlock('Results', { kind: 'heading' }),
          ],
        }),
      ],
      activities: [anActivity({ when: on('2020-10-06'), items: [anItem('Programme')] })],
    })
    const known: Known = { plan, register: sampleRegister() }
    const back = await writtenAndRead(known, format, 'en')
    const withoutIds = ({ plan: { sections } }: Known) =>
      sections.map(({ kind, heading, blocks }) => ({
        kind,
        heading,
        blocks: blocks.map(({ kind, level, marker, text, marks, footnotes }) => ({
          kind,
          level,
          marker,
          text,
          marks,
          notes: footnotes.map((note) => [note.at, note.text]),
        })),
      }))
    expect(withoutIds(back)).toEqual(withoutIds(known))
    expect(blocksOf(back, 'en')).toEqual(blocksOf(known, 'en'))
  })

  test('keeps headings that say the same at other ranks, and paragraphs that say what a heading says', async () => {
    const plan = aPlan({
      title: 'Calendar of the panel',
      sections: [
        aSection({
          heading: 'Aims',
          blocks: [
            aBlock('Meetings', { kind: 'heading' }),
            aBlock('Scope', { kind: 'heading', level: 1 }),
            aBlock('Meetings'),
            aBlock('Aims'),
          ],
        }),
        aSection({
          heading: 'Meetings',
          blocks: [
            aBlock('Scope', { kind: 'heading' }),
            aBlock('Meetings', { kind: 'heading', level: 1 }),
            aBlock('Scope', { kind: 'quotation' }),
          ],
        }),
      ],
      activities: [anActivity({ when: on('2020-10-06'), items: [anItem('Programme')] })],
    })
    const known: Known = { plan, register: sampleRegister() }
    const back = await writtenAndRead(known, format, 'en')
    const told = ({ plan: { sections } }: Known) =>
      sections.map(({ heading, blocks }) => [heading, blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`)])
    expect(told(back)).toEqual(told(known))
  })

  test('keeps a committee that no list knows, quotations, headings inside a part, and depths', async () => {
    const plan = aPlan({
      title: 'Calendar of the panel on tides',
      committee: { name: 'Panel on tides & currents', acronym: '', parentName: 'Board of the coast', parentAcronym: 'BC' },
      note: 'For comment <draft>',
      sections: [
        aSection({
          kind: 'other',
          heading: 'How we work',
          blocks: [
            'Meetings are short.',
            aBlock('In the spring', { kind: 'heading' }),
            aBlock('First', { kind: 'item', marker: 'number' }),
            aBlock('under the first', { kind: 'item', marker: 'bullet', level: 1 }),
            aBlock('deeper still', { kind: 'item', marker: 'bullet', level: 2 }),
            aBlock('Second', { kind: 'item', marker: 'number' }),
            aBlock('The sea belongs to nobody.', { kind: 'quotation' }),
          ],
        }),
      ],
      activities: [
        anActivity({
          when: on('2020-10-06', '09:00', '10:30'),
          mandate: [
            aCitation('AG/RES. 2955 (L-O/20)', ['34'], {
              title: 'A “quoted” title',
              links: [
                { language: 'en', url: 'https://papers.example.org/2955_e' },
                { language: 'es', url: 'https://papers.example.org/2955_s' },
              ],
            }),
          ],
          items: [
            anItem('Programme', { marker: 'number' }),
            anItem('opening', { marker: 'number', level: 1 }),
            anItem('address', { marker: 'number', level: 2 }),
            anItem('song', { marker: 'number', level: 2 }),
            anItem('closing', { marker: 'number', level: 1 }),
            anItem('a line without a mark', { level: 1 }),
            anItem('Anything else', { marker: 'number' }),
          ],
          venue: 'Hall of the Americas',
          state: 'cancelled',
        }),
      ],
    })
    const known: Known = { plan, register: sampleRegister() }
    const back = await writtenAndRead(known, format, 'en')
    expect(back.plan.header).toMatchObject({ title: plan.header.title, committee: plan.header.committee, note: plan.header.note })
    expect(
      back.plan.sections.map(({ kind, heading, blocks }) => [kind, heading, blocks.map((block) => [block.kind, block.level, block.text])]),
    ).toEqual(
      plan.sections.map(({ kind, heading, blocks }) => [kind, heading, blocks.map((block) => [block.kind, block.level, block.text])]),
    )
    expect(back.plan.activities[0]?.items.map(({ level, marker, text }) => [level, marker, text])).toEqual(
      plan.activities[0]?.items.map(({ level, marker, text }) => [level, marker, text]),
    )
    expect(said(back).rows).toEqual(said(known).rows)
    expect(back.plan.activities[0]?.mandate).toMatchObject([{ title: 'A “quoted” title' }])
  })
})
