import type { IRunOptions } from 'docx'
import type { Run } from '#shared/documents/blocks.ts'
import { directionOf, runsLeft } from '../direction.ts'
import { type EastAsian, eastAsianOf, isEastAsian } from '../east-asian.ts'

/** Words of one direction, and what Word must be told of their script. */
export interface Part {
  readonly words: string
  readonly options: Pick<IRunOptions, 'rightToLeft' | 'font' | 'language'>
}

/** The language that characters are proofread in, and a typeface that comes with Word and has them. */
const eastAsian: Readonly<Record<EastAsian, { readonly language: string; readonly font: string }>> = {
  chinese: { language: 'zh-CN', font: 'SimSun' },
  japanese: { language: 'ja-JP', font: 'Yu Mincho' },
  korean: { language: 'ko-KR', font: 'Batang' },
}

const latin: Part['options'] = {}

function optionsOf(words: string, leftward: boolean, manner: EastAsian): Part['options'] {
  if (leftward) {
    const bidirectional = /\p{Script=Hebrew}/u.test(words) ? 'he-IL' : 'ar-SA'
    return { rightToLeft: true, font: { cs: 'Times New Roman' }, language: { bidirectional } }
  }
  if (!Array.from(words).some(isEastAsian)) return latin
  return { font: { eastAsia: eastAsian[manner].font }, language: { eastAsia: eastAsian[manner].language } }
}

/** The words of each run of a paragraph, parted where their direction changes; none for a note. */
export function partsOf(runs: readonly Run[]): readonly (readonly Part[])[] {
  const text = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')
  const direction = directionOf(text)
  const manner = eastAsianOf(text)
  let start = 0
  return runs.map((run) => {
    if (run.kind === 'note') return []
    const from = start
    start += run.text.length
    return direction.runs(from, start).map((part) => {
      const words = text.slice(part.start, part.end)
      return { words, options: optionsOf(words, runsLeft(part.level), manner) }
    })
  })
}
