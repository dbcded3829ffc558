import { numberToRoman } from '#shared/lib/roman.ts'
import { attribute, readXml } from './read-xml.ts'

/** How the numbers of one level of a list are written. */
interface Level {
  format: string
  /** "%1." */
  text: string
  start: number
}

/** What a style says of its paragraphs or words. */
export interface Style {
  readonly basedOn: string | null
  /** The name that word processors know it by, in small letters; its id may be any. */
  readonly name: string
  /** Depth in the outline, from 1; null for text. */
  readonly depth: number | null
  readonly list: ListPlace | null
  /** Whether it sets words in bold or slanted, where it says. */
  readonly bold: boolean | null
  readonly italic: boolean | null
}

/** Whether an element that switches something on does so: `<w:b/>`, and not `<w:b w:val="0"/>`. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/.test(value ?? '')

/** A paragraph's list and its level there; list "0" takes it out of the list of its style. */
export interface ListPlace {
  readonly list: string | null
  readonly level: number
}

/** The depth of a heading, from 1, of its place in the outline; body text has none. */
export const depthOf = (outline: string | undefined): number | null => (/^[0-8]$/.test(outline ?? '') ? Number(outline) + 1 : null)

/** A level of a list: word processors have nine. What is none of them is the first. */
export const levelOf = (value: string | undefined): number => (/^[0-8]$/.test(value ?? '') ? Number(value) : 0)

/** Where a list may begin in word processors. */
const startOf = (value: string | undefined): number => (/^\d{1,5}$/.test(value ?? '') ? Math.min(Number(value), 32_767) : 1)

/** What stands before a paragraph is no longer. */
const longestNumber = 100

const bareStyle = (): Style => ({ basedOn: null, name: '', depth: null, list: null, bold: null, italic: null })

/** The paragraph and character styles of a file, by their ids. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let id: string | null = null
  let style: { -readonly [Key in keyof Style]: Style[Key] } = bareStyle()
  readXml(xml, {
    open(name, attributes) {
      const value = attribute(attributes, 'w:val')
      if (name === 'w:style') {
        id = attribute(attributes, 'w:styleId') ?? null
        style = bareStyle()
      } else if (name === 'w:basedOn') style.basedOn = value ?? null
      else if (name === 'w:name') style.name = (value ?? '').toLowerCase()
      else if (name === 'w:outlineLvl') style.depth = depthOf(value)
      else if (name === 'w:b') style.bold = isOn(value)
      else if (name === 'w:i') style.italic = isOn(value)
      else if (name === 'w:numId') style.list = { list: value ?? null, level: style.list?.level ?? 0 }
      else if (name === 'w:ilvl') style.list = { list: style.list?.list ?? null, level: levelOf(value) }
    },
    close(name) {
      if (name === 'w:style' && id !== null) styles.set(id, style)
    },
  })
  return styles
}

/** Word processors write letters to 30 in a row. */
const letters = (number: number): string =>
  number < 1 || number > 780 ? String(number) : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

const formats: ReadonlyMap<string, (number: number) => string> = new Map(
  Object.entries({
    lowerLetter: letters,
    upperLetter: (number: number) => letters(number).toUpperCase(),
    lowerRoman: (number: number) => numberToRoman(number).toLowerCase(),
    upperRoman: numberToRoman,
    decimalZero: (number: number) => String(number).padStart(2, '0'),
  }),
)

const write = (number: number, format: string): string => (formats.get(format) ?? String)(number)

/** Counts the list paragraphs of a file and says what stands before each. */
export class ListNumbers {
  private readonly levels = new Map<string, Map<number, Level>>()
  private readonly counts = new Map<string, number[]>()
  /** The abstract list behind a list: lists that share one go on counting together unless a level starts anew. */
  private readonly abstract = new Map<string, string>()
  private readonly restarts = new Map<string, Map<number, number>>()

  constructor(xml: string) {
    let [abstractId, list, level] = ['', '', 0]
    let current: Level = { format: 'decimal', text: '', start: 1 }
    readXml(xml, {
      open: (name, attributes) => {
        const value = attribute(attributes, 'w:val') ?? ''
        if (name === 'w:abstractNum') {
          abstractId = attribute(attributes, 'w:abstractNumId') ?? ''
          this.levels.set(abstractId, new Map())
        } else if (name === 'w:lvl') {
          level = levelOf(attribute(attributes, 'w:ilvl'))
          current = { format: 'decimal', text: '', start: 1 }
          if (list === '') this.levels.get(abstractId)?.set(level, current)
        } else if (name === 'w:numFmt') current.format = value
        else if (name === 'w:lvlText') current.text = value.slice(0, longestNumber)
        else if (name === 'w:start') current.start = startOf(value)
        else if (name === 'w:num') list = attribute(attributes, 'w:numId') ?? ''
        else if (name === 'w:abstractNumId') this.abstract.set(list, value)
        else if (name === 'w:lvlOverride') level = levelOf(attribute(attributes, 'w:ilvl'))
        else if (name === 'w:startOverride') {
          const restarts = this.restarts.get(list) ?? new Map<number, number>()
          this.restarts.set(list, restarts.set(level, startOf(value)))
        }
      },
      close: (name) => {
        if (name === 'w:num') list = ''
      },
    })
  }

  /** What stands before the next paragraph at this place: its indent with a number, a letter or a bullet. A list without marks has its indent alone. */
  next({ list, level }: ListPlace): string {
    const abstract = this.abstract.get(list ?? '')
    const levels = abstract === undefined ? undefined : this.levels.get(abstract)
    const at = levels?.get(level)
    if (list === null || abstract === undefined || levels === undefined || at === undefined) return ''
    if (at.format === 'none') return '  '.repeat(level)
    const counts = this.counts.get(abstract) ?? []
    this.counts.set(abstract, counts)
    const restart = this.restarts.get(list)?.get(level)
    if (restart !== undefined) {
      this.restarts.get(list)?.delete(level)
      counts[level] = restart
    } else counts[level] = (counts[level] ?? at.start - 1) + 1
    counts.length = level + 1
    const indent = '  '.repeat(level)
    if (at.format === 'bullet') return `${indent}· `
    const number = at.text.replace(/%([1-9])/g, (_, digit: string) => {
      const shown = Number(digit) - 1
      const of = levels.get(shown)
      return write(counts[shown] ?? of?.start ?? 1, of?.format ?? 'decimal')
    })
    const shown = number.trim().slice(0, longestNumber)
    return shown === '' ? '' : `${indent}${shown} `
  }
}
