import { letters, roman } from '#shared/documents/outline.ts'

export type LabelFormat = 'decimal' | 'lowerLetter' | 'lowerRoman'

/** How an item's label counts: its format, what stands around the number, and the number. */
export interface CountedLabel {
  readonly format: LabelFormat
  readonly before: string
  readonly after: string
  readonly number: number
}

/** Numbers by how they are written, up to the highest. */
const numbersOf = (write: (number: number) => string, highest: number): ReadonlyMap<string, number> =>
  new Map(Array.from({ length: highest }, (_, index) => [write(index + 1), index + 1]))

const formats: readonly (readonly [LabelFormat, ReadonlyMap<string, number>])[] = [
  ['decimal', numbersOf(String, 999)],
  // After `aa` word processors go on with `bb`, where we say `ab`.
  ['lowerLetter', numbersOf(letters, 27)],
  ['lowerRoman', numbersOf(roman, 999)],
]

/** The readings of a label: "i." is the ninth letter or the first Roman numeral. Empty for a bullet. */
export function labelReadings(label: string): CountedLabel[] {
  const [, before, word, after] = /^(\(?)(\d{1,3}|[a-z]{1,8})([.)]?)$/.exec(label) ?? []
  if (before === undefined || word === undefined || after === undefined) return []
  return formats.flatMap(([format, numbers]): CountedLabel[] => {
    const number = numbers.get(word)
    return number === undefined ? [] : [{ format, before, after, number }]
  })
}

/** Whether a label is the next of the one before it. */
export const labelFollows = (before: CountedLabel, { format, before: opening, after, number }: CountedLabel): boolean =>
  before.format === format && before.before === opening && before.after === after && before.number + 1 === number

/** Whether a label is a sign without a number. */
export const isBullet = (label: string): boolean => label !== '' && !/[\p{L}\d]/u.test(label)
