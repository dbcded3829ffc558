import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedLicences } from '../../main/licences.ts'

const out = process.env['MANDATO_OUT'] ?? join(import.meta.dirname, '../../out')
const all = shippedLicences(join(out, 'main'))

/** Licences that let the program be handed out closed or open, and ask for no more than their words. */
const allowed = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  'OFL-1.1',
  'Zlib',
  'Bitstream-Vera',
  'BlueOak-1.0.0',
]

test('every library and font that ships is listed with a licence that allows it', () => {
  expect(all.length).toBeGreaterThan(50)
  expect(all.filter(({ kind }) => !allowed.includes(kind)).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([])
})

test('each comes with the licence’s words, which say whose it is', () => {
  expect(all.filter(({ text }) => text.length < 300).map(({ name }) => name)).toEqual([])
})

test('the store’s library, the shell, the window’s library and the fonts are among them; tools of the workshop are not', () => {
  const names = all.map(({ name }) => name)
  for (const name of ['better-sqlite3', 'electron', 'react', 'pdfkit', 'docx', '@fontsource/source-serif-4', '@fontsource-variable/inter'])
    expect(names).toContain(name)
  for (const name of ['vitest', 'typescript', 'electron-builder', 'ical.js', 'playwright-core']) expect(names).not.toContain(name)
})

test('a program that runs from its sources has no list', () => {
  expect(shippedLicences()).toEqual([])
})
