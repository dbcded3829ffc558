import { writeProvisions } from '../citations/provisions.ts'
import { writePlanDate, writeValue } from '../dates/write.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity, Item } from '../model/activity.ts'
import type { Citation, MandateEntry } from '../model/citation.ts'
import type { Language } from '../model/language.ts'
import type { PlanDate } from '../model/plan-date.ts'
import { type Plan, type PlanHeader, termLabel } from '../model/plan.ts'
import type { Register } from '../register/register.ts'
import { type DocumentBlocks, type Paragraph, paragraph, type Run, type TextBlock, text } from './blocks.ts'
import { nestOutline } from './outline.ts'

export interface PlanDocumentOptions {
  /** Language of labels, dates and paragraph references; the plan's own words stay as they are. */
  readonly language: Language
  /** Where titles and texts of instruments are looked up; null when there is none. */
  readonly register: Register | null
  /** How the paper lies; as the layout has it when left out. */
  readonly orientation?: DocumentBlocks['orientation']
  /** Entry of the list of mandates, by id, whose activities alone are listed, by the layouts that list activities by mandate. */
  readonly mandate?: string
  /** The state that a comparison sets the plan against, and what it is called; the plan itself when left out, from which nothing differs. */
  readonly former?: { readonly plan: Plan; readonly name: string }
  /** Errors of the check that stand open: written under the title while the plan is a draft. */
  readonly openErrors?: number
}

/** First letter large, as at the beginning of a line. */
export const capitalized = (words: string, language: Language): string => words.charAt(0).toLocaleUpperCase(language) + words.slice(1)

/** The title to print: the plan's, else what it is and for which term. */
export function planTitle({ title, term }: PlanHeader, language: Language): string {
  if (title.trim()) return title.trim()
  const { calendar } = documentLabels[language]
  return term ? `${calendar}, ${termLabel(term)}` : calendar
}

const named = (name: string, acronym: string): string => (name && acronym ? `${name} (${acronym})` : name || acronym)

/** Everything of a plan's document but its blocks. */
export function planFrame({ header }: Plan, language: Language): Omit<DocumentBlocks, 'blocks' | 'footnotes' | 'orientation'> {
  const labels = documentLabels[language]
  const { committee, series, issued } = header
  const symbol = [header.symbol, header.symbol && header.revision].filter(Boolean).join(' ')
  const date = issued && writeValue({ kind: 'date', date: issued, time: null, endTime: null }, language)
  const original = symbol || series || issued ? `${labels.original}: ${labels.languages[header.language]}` : ''
  return {
    language,
    title: planTitle(header, language),
    masthead: {
      body: named(committee.parentName, committee.parentAcronym),
      committee: named(committee.name, committee.acronym),
      lines: [series, symbol, date, original].filter((line): line is string => Boolean(line)),
      symbol,
    },
    footer: symbol || named(committee.name, committee.acronym),
    date: issued ?? header.term?.start ?? null,
  }
}

/** The title that stands with a citation: as quoted, or in the document's language where the register has it. */
function titleFor(citation: Citation, plan: Plan, { language, register }: PlanDocumentOptions): string | null {
  const known = register?.resolve(citation)?.instrument.titles[language] ?? null
  return plan.header.language === language ? (citation.title ?? known) : (known ?? citation.title)
}

/** Symbol or name of a citation with its paragraphs in words: `AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20`. */
export function citationRuns(citation: Citation, plan: Plan, options: PlanDocumentOptions): Run[] {
  const provisions = citation.provisions.length > 0 ? `, ${writeProvisions(citation.provisions, options.language)}` : ''
  if (citation.symbol !== null) return [text(citation.symbol, { whole: true }), ...(provisions ? [text(provisions)] : [])]
  return [text((titleFor(citation, plan, options) ?? citation.written) + provisions)]
}

/** The title of an instrument cited by its symbol; null for one cited by name, whose name says it. `knownTitles` adds titles nobody quoted. */
export function citationTitle(citation: Citation, plan: Plan, options: PlanDocumentOptions, knownTitles: boolean): string | null {
  if (citation.symbol === null || (citation.title === null && !knownTitles)) return null
  return titleFor(citation, plan, options)
}

/** The title of an instrument, on a line below its symbol. */
export const titleLine = (title: string): Paragraph => paragraph([text(title, { italic: true, means: 'title' })], 'detail')

/** Links to language versions, as the committee shows them: "Español - English". Versions without an address print nothing. */
export function languageLinks({ links }: Citation): Run[] {
  const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français', pt: 'Português' }
  return links
    .flatMap(({ language, url }) => (url ? [text(names[language], { link: url, language })] : []))
    .flatMap((run, index) => (index > 0 ? [text(' - '), run] : [run]))
}

/** A mandate cell: each citation with its title, and remarks where they stand. */
export function mandateBlocks(
  entries: readonly MandateEntry[],
  plan: Plan,
  options: PlanDocumentOptions,
  knownTitles: boolean,
): TextBlock[] {
  return entries.flatMap((entry): TextBlock[] => {
    if (entry.kind === 'remark') return [paragraph(entry.text)]
    const title = citationTitle(entry, plan, options, knownTitles)
    const links = languageLinks(entry)
    return [
      paragraph(citationRuns(entry, plan, options)),
      ...(title ? [titleLine(title)] : []),
      ...(links.length > 0 ? [paragraph(links, 'detail')] : []),
    ]
  })
}

/** A date as the calendar shows it. The first line is a sentence's beginning; a weekday keeps its language's small letter. */
export function dateLines(when: PlanDate, language: Language): { readonly main: string; readonly detail: string | null } {
  const { main, detail } = writePlanDate(when, language)
  return { main: capitalized(main, language), detail: detail && when.value.kind !== 'date' ? capitalized(detail, language) : detail }
}

/** A date cell: the date, what belongs to it, the place, and whether the meeting was put off. */
export function dateBlocks(activity: Activity, language: Language): TextBlock[] {
  const { main, detail } = dateLines(activity.when, language)
  const labels = documentLabels[language]
  const state = activity.state === 'postponed' ? labels.postponed : activity.state === 'cancelled' ? labels.cancelled : null
  return [
    ...(main ? [paragraph([text(main, { bold: true })])] : []),
    ...(detail ? [paragraph(detail, 'detail')] : []),
    ...(activity.venue ? [paragraph([text(activity.venue, { means: 'venue' })], 'detail')] : []),
    ...(state ? [paragraph([text(state, { italic: true })], 'detail')] : []),
  ]
}

/** An activity's items, numbered and nested. */
export const itemBlocks = (items: readonly Item[]): TextBlock[] =>
  nestOutline(items.map((item) => ({ level: item.level, marker: item.marker, runs: linked(item.text) })))

const addresses = /\bhttps?:\/\/[^\s<>"“”«»]+[^\s<>"“”«».,;:!?)\]]/g

/** Plain words with the addresses in them made links. */
export function linked(words: string): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of words.matchAll(addresses)) {
    if (match.index > from) runs.push(text(words.slice(from, match.index)))
    runs.push(text(match[0], { link: match[0] }))
    from = match.index + match[0].length
  }
  if (from < words.length) runs.push(text(words.slice(from)))
  return runs
}
