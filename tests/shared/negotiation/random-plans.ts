import * as fc from 'fast-check'
import type { Author } from '#shared/model/author.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Block, Section } from '#shared/model/section.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems, setMandate, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { withMarks } from '#shared/operations/marks.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import type { MakeId } from '#shared/lib/ids.ts'
import { wordsOf } from '#shared/lib/words.ts'
import { aBlock, aCitation, aMandate, anActivity, anItem, aPlan, aSection, counterIds, on } from '../../builders/plan.ts'

export const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

export const delegate = (delegation: string): Author => ({ name: '', delegation, role: 'delegation', key: null })
export const chair: Author = { name: 'A. Chair', delegation: 'Chair', role: 'chair', key: null }

/** What to do, where, and with what: numbers that stand for an edit of whatever plan there is. */
export interface Edit {
  readonly action: number
  readonly place: number
  readonly salt: number
}

export const edit: fc.Arbitrary<Edit> = fc.record({ action: fc.nat(999), place: fc.nat(999), salt: fc.nat(99_999) })
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { maxLength: 8 })

const vocabulary = ['pensions', 'return', 'élection', '“quoted”', 'and', '\u{1f30e}', '\u0000', 'two words', ' ', ',']

/** The text with one of its words replaced, removed or followed by another. */
function reworded(text: string, salt: number): string {
  const words = wordsOf(text)
  const word = vocabulary[salt % vocabulary.length] ?? ''
  const place = Math.floor(salt / 100) % Math.max(1, words.length)
  return words.toSpliced(place, salt % 2, ...(salt % 3 === 0 ? [] : [`${word} `])).join('')
}

function editedBlock(block: Block, salt: number, makeId: MakeId): Block {
  const { length } = block.text
  const [start, end] = [salt % (length + 1), Math.floor(salt / 7) % (length + 1)].toSorted((a, b) => a - b) as [number, number]
  if (salt % 5 === 0) return withMarks(block, [...(block.marks ?? []), { kind: 'bold', start, end }])
  if (salt % 5 === 1)
    return withMarks(block, [...(block.marks ?? []), { kind: 'link', start, end, href: `https://example.org/${salt % 3}` }])
  if (salt % 5 === 2) return { ...block, footnotes: [...block.footnotes, { id: makeId(), at: start, text: `Note ${salt}` }] }
  const text = reworded(block.text, salt)
  const within = (at: number) => Math.min(at, text.length)
  const moved = { ...block, text, footnotes: block.footnotes.map((note) => ({ ...note, at: within(note.at) })) }
  return withMarks(
    moved,
    (block.marks ?? []).map((mark) => ({ ...mark, start: within(mark.start), end: within(mark.end) })),
  )
}

/** A list with one of its entries changed, added, taken out or put elsewhere. */
function editedList<Entry>(list: readonly Entry[], salt: number, change: (entry: Entry) => Entry, make: () => Entry): Entry[] {
  const place = Math.floor(salt / 10) % Math.max(1, list.length)
  const entry = list[place]
  if (entry === undefined || salt % 6 === 0) return list.toSpliced(place, 0, make())
  if (salt % 6 === 1) return list.toSpliced(place, 1)
  if (salt % 6 === 2) return list.toSpliced(place, 1).toSpliced(Math.floor(salt / 1000) % list.length, 0, entry)
  return list.with(place, change(entry))
}

function changesOf(plan: Plan, { action, place, salt }: Edit, makeId: MakeId): readonly Change[] {
  const row = plan.activities[place % Math.max(1, plan.activities.length)]
  const section = plan.sections[place % Math.max(1, plan.sections.length)]
  const listed = plan.mandates[place % Math.max(1, plan.mandates.length)]
  const onRow = (change: (row: Activity) => readonly Change[]) => (row === undefined ? [] : change(row))
  const onSection = (change: (section: Section) => Change | null) => [section === undefined ? [] : (change(section) ?? [])].flat()
  const items = (held: Activity) =>
    setItems(
      held,
      editedList(
        held.items,
        salt,
        (item) => ({ ...item, text: reworded(item.text, salt) }),
        () => anItem(`Item ${salt}`, { id: makeId() }),
      ),
    )
  const blocks = (held: Section) =>
    updateRecord(held, {
      blocks: editedList(
        held.blocks,
        salt,
        (block) => editedBlock(block, Math.floor(salt / 6), makeId),
        () => aBlock(`Paragraph ${salt}`, { id: makeId() }),
      ),
    })
  const steps: readonly (() => readonly Change[])[] = [
    () => onRow(items),
    () => onRow(items),
    () => onSection(blocks),
    () => onSection(blocks),
    () => onRow((held) => setWhen(held, on(`2026-1${salt % 3}-1${place % 10}`))),
    () =>
      onRow((held) =>
        setMandate(held, [...held.mandate.slice(salt % 2), aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'], { id: makeId() })]),
      ),
    () =>
      onRow((held) =>
        setMandate(
          held,
          held.mandate.map((entry) =>
            entry.kind === 'citation' ? { ...entry, provisions: [...entry.provisions.slice(salt % 2), `${salt % 40}`] } : entry,
          ),
        ),
      ),
    () => onRow((held) => moveActivities(plan, [held], salt % plan.activities.length)),
    () => insertActivity(plan, place % (plan.activities.length + 1), makeId).changes,
    () => onRow(removeRecord),
    () =>
      [
        row === undefined
          ? []
          : (updateRecord(row, { venue: reworded(row.venue, salt), languages: salt % 2 === 0 ? ['en'] : ['es', 'fr'] }) ?? []),
      ].flat(),
    () => [updateRecord(plan.header, { title: reworded(plan.header.title, salt), symbol: `CIDI/CAM/doc.${salt % 4}/26` }) ?? []].flat(),
    () =>
      listed === undefined || salt % 3 === 0 ? [] : [updateRecord(listed, { quotation: salt % 2 === 0 ? 'full' : ['19'] }) ?? []].flat(),
    () => onSection((held) => updateRecord(held, { heading: reworded(held.heading, salt) })),
  ]
  return steps[action % steps.length]?.() ?? []
}

/** A plan after these edits. Each delegation passes a series of ids of its own. */
export const edited = (plan: Plan, steps: readonly Edit[], makeId: MakeId): Plan =>
  steps.reduce((current, step) => applied(current, changesOf(current, step, makeId)), plan)

/** A plan with rows, paragraphs, notes and mandates, after some edits of its own. */
export const startingPlan = (steps: readonly Edit[]): Plan => {
  const text = 'The committee considers the portability of pensions and the integration of returnees in countries of origin.'
  const plan = aPlan({
    sections: [
      aSection({
        heading: 'Introduction',
        blocks: [
          aBlock(text, {
            footnotes: [{ id: counterIds(0x900)(), at: 40, text: 'See the report.' }],
            marks: [{ kind: 'italic', start: 4, end: 13 }],
          }),
          text,
        ],
      }),
    ],
    mandates: [aMandate('AG/RES. 2955 (L-O/20)', ['34', '35'])],
    activities: [
      'Election of the Vice Chair',
      'Access to pensions in host countries',
      'Round table on return',
      'Approval of the report',
    ].map((item) =>
      anActivity({ when: on('2026-10-13'), mandate: [aCitation('AG/RES. 2955 (L-O/20)', ['34', '35'])], items: [item, 'Other matters'] }),
    ),
  })
  return edited(plan, steps, counterIds(0x8000))
}
