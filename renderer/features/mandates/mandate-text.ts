import { v7 } from 'uuid'
import { readMandateCell, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { nameIndex } from '#shared/citations/read.ts'
import type { MandateEntry } from '#shared/model/citation.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'

const noNames = nameIndex([])

/** The names by which instruments of the register are known. */
export const mandateNameIndex = () => useRegister.getState().register?.names ?? noNames

const planLanguage = () => usePlan.getState().plan?.header.language ?? 'en'

/** Mandates as text to edit, one a line. */
export const mandateText = (entries: readonly MandateEntry[]): string => writeMandateCell(entries, planLanguage())

/** Reads that text back; entries that stayed keep their ids. */
export const readMandates = (text: string, previous: readonly MandateEntry[]): MandateEntry[] =>
  readMandateCell(text, { names: mandateNameIndex(), makeId: v7, language: planLanguage(), previous })
