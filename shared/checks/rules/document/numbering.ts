import type { Block, Section } from '../../../model/section.ts'
import { updateRecord } from '../../../operations/edits.ts'
import { foldWords } from '../../../register/words.ts'
import { targetOf } from '../../facts.ts'
import type { Fix } from '../../finding.ts'
import { offer } from '../../fix.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'document/numbering'

const draft =
  /\b(?:draft (?:resolution|declaration)|proyecto de (?:resolucion|declaracion)|projet de (?:resolution|declaration)|projeto de (?:resolucao|declaracao))\b/

/** The word after which operative paragraphs begin. */
const resolves = /^(?:resolves|declares|decides|resuelve|declara|decide|decide de|resolve)$/

const numbered = /^(\s*)(\d{1,3})(?:\s?(bis|ter|quater|quinquies|sexies|septies|alt))?(?=[.)\s])(?!\s?\d)/iu

const suffixes = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies']

interface Numbered {
  readonly block: Block
  readonly number: number
  readonly suffix: string
  /** Where its number stands in the text. */
  readonly start: number
  readonly end: number
}

/** The numbered paragraphs of a draft resolution's operative part. */
function paragraphsOf({ heading, blocks }: Section): Numbered[] {
  const start = blocks.findIndex(({ text }) => resolves.test(foldWords(text)))
  const isDraft = start >= 0 || resolves.test(foldWords(heading)) || draft.test(foldWords(heading))
  if (!isDraft) return []
  return blocks.slice(start + 1).flatMap((block) => {
    const match = block.level > 0 || block.kind === 'quotation' ? null : numbered.exec(block.text)
    if (match === null) return []
    const [whole, blank = '', digits = '', suffix = ''] = match
    return [{ block, number: Number(digits), suffix: suffix.toLowerCase(), start: blank.length, end: whole.length }]
  })
}

/** Whether a paragraph may follow another: the next number, or the next insertion after the same one. `alt` replaces what it stands by. */
function follows(former: Numbered, next: Numbered): boolean {
  if (next.suffix === 'alt') return next.number === former.number
  const rank = suffixes.indexOf(next.suffix)
  if (rank === 0) return next.number === former.number + 1
  return next.number === former.number && suffixes.indexOf(former.suffix) === rank - 1
}

/** Numbers them from the first one's number on; what was inserted keeps its `bis` and follows the paragraph before it. */
function renumber(section: Section, paragraphs: readonly Numbered[]): Fix[] {
  const words = new Map<Block, string>()
  let [number, rank] = [(paragraphs[0]?.number ?? 1) - 1, 0]
  for (const { block, suffix, start, end } of paragraphs) {
    if (suffix === '') {
      number += 1
      rank = 0
    } else if (suffix !== 'alt') rank = Math.min(rank + 1, suffixes.length - 1)
    const label = `${number}${suffix === 'alt' ? 'alt' : (suffixes[rank] ?? '')}`
    words.set(block, block.text.slice(0, start) + label + block.text.slice(end))
  }
  const blocks = section.blocks.map((block) => {
    const text = words.get(block)
    if (text === undefined || text === block.text) return block
    const shift = text.length - block.text.length
    return { ...block, text, footnotes: block.footnotes.map((note) => ({ ...note, at: Math.max(0, note.at + shift) })) }
  })
  const change = updateRecord(section, { blocks })
  return change === null ? [] : offer({ label: `${id}#renumber`, changes: [change] })
}

export const numbering: RuleOf<'section'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Delegations mean the same paragraph by the same number',
    scope: 'section',
    messages: {
      repeated: 'Operative paragraph {label} stands twice or out of order, after {former}.',
      skipped: 'Operative paragraph {label} follows {former}; a number is missing.',
      renumber: 'Renumber the operative paragraphs',
    },
  },
  check: (section) => {
    const paragraphs = paragraphsOf(section)
    const reports: Report[] = []
    let former: Numbered | undefined
    for (const next of paragraphs) {
      const before = former
      // an alternative stands beside its paragraph; what comes after follows the paragraph itself
      if (next.suffix !== 'alt') former = next
      if (before === undefined || follows(before, next)) continue
      const label = `${next.number}${next.suffix}`
      reports.push({
        message: next.number > before.number ? 'skipped' : 'repeated',
        data: { label, former: `${before.number}${before.suffix}` },
        about: label,
        provision: label,
        written: label,
        target: targetOf('section', section.id, 'blocks', { entry: next.block.id, range: { start: next.start, end: next.end } }),
        fixes: renumber(section, paragraphs),
      })
    }
    return reports.length === 0 ? nothing : reports
  },
}
