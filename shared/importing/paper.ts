import type { Mark } from '../model/section.ts'
import { inTurn } from './looks.ts'

/** A table as its rows of cells; the paragraphs of a cell stand on lines of their own. */
export type PaperTable = readonly (readonly string[])[]

/** How a document sets a paragraph: as a heading of that depth, from 1, or in a style that says what it is. */
export type SetAs = number | 'title' | 'subtitle' | 'quotation' | 'parent' | 'committee'

/** Stands before the place of a meeting in a calendar's cell. A private-use character: documents that hold it lose it first. */
export const venueMark = '\ue001'

export type PaperPart = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'table'; readonly rows: PaperTable }

/**
 * A word-processor file or web page as its reader found it: its paragraphs with the numbers and bullets that the page shows, its tables, and
 * the notes apart. A note's place is marked `[footnoteRef:3]` in the text.
 */
export interface Paper {
  readonly parts: readonly PaperPart[]
  /** Notes by the number that their marks name. */
  readonly notes: ReadonlyMap<string, string>
  /** Texts that the document sets apart, in order: how each paragraph that says one of them is set, null where it is as any other. */
  readonly set: ReadonlyMap<string, readonly (SetAs | null)[]>
  /** What is bold, slanted or a link in its paragraphs: for each text, without the blanks around it, the marks of every paragraph that says it, in order. */
  readonly looks: ReadonlyMap<string, readonly (readonly Mark[])[]>
}

/** The lines of a table that is no calendar: a cell after the other. */
export const linesOfTable = (rows: PaperTable): string[] => rows.flat().flatMap((cell) => cell.split('\n'))

/** All words of a paper as plain text, notes last. */
export const paperText = ({ parts, notes }: Paper): string =>
  [...parts.flatMap((part) => (part.kind === 'line' ? [part.text] : linesOfTable(part.rows))), ...notes.values()].join('\n')

/** The text that is set as a heading, or as the title, with how: each time that it is. */
const headingsOf = (set: Paper['set']): (readonly [text: string, as: SetAs])[] =>
  [...set].flatMap(([text, all]) => all.flatMap((as) => (as === 'title' || typeof as === 'number' ? [[text, as] as const] : [])))

/** The line that names the document: the one in the style for it, else the only heading of the first depth, where it stands above all others. */
export function titleOf(set: Paper['set']): string | null {
  const headings = headingsOf(set)
  const [first] = headings
  if (first === undefined) return null
  return first[1] === 'title' || headings.filter(([, as]) => as === 1).length === (first[1] === 1 ? 1 : -1) ? first[0] : null
}

/** How deep the headings are that begin parts: those that the document sets highest, below its title. */
export const partDepth = (set: Paper['set']): number =>
  Math.min(...headingsOf(set).flatMap(([text, as]) => (typeof as === 'number' && text !== titleOf(set) ? [as] : [])))

/** A line of a paper's text, how its paragraph is set, and the marks over its words without the blanks around them. */
export interface SetLine {
  readonly text: string
  readonly as: SetAs | null
  readonly marks: readonly Mark[]
}

/** Tells how lines are set, asked for one after the other in the order of the paper. */
export function settingOf({ set, looks }: Pick<Paper, 'set' | 'looks'>): (line: string) => SetLine {
  const [next, marks] = [inTurn(set), inTurn(looks)]
  return (text) => {
    const words = text.trim()
    const [first = null, ...rest] = set.get(words) ?? []
    return { text, as: rest.every((as) => as === first) ? first : (next(words) ?? null), marks: marks(words) ?? [] }
  }
}
