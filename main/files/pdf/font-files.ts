import chinese from '@fontsource/noto-serif-sc/unicode.json' with { type: 'json' }
import japanese from '@fontsource/noto-serif-jp/unicode.json' with { type: 'json' }
import type { EastAsian } from '../east-asian.ts'

export type FontStyle = 'regular' | 'bold' | 'italic' | 'bold-italic'

// One package carries a file for each part of Unicode. The order is that of likelihood: the first file that has a character draws it.
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese']

const serif = (weight: number, slope: 'normal' | 'italic'): string[] =>
  scripts.map((script) => `source-serif-4-${script}-${weight}-${slope}.woff`)

/** Has the most characters of all, and the box that stands for those that none has. */
export const lastResort = 'dejavu-sans-latin-400-normal.woff'

/** For each style the files to try, in order. */
export const fontChains: Readonly<Record<FontStyle, readonly string[]>> = {
  regular: [...serif(400, 'normal'), 'dejavu-serif-latin-400-normal.woff', lastResort],
  bold: [...serif(600, 'normal'), 'dejavu-serif-latin-700-normal.woff', lastResort],
  italic: [...serif(400, 'italic'), 'dejavu-serif-latin-400-italic.woff', lastResort],
  'bold-italic': [...serif(600, 'italic'), 'dejavu-serif-latin-700-normal.woff', lastResort],
}

interface ScriptFont {
  readonly characters: RegExp
  readonly regular: string
  readonly bold: string
}

const arabic = 'amiri-arabic'
const noto = (script: string, characters: RegExp): ScriptFont => {
  const name = `noto-serif-${script}-${script}`
  return { characters, regular: `${name}-400-normal.woff`, bold: `${name}-600-normal.woff` }
}

/** Scripts whose letters join, stack, change places or run from right to left: a font of their own knows how. None of them slants. */
const scriptFonts: readonly ScriptFont[] = [
  { characters: /\p{Script_Extensions=Arabic}/u, regular: `${arabic}-400-normal.woff`, bold: `${arabic}-700-normal.woff` },
  noto('hebrew', /\p{Script=Hebrew}/u),
  noto('thai', /\p{Script=Thai}/u),
  noto('devanagari', /\p{Script_Extensions=Devanagari}/u),
]

const hangul = 'noto-serif-kr-korean-400-normal.woff'

/** The file to try before all others for these characters, when their script has one. */
export function scriptFont(characters: string, style: FontStyle): string | undefined {
  if (/\p{Script=Hangul}/u.test(characters)) return hangul
  const found = scriptFonts.find((font) => font.characters.test(characters))
  return style === 'bold' || style === 'bold-italic' ? found?.bold : found?.regular
}

const shaped = new Set(scriptFonts.flatMap(({ regular, bold }) => [regular, bold]))

/** Whether the glyphs of a font need not be one for each character, in the same order. */
export const isShaped = (file: string): boolean => shaped.has(file)

/** How large letters are set beside Latin ones: Arabic ones are small for their size. */
export const scaleOf = (file: string): number => (file.startsWith(arabic) ? 1.12 : 1)

type Sliced = Exclude<EastAsian, 'korean'>

interface Slices {
  readonly name: string
  /** What each slice has, as CSS writes it, by its number in brackets. */
  readonly ranges: readonly (readonly [slice: string, range: string])[]
}

const slicesOf = (name: string, ranges: Readonly<Record<string, string>>): Slices => ({
  name,
  ranges: Object.entries(ranges).filter(([slice]) => slice.startsWith('[')),
})

/** Fonts of many thousand characters, in slices of what is used together: a text needs few of them. */
const sliced: Readonly<Record<Sliced, Slices>> = {
  chinese: slicesOf('noto-serif-sc', chinese),
  japanese: slicesOf('noto-serif-jp', japanese),
}

const fileOf = (slices: Slices, slice: string): string => `${slices.name}-${slice.slice(1, -1)}-400-normal.woff`

/** Han characters in Korean look more like those in Japanese. */
const orders: Readonly<Record<EastAsian, readonly Sliced[]>> = {
  chinese: ['chinese', 'japanese'],
  japanese: ['japanese', 'chinese'],
  korean: ['japanese', 'chinese'],
}

const indexes = new Map<Sliced, ReadonlyMap<number, string>>()

/** Which file has a character, made when the first one is met: Latin plans never wait for it. */
function indexOf(kind: Sliced): ReadonlyMap<number, string> {
  const known = indexes.get(kind)
  if (known) return known
  const index = new Map<number, string>()
  for (const [slice, ranges] of sliced[kind].ranges) {
    for (const range of ranges.split(',')) {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((hexadecimal) => Number.parseInt(hexadecimal, 16))
      for (let code = first; code <= last; code += 1) index.set(code, fileOf(sliced[kind], slice))
    }
  }
  indexes.set(kind, index)
  return index
}

/** The slices that have a character, that of the manner asked for first. */
export function slicesWith(character: string, manner: EastAsian): string[] {
  const code = character.codePointAt(0) ?? 0
  return orders[manner].flatMap((kind) => indexOf(kind).get(code) ?? [])
}

const packages = [
  'source-serif-4',
  'dejavu-serif',
  'dejavu-sans',
  'amiri',
  'noto-serif-hebrew',
  'noto-serif-thai',
  'noto-serif-devanagari',
  'noto-serif-kr',
  ...Object.values(sliced).map(({ name }) => name),
]

const files = [
  ...Object.values(fontChains).flat(),
  ...shaped,
  hangul,
  ...Object.values(sliced).flatMap((slices) => slices.ranges.map(([slice]) => fileOf(slices, slice))),
]

/** Every font file that printing may ask for, with the npm package it comes from: what an installation has to carry. */
export const fontFiles: readonly { readonly file: string; readonly package: string }[] = [...new Set(files)].map((file) => ({
  file,
  package: `@fontsource/${packages.find((name) => file.startsWith(name))}`,
}))
