import { generateNKeysBetween } from 'fractional-indexing'
import { addDays } from '#shared/dates/calendar.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Instrument, Provision } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Section } from '#shared/model/section.ts'
import { createRegister, type Register } from '#shared/register/register.ts'
import { shippedInstruments } from '#shared/register/shipped/index.ts'
import {
  aBlock,
  aCitation,
  aMandate,
  anActivity,
  anInstrument,
  anItem,
  aPlan,
  aProvision,
  aSection,
  counterIds,
  on,
} from '../builders/plan.ts'

/** Small, fast, seeded (mulberry32): the same plan at every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const subjects =
  'remittances integration return reintegration statistics health climate trafficking smuggling labour gender children borders consular diaspora education pensions xenophobia protection asylum'.split(
    ' ',
  )
const deeds = 'Presentation Dialogue Exchange Review Launch Report Consultation Preparation Panel Briefing'.split(' ')

export const pick = <Value>(random: () => number, values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from.')
  return value
}

const sentence = (random: () => number): string =>
  `${pick(random, deeds)} on ${pick(random, subjects)} and ${pick(random, subjects)} in countries of ${pick(random, ['origin', 'transit', 'destination', 'return'])}, with best practices on ${pick(random, subjects)}`

/** 80,000 provisions in 4,000 resolutions: the size of the United Nations' registry. */
export function largeInstruments(): Instrument[] {
  const random = seeded(7)
  return Array.from({ length: 4000 }, (_, index) => {
    const year = 1990 + Math.floor(index / 100)
    const provisions: Provision[] = Array.from({ length: 20 }, (_, paragraph) =>
      aProvision(`${paragraph + 1}`, `To instruct the CAM to prepare a ${sentence(random)}.`, { addressees: ['committee'] }),
    )
    return anInstrument(`CP/RES. ${index + 1} (${index + 1000}/${String(year).slice(2)})`, {
      year,
      provisions,
      titles: { en: sentence(random) },
    })
  })
}

/** Those beside the ones that are shipped. */
export const largeRegister = (): Register => createRegister([...shippedInstruments, ...largeInstruments()])

/** A part of the text of so many paragraphs, most of which cite something; one citation in twenty names what the register does not hold. */
export function textOfSize(paragraphs: number): Section {
  const random = seeded(paragraphs)
  const ids = counterIds(5_000_000)
  const cited = ['AG/RES. 2816 (XLIV-O/14)', 'AG/RES. 2881 (XLVI-O/16)', 'AG/RES. 2904 (XLVII-O/17)', 'AG/RES. 2910 (XLVII-O/17)']
  const blocks = Array.from({ length: paragraphs }, (_, index) => {
    const symbol = random() < 0.05 ? `CP/RES. ${index + 1} (${index + 1000}/98)` : pick(random, cited)
    const words = `The Committee recalls ${symbol}, operative paragraphs ${1 + (index % 9)} and ${10 + (index % 9)}, and plans a ${sentence(random)}. It takes note of resolution 75/${1 + index} of the United Nations and of a ${sentence(random)}.`
    return aBlock(index % 3 === 0 ? `The Committee plans a ${sentence(random)}; it asks for a ${sentence(random)}.` : words, { id: ids() })
  })
  return aSection({ kind: 'other', heading: 'BACKGROUND', order: 'z', blocks })
}

/** A plan with the faults of real ones: about one finding a row, of many kinds. */
export function planOfSize(size: number): Plan {
  const random = seeded(size)
  const ids = counterIds(1)
  const mandates = [
    aMandate('AG/RES. 2816 (XLIII-O/14)', ['19', '20']),
    aMandate('AG/RES. 2881 (XLVI-O/16)', ['33', '36', '37']),
    aMandate('AG/RES. 2904 (XLVII-O/17)', []),
    aMandate('AG/RES. 2910 (XLVII-O/17)', ['20']),
    ...Array.from({ length: 12 }, (_, index) =>
      aMandate(`CP/RES. ${index * 300 + 1} (${index * 300 + 1000}/${String(1990 + index * 3).slice(2)})`, ['1', '2', '3']),
    ),
  ]
  const listed = mandates.map(({ citation }) => citation)
  const activities = Array.from({ length: size }, (_, index) => {
    const citation = pick(random, listed)
    const chance = random()
    const mandate =
      chance < 0.03
        ? []
        : [
            aCitation(
              chance < 0.06 ? 'AG/RES. 2812 (XLIV-O/14)' : (citation.symbol ?? ''),
              chance < 0.35 ? [] : citation.provisions.slice(0, 2),
              { id: ids() },
            ),
          ]
    const date = addDays('2020-09-01', Math.floor((index / size) * 3600))
    const items = [anItem(sentence(random), { id: ids() }), anItem(chance > 0.97 ? ' ' : sentence(random), { id: ids(), marker: 'number' })]
    return anActivity({ id: ids(), mandate, items, when: on(date, random() < 0.5 ? '10:00' : '14:30') })
  })
  const topics = 'Meetings will be held on: “Remittances and diaspora”; “Trafficking and smuggling”; “Health and climate”.'
  // ten years: a committee holds a few meetings a day at most
  const plan = aPlan({
    term: { start: '2020-09-01', end: '2030-11-30' },
    sections: [aSection({ kind: 'introduction', blocks: [aBlock(topics)] })],
    mandates,
  })
  const keys = generateNKeysBetween(null, null, size)
  return { ...plan, activities: activities.map((activity, index): Activity => ({ ...activity, order: keys[index] ?? activity.order })) }
}
