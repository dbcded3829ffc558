/**
 * Ways to print a plan, in the order in which they are offered: the whole document, its calendar alone, a page for each month, the term on
 * one page, activities by mandate, listed provisions against months, and what the check says.
 */
export const layouts = ['document', 'calendar', 'month', 'term', 'mandate', 'coverage', 'findings'] as const

export type Layout = (typeof layouts)[number]
