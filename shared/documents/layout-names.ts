/**
 * Ways to print a plan, in the order in which they are offered: the whole document, its calendar alone, a page for each month, the term on
 * one page, activities by mandate, listed provisions against months, what the check says; then those of a negotiation: the text with every
 * proposal in it, the decisions, and what differs from an earlier state.
 */
export const layouts = [
  'document',
  'calendar',
  'month',
  'term',
  'mandate',
  'coverage',
  'findings',
  'compilation',
  'decisions',
  'comparison',
] as const

export type Layout = (typeof layouts)[number]

/** Layouts that lie on their side unless told otherwise: they need the width. */
const lying: readonly Layout[] = ['month', 'term', 'coverage', 'compilation', 'decisions', 'comparison']

/** How the paper of a layout lies unless told otherwise. */
export const usualOrientation = (layout: Layout): 'portrait' | 'landscape' => (lying.includes(layout) ? 'landscape' : 'portrait')
