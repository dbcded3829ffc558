import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Section } from '#shared/model/section.ts'
import { orderKeysAt, removeRecord, updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { sectionName } from './section-name.ts'

export type SectionKind = Exclude<Section['kind'], 'remnants'>

const sectionsNow = (): readonly Section[] => usePlan.getState().plan?.sections ?? []

/** Adds a section to the end of the text. Answers its id; null when there is no plan. */
export function addSection(kind: SectionKind): string | null {
  const sections = sectionsNow()
  const [order] = orderKeysAt(sections, kind === 'introduction' ? 0 : sections.length, 1)
  if (order === undefined || usePlan.getState().plan === null) return null
  const heading = kind === 'other' ? '' : words(`section.${kind}`)
  const section: Section = { type: 'section', id: v7(), order, kind, heading, blocks: [] }
  edit(say('step.add-section', { heading: sectionName(section) }), [{ kind: 'insert', record: section }])
  return section.id
}

/** Whether a section can change places with its neighbour. */
export function canMove({ id }: Section, by: 1 | -1): boolean {
  const sections = sectionsNow()
  return sections[sections.findIndex((section) => section.id === id) + by] !== undefined
}

export function moveSection(section: Section, by: 1 | -1): void {
  const sections = sectionsNow()
  const index = sections.findIndex(({ id }) => id === section.id)
  if (index < 0 || sections[index + by] === undefined) return
  const [order] = orderKeysAt(sections, by === 1 ? index + 2 : index - 1, 1)
  const update = order === undefined ? null : updateRecord(section, { order })
  if (update !== null) edit(say('step.move-section', { heading: sectionName(section) }), [update])
}

export const removeSection = (section: Section): boolean =>
  edit(say('step.remove-section', { heading: sectionName(section) }), removeRecord(section))
