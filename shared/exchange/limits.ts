/** Longest file that is read, in characters. */
export const longestPlanFile = 64 * 1024 * 1024

/** Deepest nesting and most values of a file that is read. */
export const fileLimits = { depth: 40, values: 4_000_000 }
