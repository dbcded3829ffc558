/** What can be had of a plan as a table. */
export const tableNames = ['calendar', 'mandates', 'coverage', 'findings', 'proposals'] as const

export type TableName = (typeof tableNames)[number]
