import { v7 } from 'uuid'
import { readMandateCell, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { nameIndex } from '#shared/citations/read.ts'
import type { MandateEntry } from '#shared/model/citation.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'

const noNames = nameIndex([])

const planLanguage = () => usePlan.getState().plan?.header.language ?? 'en'

/** Mandates as text to edit, one a line. */
export const mandateText = (entries: readonly MandateEntry[]): string => writeMandateCell(entries, planLanguage())

/** Reads that text back; entries that stayed keep their ids. */
export const readMandates = (text: string, previous: readonly MandateEntry[]): MandateEntry[] =>
  readMandateCell(text, { names: useRegister.getState().register?.names ?? noNames, makeId: v7, language: planLanguage(), previous })
