import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MandateCellContext, readMandateCell, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { nameIndex } from '#shared/citations/read.ts'
import type { MandateEntry } from '#shared/model/citation.ts'
import { languages } from '#shared/model/language.ts'
import { aCitation, aRemark, counterIds, numberedId } from '../../builders/plan.ts'

const names = nameIndex([
  {
    title: 'Rules of Procedure for the Regular and Special Meetings of CIDI',
    aliases: ['Rules of Procedure for Regular and Special Meetings of CIDI'],
  },
  { title: 'Migration and Development', aliases: [] },
  { title: 'Inter-American Program on Ports', aliases: [] },
])

const read = (text: string, more: Partial<MandateCellContext> = {}): MandateEntry[] =>
  readMandateCell(text, { names, makeId: counterIds(), ...more })

const withoutId = (entry: MandateEntry): MandateEntry => ({ ...entry, id: '' })
const both = [
  { language: 'es', url: null },
  { language: 'en', url: null },
] as const

describe('what is typed into a mandate cell', () => {
  it('reads a citation with its title, paragraphs and links', () => {
    expect(
      read(
        'AG/RES. 2816 (XLIV-O/14) “Advancing Hemispheric Initiatives on Integral Development,” operative paragraphs 19 and 20.\nEspañol - English',
      ),
    ).toEqual([
      {
        id: numberedId(1),
        kind: 'citation',
        symbol: 'AG/RES. 2816 (XLIV-O/14)',
        written: 'AG/RES. 2816 (XLIV-O/14)',
        title: 'Advancing Hemispheric Initiatives on Integral Development',
        provisions: ['19', '20'],
        links: both,
      },
    ])
  })

  it('keeps what was written beside the spelling that was meant, and leaves facts alone', () => {
    expect(read('AG/ DEC. 88 (XLVI-0/16)')).toMatchObject([{ symbol: 'AG/DEC. 88 (XLVI-O/16)', written: 'AG/ DEC. 88 (XLVI-0/16)' }])
    expect(read('AG/RES. 2816 (XLIII-O/14)')).toMatchObject([{ symbol: 'AG/RES. 2816 (XLIII-O/14)' }])
  })

  it('keeps labels and other words as remarks, in order', () => {
    expect(
      read('2020 RESOLUTION:\nAG/RES. 2955 (L-O/20)\nEspañol - English\n\nsee also AG/RES. 2910 (XLVII-O/17), to be confirmed').map(
        withoutId,
      ),
    ).toEqual([
      { id: '', kind: 'remark', text: '2020 RESOLUTION:' },
      withoutId(aCitation('AG/RES. 2955 (L-O/20)', [], { links: [...both] })),
      { id: '', kind: 'remark', text: 'see also' },
      withoutId(aCitation('AG/RES. 2910 (XLVII-O/17)')),
      { id: '', kind: 'remark', text: 'to be confirmed' },
    ])
  })

  it('reads instruments cited by name where the name has its line to itself', () => {
    expect(read('Rules of Procedure for regular and special meetings of CIDI - Español - English')).toMatchObject([
      { symbol: null, title: 'Rules of Procedure for regular and special meetings of CIDI', links: both },
    ])
    expect(read('Article 58 of the Rules of Procedure for the Regular and Special Meetings of CIDI')).toMatchObject([
      { symbol: null, provisions: ['Article 58'] },
    ])
    expect(read('CIDI Document: Migration and Development')).toMatchObject([
      { symbol: null, written: 'CIDI Document: Migration and Development', title: 'Migration and Development' },
    ])
  })

  it('takes a name inside a sentence for words', () => {
    const sentence = 'Request that the Council convene those who carry out the Inter-American Program on Ports, to exchange practices.'
    expect(read(`AG/RES. 2904 (XLVII-O/17)\n${sentence}`).map(({ kind }) => kind)).toEqual(['citation', 'remark'])
    expect(read(sentence).map(withoutId)).toEqual([{ id: '', kind: 'remark', text: sentence }])
  })

  it('gives numbers of a list the symbol that they take from the words before them', () => {
    expect(read('resolutions 74/93 and 75/12').map(withoutId)).toEqual([
      withoutId(aCitation('A/RES/74/93')),
      withoutId(aCitation('A/RES/75/12')),
    ])
  })

  it('keeps the ids of entries that did not change, and the addresses of their links', () => {
    const previous: MandateEntry[] = [
      aCitation('AG/RES. 2910 (XLVII-O/17)', [], { id: numberedId(7), links: [{ language: 'en', url: 'https://example.org/2910' }] }),
      aRemark('2020 Resolution', numberedId(8)),
    ]
    const again = read(`AG/RES. 2738 (XLII-O/12)\n${writeMandateCell(previous, 'en')}`, { previous, makeId: counterIds(100) })
    expect(again.map(({ id }) => id)).toEqual([numberedId(100), numberedId(7), numberedId(8)])
    expect(again[1]).toEqual(previous[0])
  })

  it('reads addresses out of the field codes of a word processor', () => {
    expect(read('AG/RES. 2881 (XLVI-O/16) \ufffd HYPERLINK "https://example.org/s" \ufffd\ufffdEspañol\ufffd')).toMatchObject([
      { links: [{ language: 'es', url: 'https://example.org/s' }] },
    ])
  })

  it('is empty where nothing is typed', () => {
    expect(read(' \n ')).toEqual([])
  })
})

const citation = fc
  .record({
    symbol: fc.constantFrom(
      'AG/RES. 2816 (XLIV-O/14)',
      'AG/RES. 2955 (L-O/20)',
      'AG/DEC. 88 (XLVI-O/16)',
      'CIDI/CAM/doc.10/13 rev. 5',
      'CP/RES. 760 (1217/99)',
    ),
    title: fc.constantFrom(
      null,
      'Migration in the Americas',
      'Strengthening the Topic: Establishment of the Committee',
      'Ports, and what follows',
    ),
    provisions: fc.constantFrom([], ['20'], ['19', '20'], ['33', '36', '37'], ['1', '2', '3', '7'], ['2.g'], ['5bis'], ['Article 58']),
    links: fc.subarray(['es', 'en', 'fr', 'pt'] as const),
  })
  .map(({ symbol, title, provisions, links }) =>
    aCitation(symbol, provisions, { title, links: links.map((language) => ({ language, url: null })) }),
  )
const named = fc.constantFrom([], ['Article 58']).map((provisions) => {
  const name = 'Rules of Procedure for the Regular and Special Meetings of CIDI'
  return aCitation(name, provisions, { symbol: null, title: name })
})
const remark = fc
  .constantFrom('2020 RESOLUTION:', 'To exchange practices with those who carry them out.', 'see also', '2017')
  .map((text) => aRemark(text))

describe('a mandate cell written as text', () => {
  it.each(languages)('reads back to the same entries in %s', (language) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(citation, named, remark), { maxLength: 5 }), (entries) => {
        expect(read(writeMandateCell(entries, language), { language }).map(withoutId)).toEqual(entries.map(withoutId))
      }),
      { seed: 11, numRuns: 700 },
    )
  })

  it('never fails, whatever is typed', () => {
    const mixed = fc.array(
      fc.oneof(
        fc.constantFrom(
          'AG/RES. 2910',
          '(XLVII-O/17)',
          '“',
          '”',
          'operative paragraphs',
          '1 to',
          '20',
          'Español',
          '-',
          '\n',
          '74/93',
          'resolutions',
        ),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join(' ')
        for (const entry of read(text)) expect(entry.kind === 'remark' ? entry.text : entry.written).not.toBe('')
      }),
      { seed: 12, numRuns: 1500 },
    )
  })
})
