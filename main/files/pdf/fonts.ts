import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import { fontChains, fontFiles, type FontStyle, lastResort } from './font-files.ts'
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

const longestWord = 400

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
  private readonly widths = new Map<string, number>()
  private readonly graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  constructor(source: FontSource) {
    this.source = source
  }

  /** Cuts a word (with its trailing spaces) into stretches of one font each. Invisible characters are left out. */
  shape(word: string, style: FontStyle): readonly Stretch[] {
    const known = this.shaped[style].get(word)
    if (known) return known
    // Shaping takes longer than in proportion: what has no spaces for so long is no word, and is shaped by parts.
    const parts = word.length > longestWord ? (word.match(/[^]{1,200}/gu) ?? []) : []
    const stretches =
      parts.length > 0
        ? parts.flatMap((part) => this.shape(part, style))
        : plainWord.test(word)
          ? [this.stretch(word, fontChains[style][0] ?? lastResort)]
          : this.shapeByCharacter(word, style)
    this.shaped[style].set(word, stretches)
    return stretches
  }

  private shapeByCharacter(word: string, style: FontStyle): Stretch[] {
    const stretches: Stretch[] = []
    let pending = ''
    let font: string | undefined
    const flush = () => {
      if (pending && font) stretches.push(this.stretch(pending, font))
      pending = ''
    }
    for (const { segment } of this.graphemes.segment(word)) {
      const visible = segment.replace(invisible, '')
      if (!visible) continue
      const drawn = sameAs[visible] ?? visible
      const found = fontChains[style].find((file) => this.covers(file, drawn))
      if (found && found === font) {
        pending += drawn
        continue
      }
      flush()
      font = found
      if (found) {
        pending = drawn
      } else {
        this.missing.add(visible)
        stretches.push(this.stretch('\u25a1', lastResort, visible))
      }
    }
    flush()
    return stretches
  }

  private covers(file: string, characters: string): boolean {
    const font = this.source.open(file)
    for (const character of characters) if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false
    return true
  }

  private stretch(words: string, font: string, actual: string | null = null): Stretch {
    const width = this.widthIn(font, words)
    const bare = words.trimEnd()
    return { words, font, width, bare: bare === words ? width : this.widthIn(font, bare), actual }
  }

  /** Width of words in one font, in units of the type size. */
  widthIn(file: string, words: string): number {
    const key = `${file} ${words}`
    let width = this.widths.get(key)
    if (width === undefined) {
      const font = this.source.open(file)
      width = words === '' ? 0 : font.layout(words).advanceWidth / font.unitsPerEm
      this.widths.set(key, width)
    }
    return width
  }
}
