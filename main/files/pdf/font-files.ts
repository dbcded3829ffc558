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

const packages = ['source-serif-4', 'dejavu-serif', 'dejavu-sans']

/** Every font file that printing may ask for, with the npm package it comes from: what an installation has to carry. */
export const fontFiles: readonly { readonly file: string; readonly package: string }[] = [...new Set(Object.values(fontChains).flat())].map(
  (file) => ({ file, package: `@fontsource/${packages.find((name) => file.startsWith(name))}` }),
)
