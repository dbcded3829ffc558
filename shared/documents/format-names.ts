/** The kinds of file that a plan can be written as, in the order in which they are offered, beside the plan file itself. */
export const formatNames = ['pdf', 'ics', 'xlsx', 'csv'] as const

export type FormatName = (typeof formatNames)[number]
