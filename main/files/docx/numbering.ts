import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx'
import type { ListItem } from '#shared/documents/blocks.ts'
import { type CountedLabel, isBullet, labelFollows, labelReadings, type LabelFormat } from '../list-labels.ts'
import { twips } from './styles.ts'

/** The list that an item's paragraph belongs to, in the library's terms. */
export interface ListPlace {
  readonly reference: string
  readonly instance: number
  readonly level: number
}

/** Word knows nine levels, from 0. */
const deepest = 8

/** How far a list is set in for each of its levels, in points. */
export const listIndent = 20

/** What usually stands before items of each depth; deeper ones are as the last. */
const usualFormats: readonly LabelFormat[] = ['decimal', 'lowerLetter', 'lowerRoman']
const usualBullets = ['•', '–', '·'] as const

/** The numbering of lines that show nothing before their words. */
export const unmarked = 'unmarked'

const at = <Entry>(entries: readonly Entry[], index: number): Entry | undefined => entries[Math.min(index, entries.length - 1)]

const levelsOf = (level: (depth: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] =>
  Array.from({ length: deepest + 1 }, (_, depth) => ({
    level: depth,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: twips(listIndent * (depth + 1)), hanging: twips(listIndent) } } },
    ...level(depth),
  }))

/** Finds for the labels of lists the numbering that makes Word write the same, and keeps what the file must define. */
export class Numbering {
  private readonly configs = new Map<string, ILevelsOptions[]>()
  private instances = 0
  /** Items below which a count has begun. */
  private readonly counted = new WeakSet<ListPlace>()

  get config(): { readonly reference: string; readonly levels: ILevelsOptions[] }[] {
    return Array.from(this.configs, ([reference, levels]) => ({ reference, levels }))
  }

  /**
   * A place for each item of a list that stands `depth` lists deep, below an item of `parent`. Null where no numbering writes the label:
   * it is then written as words. `belowLine`: the outermost list follows a line of text.
   */
  places(items: readonly Pick<ListItem, 'label'>[], depth: number, parent: ListPlace | null, belowLine: boolean): (ListPlace | null)[] {
    const level = Math.min(depth, deepest)
    let last: { readonly counted: CountedLabel; readonly place: ListPlace } | null = null
    return items.map(({ label }): ListPlace | null => {
      // A line without a mark shows its depth by its level alone: below a line of text it is one deeper than the list is.
      if (label === '') return this.unmarked(Math.min(belowLine ? level + 1 : level, deepest))
      if (isBullet(label)) return this.bullet(label, level)
      const possible = labelReadings(label)
      const next = possible.find((counted) => last !== null && labelFollows(last.counted, counted))
      const counted =
        next ??
        possible.find(({ format, number }) => number === 1 && format === at(usualFormats, level)) ??
        possible.find(({ number }) => number === 1) ??
        possible[0]
      if (counted === undefined) return null
      const place: ListPlace = next && last ? { ...last.place } : this.begin(counted, level, parent)
      last = { counted, place }
      return place
    })
  }

  private unmarked(level: number): ListPlace {
    return { ...this.define(unmarked, () => ({ format: LevelFormat.NONE, text: '', suffix: LevelSuffix.NOTHING })), level }
  }

  private bullet(label: string, level: number): ListPlace {
    if (label === at(usualBullets, level))
      return { ...this.define('bullets', (depth) => ({ format: LevelFormat.BULLET, text: at(usualBullets, depth) ?? label })), level }
    return { ...this.define(`bullets ${label}`, () => ({ format: LevelFormat.BULLET, text: label })), level }
  }

  /** A list that counts from its first item: as its parent's next level where that is how it is written, else on its own. */
  private begin({ format, before, after, number }: CountedLabel, level: number, parent: ListPlace | null): ListPlace {
    const usual = format === at(usualFormats, level) && before === '' && after === '.'
    const text = (depth: number) => `${before}%${depth + 1}${after}`
    if (usual && number === 1) {
      const { reference } = this.define('numbers', (depth) => ({ format: at(usualFormats, depth) ?? format, text: text(depth), start: 1 }))
      // Below one item the counter starts once: a second count there is a list of its own.
      const goesOn = parent?.reference === reference && parent.level === level - 1 && !this.counted.has(parent)
      if (parent !== null) this.counted.add(parent)
      return { reference, instance: goesOn ? parent.instance : ++this.instances, level }
    }
    const { reference } = this.define(`${text(0)} ${format} from ${number}`, (depth) => ({ format, text: text(depth), start: number }))
    return { reference, instance: ++this.instances, level }
  }

  private define(reference: string, level: Parameters<typeof levelsOf>[0]): Omit<ListPlace, 'level'> {
    if (!this.configs.has(reference)) this.configs.set(reference, levelsOf(level))
    return { reference, instance: 0 }
  }
}
