import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { layOut } from '#shared/documents/layouts.ts'
import { languages } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { writeAkomaNtoso } from '../../../main/files/akoma-ntoso/write-akoma-ntoso.ts'
import { aBlock, anActivity, aMandate, anItem, aPlan, aSection, numberedId, on } from '../../builders/plan.ts'

// The standard's own schema is 280 kB of other people's work and no package brings it, so the part that we write is set down in a schema of our own.
const grammar = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, '../../fixtures/akoma-ntoso-subset.rng')))
const schema = RelaxNGValidator.fromDoc(grammar)

const namespace = { a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }

const written = (plan: Plan, language: (typeof languages)[number] = 'en') =>
  writeAkomaNtoso(layOut(plan, 'document', { language, register: createRegister([]) }), plan.header)

/** The text as XML that follows the schema. */
function read(text: string): XmlDocument {
  const document = XmlDocument.fromString(text)
  schema.validate(document)
  return document
}

const found = (document: XmlDocument, path: string): string[] =>
  document.root.find(path, namespace).map((node) => ('value' in node ? String(node.value) : node.content))

const plan = aPlan({
  id: numberedId(1),
  symbol: 'CIDI/CAM/doc.3/20',
  revision: 'rev. 2',
  issued: '2020-09-14',
  note: 'Draft presented by the Chair',
  sections: [
    aSection({
      kind: 'introduction',
      heading: 'Introduction',
      blocks: [
        aBlock('The committee met.', { footnotes: [{ id: numberedId(2), at: 13, text: 'See the report & its annex.' }] }),
        aBlock('Topics', { kind: 'heading' }),
        aBlock('Pensions', { kind: 'item', marker: 'number' }),
        aBlock('Portability', { kind: 'item', marker: 'letter', level: 1 }),
      ],
    }),
  ],
  mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])],
  activities: [
    anActivity({ when: on('2021-01-26', '14:30'), items: [anItem('Thematic meeting'), anItem('· Access to <pensions>')] }),
    anActivity(),
  ],
})

test('a plan says as what it stands in the world: a work, its version in a language, and the file', () => {
  const document = read(written(plan))
  expect(found(document, '//a:FRBRuri/@value')).toEqual([
    '/akn/oas/doc/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2',
    '/akn/oas/doc/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2/eng@2020-09-14',
    '/akn/oas/doc/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2/eng@2020-09-14.xml',
  ])
  expect(found(document, '//a:FRBRdate/@date')).toEqual(['2020-09-14', '2020-09-14', '2020-09-14'])
  expect(found(document, '//a:TLCOrganization/@showAs')).toEqual(['Committee on Migration Issues'])
  expect(found(document, '//a:preface//a:docNumber')).toEqual(['CIDI/CAM/doc.3/20 rev. 2'])
  expect(found(document, '//a:preface//a:docTitle')).toEqual(['Work plan of the CAM, 2020-2021'])
})

test('its parts are sections, with lists, the calendar as a table, and notes where their marks stand', () => {
  const document = read(written(plan))
  expect(found(document, '//a:section/a:heading')).toEqual(['Introduction', 'Mandates', 'Calendar of activities'])
  expect(found(document, '//a:subsection/a:heading')).toEqual(['Topics'])
  expect(found(document, '//a:intro/a:p/a:authorialNote')).toEqual(['See the report & its annex.'])
  expect(found(document, '//a:subsection//a:num')).toEqual(['1.', 'a.'])
  expect(found(document, '//a:table//a:th')).toEqual(['DATE', 'MANDATE', 'ACTIVITY'])
  expect(found(document, '//a:table/a:tr[2]/a:td[1]/a:p')).toEqual(['January 26, 2021', 'Tuesday, 2:30 p.m.'])
  expect(found(document, '//a:table/a:tr[2]/a:td[3]//a:item/a:p')).toEqual(['Access to <pensions>'])
})

test('every identity is the only one of its kind and says where it stands', () => {
  const identities = found(read(written(plan)), '//@eId')
  expect(new Set(identities).size).toBe(identities.length)
  expect(identities).toContain('sec_1__subsec_1__list_1__item_1__list_1__item_1')
  expect(identities).toContain('sec_1__authorialNote_1')
})

test('four languages', () => {
  expect(languages.map((language) => found(read(written(plan, language)), '//a:FRBRlanguage/@language')[0])).toEqual([
    'eng',
    'spa',
    'fra',
    'por',
  ])
})

test('what does not follow the schema is refused', () => {
  const text = written(plan)
  expect(() => read(text.replace(/<meta>.*<\/meta>/, ''))).toThrow()
  expect(() => read(text.replace('<heading>', '<title>').replace('</heading>', '</title>'))).toThrow()
  expect(() => read(text.replaceAll(' eId="sec_1"', ''))).toThrow()
})

test('an empty plan follows the schema too', () => {
  expect(found(read(written(aPlan({ term: null, title: '' }))), '//a:FRBRdate/@date')).toEqual(['1970-01-01', '1970-01-01', '1970-01-01'])
})

test('whatever words a plan holds, the file is well-formed, follows the schema, and keeps them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (words, title) => {
      const document = read(written(aPlan({ title, activities: [anActivity({ items: [anItem(words)] })] })))
      const held = words.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
      const cell = document.root
        .find('//a:table/a:tr[2]/a:td[3]', namespace)
        .map((node) => node.content)
        .join('')
      expect(cell.replace(/\s+/g, '')).toBe(held.replace(/\s+/g, ''))
    }),
    { numRuns: 100 },
  )
})

test('the same plan gives the same file', () => {
  expect(written(plan)).toBe(written(structuredClone(plan)))
})
