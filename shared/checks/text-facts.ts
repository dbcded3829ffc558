import { rememberedCitations } from '../citations/read.ts'
import type { Activity } from '../model/activity.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Section } from '../model/section.ts'
import type { Context } from './context.ts'
import { replaceHeading, replaceInActivityNotes, replaceInItem, replaceInMandate, replaceInRemark, replaceInSection } from './edits.ts'
import { type Cited, citedFrom, targetOf, type TextSpot } from './facts.ts'

const alone = { before: '', after: '' }

/** The words of an activity: items, remarks of its mandate cell, notes. */
export function textsOfActivity(activity: Activity): TextSpot[] {
  const spots: TextSpot[] = activity.items.map((item) => ({
    ...alone,
    text: item.text,
    target: targetOf('activity', activity.id, 'items', { entry: item.id }),
    replace: (start, end, words) => replaceInItem(activity, item.id, start, end, words),
  }))
  for (const entry of activity.mandate) {
    if (entry.kind !== 'remark') continue
    spots.push({
      ...alone,
      text: entry.text,
      target: targetOf('activity', activity.id, 'mandate', { entry: entry.id }),
      replace: (start, end, words) => replaceInRemark(activity, entry.id, start, end, words),
    })
  }
  if (activity.notes !== '') {
    spots.push({
      ...alone,
      text: activity.notes,
      target: targetOf('activity', activity.id, 'notes'),
      replace: (start, end, words) => replaceInActivityNotes(activity, start, end, words),
    })
  }
  return spots
}

/** The line of a mandate as it was written; nothing for one chosen from the register. */
export const textsOfMandate = (mandate: Mandate): TextSpot[] =>
  mandate.written === ''
    ? []
    : [
        {
          ...alone,
          text: mandate.written,
          target: targetOf('mandate', mandate.id, 'written'),
          replace: (start, end, words) => replaceInMandate(mandate, start, end, words),
        },
      ]

/** Heading, blocks and footnotes of a section. */
export function textsOfSection(section: Section): TextSpot[] {
  const spots: TextSpot[] = []
  if (section.heading !== '') {
    spots.push({
      ...alone,
      text: section.heading,
      target: targetOf('section', section.id, 'heading'),
      replace: (start, end, words) => replaceHeading(section, start, end, words),
    })
  }
  for (const [index, block] of section.blocks.entries()) {
    spots.push({
      before: section.blocks[index - 1]?.text ?? '',
      after: section.blocks[index + 1]?.text ?? '',
      text: block.text,
      target: targetOf('section', section.id, 'blocks', { entry: block.id }),
      replace: (start, end, words) => replaceInSection(section, block.id, null, start, end, words),
    })
    for (const note of block.footnotes) {
      spots.push({
        ...alone,
        text: note.text,
        target: targetOf('section', section.id, 'blocks', { entry: note.id }),
        replace: (start, end, words) => replaceInSection(section, block.id, note.id, start, end, words),
      })
    }
  }
  return spots
}

/** The citations in a section's words. Series headers (`OEA/Ser.P`) name a collection, not an instrument, and are left out. */
export function citedInSection(section: Section, context: Context): Cited[] {
  const cited: Cited[] = []
  const seen = new Set<string>()
  for (const spot of textsOfSection(section)) {
    for (const read of rememberedCitations(spot.text, context.register.names)) {
      if (read.kind === 'series' || read.canonical === context.symbol) continue
      const title = read.title
      const citation = {
        symbol: read.symbol === null ? null : read.canonical,
        written: read.text,
        title: read.symbol === null ? read.canonical : (title?.text ?? null),
        provisions: [...read.provisions],
        links: [],
      }
      const found = citedFrom(citation, context, {
        place: 'text',
        activity: null,
        first: true,
        spelt: read.symbol === null || read.repairs.length === 0,
        target: { ...spot.target, range: { start: read.start, end: read.end } },
        rewrite: (patch) => {
          if (patch.title !== undefined && title !== null) return spot.replace(title.start, title.end, patch.title ?? '')
          return patch.written === undefined ? [] : spot.replace(read.start, read.end, patch.written)
        },
      })
      cited.push(seen.has(found.key) ? { ...found, first: false } : found)
      seen.add(found.key)
    }
  }
  return cited
}
