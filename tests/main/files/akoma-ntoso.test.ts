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

// The standard's own schema is other people's work and no package brings it, so the part that we write is set down in a schema of our own, which was
// compared with it rule by rule: see docs/decisions/0010.
const grammar = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, '../../fixtures/akoma-ntoso-subset.rng')))
const schema = RelaxNGValidator.fromDoc(grammar)

const namespace = { a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }

const written = (plan: Plan, language: (typeof languages)[number] = 'en') =>
  writeAkomaNtoso(layOut(plan, 'document', { language, register: createRegister([]) }), plan.header)

const found = (document: XmlDocument, path: string): string[] =>
  document.root.find(path, namespace).map((node) => ('value' in node ? String(node.value) : node.content))

/** The text as XML that follows the schema, in which no identity stands for two things and whatever is referred to is there. */
function read(text: string): XmlDocument {
  const document = XmlDocument.fromString(text)
  schema.validate(document)
  const identities = found(document, '//@eId')
  expect(identities.filter((identity, index) => identities.indexOf(identity) !== index)).toEqual([])
  const references = found(document, '//a:meta//@source | //a:meta//a:FRBRauthor/@href')
  expect(references.filter((reference) => !identities.includes(reference.replace(/^#/, '')))).toEqual([])
  return document
}

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
    '/akn/oas/doc/workPlan/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2',
    '/akn/oas/doc/workPlan/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2/eng@2020-09-14',
    '/akn/oas/doc/workPlan/cam/2020-09-14/cidi-cam-doc.3-20-rev.-2/eng@2020-09-14.xml',
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

test('what stands in the file has an identity that says where it stands', () => {
  const document = read(written(plan))
  expect(found(document, '//a:section[1]//@eId')).toEqual([
    'sec_1',
    'sec_1__heading',
    'sec_1__intro',
    'sec_1__authorialNote_1',
    'sec_1__subsec_1',
    'sec_1__subsec_1__heading',
    'sec_1__subsec_1__content',
    'sec_1__subsec_1__list_1',
    'sec_1__subsec_1__list_1__item_1',
    'sec_1__subsec_1__list_1__item_1__list_1',
    'sec_1__subsec_1__list_1__item_1__list_1__item_1',
  ])
  const parts = ['section', 'subsection', 'level', 'heading', 'intro', 'content', 'blockList', 'item', 'table', 'authorialNote']
  for (const name of parts) expect(found(document, `//a:${name}[not(@eId)]`)).toEqual([])
})

test('headings of every rank hold what stands below them, with their notes, looks and links', () => {
  const ranked = (text: string, level: number, more: Partial<ReturnType<typeof aBlock>> = {}) =>
    aBlock(text, { kind: 'heading', level, ...more })
  const part = aSection({
    heading: 'Method',
    blocks: [
      aBlock('First of all.'),
      ranked('Scope', 0, { footnotes: [{ id: numberedId(7), at: 5, text: 'As agreed.' }] }),
      ranked('Meetings of 2020', 1, { marks: [{ kind: 'italic', start: 0, end: 8 }] }),
      aBlock('They are short.'),
      ranked('Breaks', 2, { marks: [{ kind: 'link', start: 0, end: 6, href: 'https://example.org/breaks' }] }),
      aBlock('They are long.'),
      ranked('Results', 0),
    ],
  })
  const document = read(written(aPlan({ sections: [part] })))
  const below = '//a:section[1]/a:subsection[1]'
  expect(found(document, '//a:section[1]/a:intro/a:p')).toEqual(['First of all.'])
  expect(found(document, '//a:section[1]/a:subsection/a:heading/text()')).toEqual(['Scope', 'Results'])
  expect(found(document, `${below}/a:heading/a:authorialNote/@eId`)).toEqual(['sec_1__subsec_1__heading__authorialNote_1'])
  expect(found(document, `${below}/a:heading/a:authorialNote/a:p`)).toEqual(['As agreed.'])
  expect(found(document, `${below}/a:level/a:heading/a:i`)).toEqual(['Meetings'])
  expect(found(document, `${below}/a:level/a:intro/a:p`)).toEqual(['They are short.'])
  expect(found(document, `${below}/a:level/a:level/a:heading/a:a/@href`)).toEqual(['https://example.org/breaks'])
  expect(found(document, `${below}/a:level/a:level/a:content/a:p`)).toEqual(['They are long.'])
})

test('a committee without a name in our letters, or with a number before it, is still referred to', () => {
  for (const name of ['3rd Commission', '委員会']) {
    const document = read(written(aPlan({ committee: { name, acronym: '', parentName: '', parentAcronym: '' } })))
    expect(found(document, '//a:TLCOrganization/@showAs')).toEqual([name])
  }
})

test('the address of a link is one that every reader of the file takes, or is left out', () => {
  const linked = (href: string): string[] => {
    const marks = [{ kind: 'link' as const, start: 0, end: 4, href }]
    return found(read(written(aPlan({ sections: [aSection({ heading: 'A', blocks: [aBlock('here', { marks })] })] }))), '//a:a/@href')
  }
  expect(linked('https://example.org/a b')).toEqual(['https://example.org/a%20b'])
  expect(linked('https://example.org/100%/[x]?q=[y]#a#b')).toEqual(['https://example.org/100%25/%5Bx%5D?q=%5By%5D#a%23b'])
  expect(linked('https://[::1]/x')).toEqual(['https://[::1]/x'])
  expect(linked('mailto:chair@example.org')).toEqual(['mailto:chair@example.org'])
  expect(linked('https://')).toEqual([])
  expect(linked('file:///etc/passwd')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), (rest) => {
      expect(linked(`https://example.org/${rest}`)).toHaveLength(1)
    }),
    { numRuns: 200 },
  )
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
  expect(() => read(text.replaceAll(' eId="sec_1"', ' eId="sec 1"'))).toThrow()
  expect(() => read(text.replaceAll(' eId="sec_1"', ' eId="sec_2"'))).toThrow()
  expect(() => read(text.replace('source="#cam"', 'source="#nobody"'))).toThrow()
  expect(() => read(text.replace('placement="bottom"', 'placement="foot"'))).toThrow()
  expect(() => read(text.replace('<preface>', '<preface><p><a href="https://example.org/100%">here</a></p>'))).toThrow()
  expect(() => read(text.replace('<preface>', '<preface><p><a href="https://example.org/100%25">here</a></p>'))).not.toThrow()
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
