import { monthTitle } from '#shared/documents/month-names.ts'
import type { CoverageGroup, CoverageRow } from '#shared/register/coverage.ts'
import { windowLanguage } from '../../app/words.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'

export const instrumentName = ({ citation }: CoverageGroup): string => citation.symbol ?? citation.title ?? citation.written

/** `AG/RES. 2910 (XLVII-O/17) ¶17` */
export const provisionName = (group: CoverageGroup, { label }: CoverageRow): string =>
  label === null ? instrumentName(group) : `${instrumentName(group)} ${provisionsLabel([label])}`

export const monthName = (month: string): string => monthTitle(month, windowLanguage)

/** `Nov` of `2026-11`, as heads of narrow columns have it. */
export const shortMonth = (month: string): string =>
  new Intl.DateTimeFormat(windowLanguage, { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01T12:00:00Z`))
