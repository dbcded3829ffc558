/** The kinds of file that a plan can be written as, in the order in which they are offered, beside the plan file itself. */
export const formatNames = ['pdf', 'docx', 'html', 'ics', 'xlsx', 'csv', 'akn'] as const

export type FormatName = (typeof formatNames)[number]

/** Those that show the plan in a layout; the others write what it records. */
export const laidOutFormats: readonly FormatName[] = ['pdf', 'docx', 'html']
