import type { Language } from '../model/language.ts'
import { type ChangedLine, changedLines, isChanged } from '../negotiation/changed-lines.ts'
import { paragraph, type Run, type TextBlock, text } from './blocks.ts'

/** A line with its inserted and struck words as a writer sets them. */
export const changedRuns = ({ stretches }: ChangedLine): Run[] =>
  stretches.map(({ kind, text: words }) => text(words, kind === 'same' ? {} : { change: kind }))

/** A field in two states, a paragraph a line, with what differs marked; lines that say the same only where asked. */
export const comparedField = (field: string, was: unknown, now: unknown, language: Language, all: boolean): TextBlock[] =>
  changedLines(field, was, now, language)
    .filter((line) => all || isChanged(line))
    .map((line) => paragraph(changedRuns(line)))

/** Unchanged words shown on each side of a change where space is short, in characters. */
const around = 60

const cut = (words: string, from: 'start' | 'end'): string => {
  const edge = from === 'start' ? words.slice(0, around).replace(/\S*$/, '') : words.slice(-around).replace(/^\S*/, '')
  return from === 'start' ? `${edge}… ` : ` …${edge}`
}

/** Runs with the long stretches between changes left out. */
export const shortened = (runs: readonly Run[]): Run[] =>
  runs.map((run, index) => {
    if (run.kind !== 'text' || run.change !== undefined || run.text.length <= 2 * around + 20) return run
    const [before, after] = [index > 0 ? cut(run.text, 'start') : '', index < runs.length - 1 ? cut(run.text, 'end').trimStart() : '']
    return { ...run, text: before === '' ? after : before + after.replace(/^…/, '') }
  })

/** The lines of a field that differ, on one line. */
export const changedOnly = (field: string, was: unknown, now: unknown, language: Language): Run[] =>
  changedLines(field, was, now, language)
    .filter(isChanged)
    .flatMap((line, index) => [...(index > 0 ? [text(' · ')] : []), ...changedRuns(line)])
