import { generateNKeysBetween } from 'fractional-indexing'
import type { MakeId } from '#shared/lib/ids.ts'
import type { Activity, Item } from '#shared/model/activity.ts'
import type { Citation, MandateEntry, Remark } from '#shared/model/citation.ts'
import type { Instrument, Provision } from '#shared/model/instrument.ts'
import type { Mandate } from '#shared/model/mandate.ts'
import { openDate, type PlanDate, type PlanDateValue } from '#shared/model/plan-date.ts'
import { type Plan, type PlanHeader, termFrom } from '#shared/model/plan.ts'
import type { Block, Section } from '#shared/model/section.ts'
import type { Waiver } from '#shared/model/waiver.ts'

/** Ids that count up from 1, one series a call, so that tests can name them. `first` keeps two series apart. */
export function counterIds(first = 1): MakeId {
  let next = first
  return () => numberedId(next++)
}

/** The id that `counterIds` gives at this count. */
export const numberedId = (count: number): string => `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`

/** Ids for records that a test does not name: far from those of `counterIds()`. */
const nextId = counterIds(0x10_0000)

/** A date cell that holds the value and nothing else, unless told: `aDate({ kind: 'month', month: '2021-03' }, { tentative: true })`. */
export const aDate = (value: PlanDateValue, more: Partial<Omit<PlanDate, 'value'>> = {}): PlanDate => ({ ...openDate, ...more, value })

/** A day, with the time where one is given: `on('2021-01-26', '14:30')`. */
export const on = (date: string, time: string | null = null, endTime: string | null = null): PlanDate =>
  aDate({ kind: 'date', date, time, endTime })

/** A citation of a symbol, written as it is spelt: `aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])`. For one by name pass `{ symbol: null, title }`. */
export function aCitation(symbol: string, provisions: readonly string[] = [], more: Partial<Citation> = {}): Citation {
  return { id: nextId(), kind: 'citation', symbol, written: symbol, title: null, provisions: [...provisions], links: [], ...more }
}

export const aRemark = (text: string, id = nextId()): Remark => ({ id, kind: 'remark', text })

/** A line of an activity cell; a sub-item with a bullet where the text begins with `· `. */
export const anItem = (text: string, more: Partial<Item> = {}): Item =>
  text.startsWith('· ')
    ? { id: nextId(), level: 1, marker: 'bullet', text: text.slice(2), ...more }
    : { id: nextId(), level: 0, marker: 'none', text, ...more }

type ActivityParts = Partial<Omit<Activity, 'type' | 'mandate' | 'items'>> & {
  /** Symbols cited whole, or entries in full. */
  readonly mandate?: readonly (string | MandateEntry)[]
  /** Lines (`· ` before a sub-item), or items in full. */
  readonly items?: readonly (string | Item)[]
}

/** A row. Its `order` is replaced by its place when `aPlan` takes it in. */
export function anActivity({ mandate = [], items = [], ...more }: ActivityParts = {}): Activity {
  return {
    type: 'activity',
    id: nextId(),
    order: 'a0',
    when: openDate,
    kind: null,
    state: 'planned',
    venue: '',
    languages: [],
    notes: '',
    ...more,
    mandate: mandate.map((entry) => (typeof entry === 'string' ? aCitation(entry) : entry)),
    items: items.map((item) => (typeof item === 'string' ? anItem(item) : item)),
  }
}

type MandateParts = Partial<Omit<Mandate, 'type' | 'citation'>> & { readonly citation?: Citation }

/** An entry of the list of mandates: `aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])`. */
export const aMandate = (symbol: string, provisions: readonly string[] = [], more: MandateParts = {}): Mandate => ({
  type: 'mandate',
  id: nextId(),
  order: 'a0',
  citation: aCitation(symbol, provisions),
  written: '',
  quotation: 'none',
  ...more,
})

/** A provision with its words in English: `aProvision('19.A', 'Migrant integration')`. Its parent is read off the label. */
export function aProvision(label: string, text = '', more: Partial<Provision> = {}): Provision {
  const dot = label.lastIndexOf('.')
  return {
    label,
    kind: label.startsWith('PP')
      ? 'preambular'
      : label.startsWith('Section')
        ? 'section'
        : label.startsWith('Article')
          ? 'article'
          : 'operative',
    parent: dot > 0 ? label.slice(0, dot) : null,
    text: text === '' ? {} : { en: text },
    summary: {},
    addressees: [],
    term: null,
    ...more,
  }
}

/** A resolution of the General Assembly in force, with nothing known of it but what is passed. */
export const anInstrument = (symbol: string, more: Partial<Omit<Instrument, 'type'>> = {}): Instrument => ({
  type: 'instrument',
  id: nextId(),
  symbol,
  kind: 'resolution',
  titles: {},
  aliases: [],
  body: 'General Assembly',
  adopted: null,
  year: null,
  state: 'current',
  successor: null,
  languages: [],
  complete: true,
  provisions: [],
  ...more,
})

export const aBlock = (text: string, more: Partial<Block> = {}): Block => ({
  id: nextId(),
  kind: 'paragraph',
  level: 0,
  marker: 'none',
  text,
  footnotes: [],
  ...more,
})

type SectionParts = Partial<Omit<Section, 'type' | 'blocks'>> & { readonly blocks?: readonly (string | Block)[] }

/** A part of the plan's text: `aSection({ kind: 'introduction', blocks: ['First paragraph.'] })`. */
export const aSection = ({ blocks = [], ...more }: SectionParts = {}): Section => ({
  type: 'section',
  id: nextId(),
  order: 'a0',
  kind: 'other',
  heading: '',
  ...more,
  blocks: blocks.map((block) => (typeof block === 'string' ? aBlock(block) : block)),
})

export const aWaiver = (rule: string, more: Partial<Omit<Waiver, 'type' | 'rule'>> = {}): Waiver => ({
  type: 'waiver',
  id: nextId(),
  rule,
  target: null,
  about: null,
  reason: 'Agreed with the delegations.',
  ...more,
})

type PlanParts = Partial<Omit<PlanHeader, 'type'>> & Partial<Omit<Plan, 'header'>>

const inOrder = <Row extends { readonly order: string }>(rows: readonly Row[]): Row[] => {
  const keys = generateNKeysBetween(null, null, rows.length)
  return rows.map((row, index) => ({ ...row, order: keys[index] ?? row.order }))
}

/** A plan of the committee on migration issues for 2020-2021, empty but for what is passed. Rows stand in the order in which they are passed. */
export function aPlan({
  sections = [],
  mandates = [],
  activities = [],
  waivers = [],
  proposals = [],
  decisions = [],
  revisions = [],
  deadlines = [],
  objections = [],
  ...header
}: PlanParts = {}): Plan {
  return {
    header: {
      type: 'plan',
      id: nextId(),
      title: 'Work plan of the CAM, 2020-2021',
      committee: {
        name: 'Committee on Migration Issues',
        acronym: 'CAM',
        parentName: 'Inter-American Council for Integral Development',
        parentAcronym: 'CIDI',
      },
      term: termFrom(2020),
      language: 'en',
      symbol: null,
      revision: null,
      series: null,
      issued: null,
      note: '',
      holidays: [],
      severities: {},
      ...header,
    },
    sections: inOrder(sections),
    mandates: inOrder(mandates),
    activities: inOrder(activities),
    waivers,
    proposals,
    decisions,
    revisions,
    deadlines,
    objections,
  }
}
