import { v7 } from 'uuid'
import { readActivityCell, writeActivityCell } from '#shared/cells/activity-cell.ts'
import { readPlanDate } from '#shared/dates/read.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { z } from '#shared/lib/zod.ts'
import { item } from '#shared/model/activity.ts'
import { mandateEntry } from '#shared/model/citation.ts'
import { openDate, planDate } from '#shared/model/plan-date.ts'
import type { PlanHeader } from '#shared/model/plan.ts'
import type { ProposedChange } from '#shared/model/proposal.ts'
import { mandateText, readMandates } from '../mandates/mandate-text.ts'

/** A proposed change as words to be edited, and how the words are read back; null where it has no words of its own. */
export interface FieldText {
  readonly text: string
  readonly read: (text: string) => ProposedChange
}

/** Gives the words of a change for accepting it with others. Parts of the text are edited where they stand instead. */
export function fieldText(change: ProposedChange, { language, term }: PlanHeader): FieldText | null {
  if (change.kind === 'insert' && change.record.type === 'activity') {
    const { record } = change
    return {
      text: writeActivityCell(record.items),
      read: (text) => ({ ...change, record: { ...record, items: readActivityCell(text, { makeId: v7, previous: record.items }) } }),
    }
  }
  if (change.kind !== 'set') return null
  if (typeof change.value === 'string') return { text: change.value, read: (value) => ({ ...change, value }) }
  switch (change.field) {
    case 'items': {
      const { data } = z.array(item).safeParse(change.value)
      if (data === undefined) return null
      return {
        text: writeActivityCell(data),
        read: (text) => ({ ...change, value: readActivityCell(text, { makeId: v7, previous: data }) }),
      }
    }
    case 'mandate': {
      const { data } = z.array(mandateEntry).safeParse(change.value)
      return data === undefined ? null : { text: mandateText(data), read: (text) => ({ ...change, value: readMandates(text, data) }) }
    }
    case 'when': {
      const { data } = planDate.safeParse(change.value)
      if (data === undefined) return null
      return {
        text: formatPlanDate(data, language),
        read: (text) => ({ ...change, value: text.trim() === '' ? openDate : readPlanDate(text, { language, term }) }),
      }
    }
    default:
      return null
  }
}
