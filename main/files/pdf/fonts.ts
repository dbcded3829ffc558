import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import { type EastAsian, isEastAsian } from '../east-asian.ts'
import { fontChains, fontFiles, type FontStyle, isShaped, lastResort, scaleOf, scriptFont, slicesWith } from './font-files.ts'
import { unpackWoff } from './woff.ts'

export { fontFiles }

/** Where fonts come from: opened, by the name of the file that brings them. */
export interface FontSource {
  /** The same font at every call. Throws when the file is not there: a program without its fonts is not installed properly. */
  open(file: string): Font
}

/** A stretch of a word that one font draws. */
export interface Stretch {
  readonly words: string
  /** File name of the font. */
  readonly font: string
  /** Its size, in units of the type size. */
  readonly scale: number
  /** Width in units of the type size. */
  readonly width: number
  /** Width without the spaces at its end. */
  readonly bare: number
  /** The characters that `words` stands for when it is the box for characters no font has; null otherwise. */
  readonly actual: string | null
}

/** Kept once opened: opening fonts takes longer than setting a page. */
const shipped = new Map<string, FontSource>()

/**
 * The fonts that come with the program: beside the built program in `fonts/`, or in their packages when it runs from its sources.
 * `base` is the address of the running module.
 */
export function shippedFonts(base: string = import.meta.url): FontSource {
  const before = shipped.get(base)
  if (before) return before
  const folder = ['./fonts/', '../fonts/'].map((path) => fileURLToPath(new URL(path, base))).find((path) => existsSync(path))
  const require = createRequire(base)
  const packages = new Map(fontFiles.map((entry) => [entry.file, entry.package]))
  const opened = new Map<string, Font>()
  const source: FontSource = {
    open(file) {
      const known = opened.get(file)
      if (known) return known
      const path = folder ? join(folder, file) : join(require.resolve(`${packages.get(file)}/package.json`), '..', 'files', file)
      const font = create(Buffer.from(unpackWoff(readFileSync(path))))
      if (!('layout' in font)) throw new Error(`${path} holds several fonts`)
      opened.set(file, font)
      return font
    },
  }
  shipped.set(base, source)
  return source
}

/** What a character is drawn as when its own glyph would only say the same: fonts seldom have these. */
const sameAs: Readonly<Record<string, string>> = { '\u00a0': ' ', '\u2007': ' ', '\u202f': '\u2009', '\u2010': '-', '\u2011': '-' }

/** Characters that steer line breaking or shaping and show nothing themselves. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** The same but for what joins and parts letters: fonts that shape their letters heed it. */
const idle = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu

/** A letter with a mark over or under it. */
const marked = /.\p{M}/su

const longestWord = 400

/** The Thai vowel am is a ring below the tone's mark and a letter after it: the font has marks for both, and the shaper does not part them. */
const spelled = (words: string): string => words.replace(/([\u0e48-\u0e4b]*)\u0e33/g, '\u0e4d$1\u0e32')

/** Letters, digits and marks that the first file of each chain has: words of these need no closer look. */
const plainWord = /^[ -~¡-¬®-ÿ–—‘’“”•…]*$/

/** Chooses fonts for words and measures them; remembers both, and what no font had. */
export class FontSet {
  readonly source: FontSource
  /** Characters that no font has, in the order met. */
  readonly missing = new Set<string>()
  private readonly shaped: Readonly<Record<FontStyle, Map<string, readonly Stretch[]>>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
    'bold-italic': new Map(),
  }
  private readonly measures = new Map<string, { readonly width: number; readonly leftward: boolean }>()
  private readonly graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  constructor(source: FontSource) {
    this.source = source
  }

  /** Cuts a word (with its trailing spaces) into stretches of one font each. Invisible characters are left out. */
  shape(word: string, style: FontStyle, manner: EastAsian = 'chinese'): readonly Stretch[] {
    const key = manner === 'chinese' ? word : `${manner}\n${word}`
    const known = this.shaped[style].get(key)
    if (known) return known
    // Shaping takes longer than in proportion: what has no spaces for so long is no word, and is shaped by parts.
    const parts = word.length > longestWord ? (word.match(/[^]{1,200}/gu) ?? []) : []
    const stretches =
      parts.length > 0
        ? parts.flatMap((part) => this.shape(part, style, manner))
        : plainWord.test(word)
          ? [this.stretch(word, fontChains[style][0] ?? lastResort)]
          : this.shapeByCharacter(word, style, manner)
    this.shaped[style].set(key, stretches)
    return stretches
  }

  private shapeByCharacter(word: string, style: FontStyle, manner: EastAsian): Stretch[] {
    const stretches: Stretch[] = []
    let pending = ''
    let font: string | undefined
    const flush = () => {
      if (pending && font) stretches.push(this.stretch(pending, font))
      pending = ''
    }
    const add = (segment: string) => {
      const visible = segment.replace(invisible, '')
      if (!visible) return
      const drawn = sameAs[visible] ?? visible
      const found = this.fontFor(drawn, style, manner, font)
      const kept = found && isShaped(found) ? segment.replace(idle, '') : drawn
      if (found && found === font) {
        pending += kept
        return
      }
      if (!found && marked.test(visible)) {
        // A letter and its mark that no font has together come from two.
        for (const character of visible) add(character)
        return
      }
      flush()
      font = found
      if (found) {
        pending = kept
      } else {
        this.missing.add(visible)
        stretches.push(this.stretch('\u25a1', lastResort, visible))
      }
    }
    for (const { segment } of this.graphemes.segment(word)) add(segment)
    flush()
    return stretches
  }

  private fontFor(characters: string, style: FontStyle, manner: EastAsian, before: string | undefined): string | undefined {
    // A space goes with the word before it, so that phrases stay whole.
    if (characters === ' ' && before && this.covers(before, characters)) return before
    const has = (file: string) => this.covers(file, characters)
    const own = scriptFont(characters, style)
    if (own && has(own)) return own
    const slice = () => slicesWith(characters, manner).find(has)
    return (isEastAsian(characters) ? slice() : undefined) ?? fontChains[style].find(has) ?? slice()
  }

  private covers(file: string, characters: string): boolean {
    const font = this.source.open(file)
    for (const character of characters) if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false
    return true
  }

  private stretch(words: string, font: string, actual: string | null = null): Stretch {
    const scale = scaleOf(font)
    const width = this.widthIn(font, words) * scale
    const bare = words.trimEnd()
    return { words, font, scale, width, bare: bare === words ? width : this.widthIn(font, bare) * scale, actual }
  }

  /** Width of words in one font, in units of the type size. */
  widthIn(file: string, words: string): number {
    return this.measure(file, words).width
  }

  private measure(file: string, words: string): { readonly width: number; readonly leftward: boolean } {
    const key = `${file} ${words}`
    let measured = this.measures.get(key)
    if (measured === undefined) {
      const font = this.source.open(file)
      const run = words === '' ? null : font.layout(spelled(words))
      measured = { width: run ? run.advanceWidth / font.unitsPerEm : 0, leftward: run?.direction === 'rtl' }
      this.measures.set(key, measured)
    }
    return measured
  }

  /** Words as they are given to the pen so that they run that way: a font by itself turns what it takes for Arabic or Hebrew, and only that. */
  turned(words: string, file: string, leftward: boolean): string {
    if (this.measure(file, words).leftward === leftward) return spelled(words)
    return Array.from(this.graphemes.segment(words), ({ segment }) => segment)
      .toReversed()
      .join('')
  }
}
