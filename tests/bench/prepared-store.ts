import { v7 as uuid } from 'uuid'
import { shippedInstruments } from '#shared/register/shipped/index.ts'
import { openStore } from '../../main/store/open.ts'
import { largeInstruments, planOfSize, textOfSize } from './large-plan.ts'

/** Puts a plan of so many rows and paragraphs into a new store, and the United Nations' registry beside it where asked. */
export async function prepareStore(home: string, rows: number, register: boolean, paragraphs = 0): Promise<void> {
  const opened = await openStore({ folder: home, now: () => new Date(), makeId: uuid, shipped: shippedInstruments })
  if (!opened.ok) throw new Error(opened.error.sentence)
  const calendar = planOfSize(rows)
  const plan = paragraphs === 0 ? calendar : { ...calendar, sections: [...calendar.sections, textOfSize(paragraphs)] }
  const added = opened.value.addPlan({ ...plan, header: { ...plan.header, id: uuid() } }, register ? largeInstruments() : [])
  if (!added.ok) throw new Error(added.error.cause)
  opened.value.close()
}
