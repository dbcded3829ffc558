import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CitationKind,
  type NamedInstrument,
  nameIndex,
  type ReadCitation,
  readCitations,
  rememberedCitations,
  type Repair,
} from '#shared/citations/read.ts'

const symbols = (text: string) => readCitations(text).map((citation) => citation.canonical)
const only = (text: string): ReadCitation => {
  const [citation, ...more] = readCitations(text)
  expect(more).toEqual([])
  if (citation === undefined) throw new Error(`nothing read in: ${text}`)
  return citation
}

describe('symbols in running text', () => {
  it('says where the symbol stands and what kind of text it names', () => {
    const text = 'As resolved in AG/RES. 2910 (XLVII-O/17), the Committee will meet.'
    expect(only(text)).toMatchObject({ start: 15, end: 40, text: 'AG/RES. 2910 (XLVII-O/17)', kind: 'resolution', repairs: [] })
  })

  it.each<[string, CitationKind]>([
    ['AG/DEC. 88 (XLVI-O/16)', 'declaration'],
    ['CIDI/doc.97/14', 'document'],
    ['OEA/Ser.P', 'series'],
    ['A/75/427', 'united-nations'],
  ])('knows %s for a %s', (text, kind) => {
    expect(only(text).kind).toBe(kind)
  })

  it('leaves the closing parenthesis to the sentence when none was opened', () => {
    const [first, second] = readCitations('(AG/RES. 1404 XXVI-O/96 and AG/RES 1480 XXVII-O/97), as before')
    expect(first).toMatchObject({ text: 'AG/RES. 1404 XXVI-O/96', canonical: 'AG/RES. 1404 (XXVI-O/96)', repairs: ['missing-parenthesis'] })
    expect(second).toMatchObject({ text: 'AG/RES 1480 XXVII-O/97', repairs: ['missing-parenthesis', 'missing-point'] })
    expect(only('(see AG/RES. 1 (XLVI-E/14))').text).toBe('AG/RES. 1 (XLVI-E/14)')
  })

  it.each<[string, readonly Repair[]]>([
    ['AG/RES. 2939 (XLIX-0/19)', ['zero-for-letter-o']],
    ['AG/RES. 2261 (XXXVII O/07)', ['dash']],
    ['AG/RES. 2000 (XXXIV - O/04)', ['spacing']],
    ['AG/RES. 105 (O/72)', ['missing-session']],
    ['AG/RES. 2261(XXXVII-O/07)', ['spacing']],
    ['AG/ DEC. 88 (XLVI-O/16)', ['spacing']],
    ['AG/RES. 1 ((XLVI-E/14)', ['doubled-parenthesis']],
    ['CIDI/CAM/doc. 2/13', ['spacing']],
    ['CE/AM/INF.25/08 corr.1', ['spacing']],
    ['AG/RES. 2910 (XLVII–O/17)', ['dash']],
    ['ag/res. 2910 (xlvii-o/17)', ['letter-case']],
    ['AG\\RES. 2910 (XLVII-O/17)', ['slash']],
    ['A\\RES\\75\\136', ['slash']],
    ['AG/RES. 2910', ['missing-session']],
    ['AG/RES.\u00a02910 (XLVII\u2011O/17)', []],
  ])('reports what it repaired in %s', (text, repairs) => {
    expect(only(text).repairs).toEqual(repairs)
  })

  it('reads the papers of numbered meetings whole', () => {
    expect(symbols('See REMJA-VII/doc.3/08 and RC.28/doc.2/12.')).toEqual(['REMJA-VII/doc.3/08', 'RC.28/doc.2/12'])
  })

  it('reads United Nations symbols of every shape', () => {
    for (const symbol of [
      'A/RES/75/136',
      'A/RES/67/234 B',
      'A/RES/217 A (III)',
      'A/RES/S-24/2',
      'A/RES/ES-10/15',
      'S/RES/2504 (2020)',
      'S/PRST/2019/5',
      'A/75/427',
      'A/69/53/Add.1/Corr.2',
      'A/75/6 (Sect. 3)/Add.1',
      'A/C.4/74/SR.3',
      'A/HRC/RES/42/12',
      'A/HRC/13/21/Add.4',
      'A/CONF.157/24 (Part I)',
      'E/CN.9/2008/4',
      'FCCC/CP/2015/10/Add.1',
      'CEDAW/C/GC/33',
      'ICCD/COP(14)/23/Add.1',
      'UNEP/EA.4/Res.1',
      'ISBA/25/C/12',
      'BWC/CONF.VIII/4',
      'SPLOS/72',
      'A/2170',
    ]) {
      expect(only(`See ${symbol}.`), symbol).toMatchObject({ canonical: symbol, text: symbol, repairs: [] })
    }
  })

  it('takes a joint symbol for one document', () => {
    expect(only('A/50/60-S/1995/1, annex')).toMatchObject({
      text: 'A/50/60-S/1995/1',
      canonical: 'A/50/60',
      provisions: ['Annex'],
      repairs: [],
    })
  })
})

describe('bare numbers', () => {
  it('takes the body from the words before, over a list', () => {
    expect(symbols('Recalling its resolutions 74/93 of 13 December 2019, 75/12 and 75/14')).toEqual([
      'A/RES/74/93',
      'A/RES/75/12',
      'A/RES/75/14',
    ])
    expect(symbols('les résolutions 64/256 du 2 mars 2010, 65/122 du 13 décembre 2010')).toEqual(['A/RES/64/256', 'A/RES/65/122'])
    expect(symbols('sus resoluciones 66/176, de 19 de diciembre de 2011, y 66/253 B, de 3 de agosto de 2012')).toEqual([
      'A/RES/66/176',
      'A/RES/66/253 B',
    ])
    expect(symbols('as resoluções 74/93, de 13 de dezembro de 2019, e 75/12')).toEqual(['A/RES/74/93', 'A/RES/75/12'])
  })

  it.each([
    ['Human Rights Council resolutions 23/17 and 24/5', ['A/HRC/RES/23/17', 'A/HRC/RES/24/5']],
    ['resolution 2566 (2021)', ['S/RES/2566 (2021)']],
    ['Economic and Social Council resolution 2013/40', ['E/RES/2013/40']],
    ['Commission on Human Rights resolution 2005/80', ['E/CN.4/RES/2005/80']],
    ['General Assembly decision 74/544', ['A/DEC/74/544']],
    ['resolution 3201 (S-VI)', ['A/RES/3201 (S-VI)']],
    ['Assembly resolution S-26/2', ['A/RES/S-26/2']],
    ['resolution 615 (XXXI) of the thirty-first session of ECLAC', ['ECLAC/RES/615 (XXXI)']],
    ['United Nations Environment Assembly resolution 4/1', ['UNEP/EA.4/Res.1']],
    ['las resoluciones 27/22, 32/21 y 44/16 del Consejo de Derechos Humanos', ['A/HRC/RES/27/22', 'A/HRC/RES/32/21', 'A/HRC/RES/44/16']],
    ['General Assembly and Security Council resolutions 70/262 and 2282 (2016)', ['A/RES/70/262', 'S/RES/2282 (2016)']],
    ['established by the Human Rights Council in its resolution 39/2', ['A/HRC/RES/39/2']],
    ['Human Rights Council decision 18/120 of 30 September 2011 and resolutions 24/14', ['A/HRC/DEC/18/120', 'A/HRC/RES/24/14']],
    ['(A/74/53/Add.1), chap. III, resolution 42/12.', ['A/74/53/Add.1', 'A/HRC/RES/42/12']],
    ['A/RES/74/93, 75/12 and 75/14', ['A/RES/74/93', 'A/RES/75/12', 'A/RES/75/14']],
    ['AG/RES. 2738 (XLII-O/12) and 2739 (XLII-O/12)', ['AG/RES. 2738 (XLII-O/12)', 'AG/RES. 2739 (XLII-O/12)']],
    ['declaration 88 (XLVI-O/16)', ['AG/DEC. 88 (XLVI-O/16)']],
    ['resolution 339 (LXXXII-O/19) of CIDI', ['CIDI/RES. 339 (LXXXII-O/19)']],
    ['resolution 760 (1217/99) of the Permanent Council', ['CP/RES. 760 (1217/99)']],
    ['la resolución 42/12 aprobada; el Consejo de Derechos Humanos hizo suya su resolución 17/4', ['A/RES/42/12', 'A/HRC/RES/17/4']],
    ['adopted by the Economic and Social Commission for Asia and the Pacific at its session, of resolution 72/7', ['E/ESCAP/RES/72/7']],
    ['las resoluciones de la Asamblea General y del Consejo de Seguridad 70/262 y 2282 (2016)', ['A/RES/70/262', 'S/RES/2282 (2016)']],
    ['Assembly decision 2005/234', []],
    ['Economic and Social Council decision 2005/234', ['E/DEC/2005/234']],
    ['Human Rights Council resolution 48/141', ['A/RES/48/141']],
    ['the Council, in resolution S-17/1 of the Human Rights Council', ['A/HRC/RES/S-17/1']],
    ['resolution 23/17', []],
    ['resolution 722 (XXIII)', []],
    ['resolution 1503 (XLVIII) of the Economic and Social Council', ['E/RES/1503 (XLVIII)']],
    ['OAS General Assembly resolution 2738 (XLII-O/12)', ['AG/RES. 2738 (XLII-O/12)']],
    ['number 252 (XXXIV-O/08) alone', []],
    ['General Assembly resolutions No. 75/1, 75/2 and, most recently, 75/3', ['A/RES/75/1', 'A/RES/75/2', 'A/RES/75/3']],
    ['大会第59/296、60/266号决议', ['A/RES/59/296', 'A/RES/60/266']],
    ['安全理事会第1502(2003)号决议', ['S/RES/1502 (2003)']],
  ])('%s', (text, expected) => {
    expect(symbols(text)).toEqual(expected)
  })

  it('remembers whose a number was when it comes again', () => {
    expect(symbols('Human Rights Council resolution 42/12 was adopted.\n\nIn resolution 42/12 it was said again.')).toEqual([
      'A/HRC/RES/42/12',
      'A/HRC/RES/42/12',
    ])
  })

  it('knows which parts of a resolution are documents of their own', () => {
    expect(only('resolution 52/169 M').canonical).toBe('A/RES/52/169')
    expect(only('resolution 67/234 B').canonical).toBe('A/RES/67/234 B')
    expect(only('resolutions 74/255 A and B').canonical).toBe('A/RES/74/255 A-B')
  })
})

describe('what looks alike', () => {
  it.each([
    'Resolução nº 35 do Conselho Nacional',
    'Resolução nº 35/2020 do ministério',
    'on 12/10 and again on 12/10/2020',
    'the 2020/21 term, or 2017-2018',
    'open 24/7, with 1/2 of the seats and 75/100 of the votes',
    'WHA61.17 and EB130/5',
    'World Health Assembly resolution 61/17',
    'call 555/1234 or 202-555-0100',
    'COVID-19, HIV/AIDS, and/or, I/O, TCP/IP, km/h, N/A',
    'https://undocs.org/A/RES/75/136 and www.un.org/A/RES/75/1',
    'Law 27/2014, Decree 12/2018, Directive 2004/38/EC',
    'a resolution of 12/10',
    'AC/DC 100/240, GC/MS 100/20, F/A-18',
    '50 % or 3/4 %',
    'Article 5 and paragraph 3 stand alone',
  ])('%s is no citation', (text) => {
    expect(symbols(text)).toEqual([])
  })

  it('does not take a ratio for a further number of a list', () => {
    expect(symbols('In resolution 75/12, 24/7 support for 2020/21 was asked.')).toEqual(['A/RES/75/12'])
  })
})

describe('paragraphs beside a citation', () => {
  it.each([
    ['paragraphs 1 to 3, 7 and 9(c) of resolution 75/12', ['1', '2', '3', '7', '9.c']],
    ['operative paragraph 56 of AG/RES. 2988(LII-O/22)', ['56']],
    ['the third operative paragraph of resolution AG/RES. 2738 (XLII-O/12)', ['3']],
    ['AG/RES. 2955 (L-O/20), operative paragraphs 34-36', ['34', '35', '36']],
    ['AG/RES. 2910 (XLVII-O/17). Operative paragraphs 1 -3.', ['1', '2', '3']],
    ['AG/RES. 2910 (XLVII-O/17) OP 2.g', ['2.g']],
    ['AG/RES. 2910 (XLVII-O/17), ¶34', ['34']],
    ['AG/RES. 2881 (XLVI-O/16), paragraph 33.A', ['33.A']],
    ['párrafos resolutivos 26 al 28 de la resolución AG/RES. 2916 (XLVIII-O/18)', ['26', '27', '28']],
    ['les paragraphes 12 et 13 du dispositif de la résolution AG/RES. 2916 (XLVIII-O/18)', ['12', '13']],
    ['os parágrafos 3 a 5 da resolução AG/RES. 2916 (XLVIII-O/18)', ['3', '4', '5']],
    ['the Section on Migration and development of AG/RES. 2904 (XLVII-O/17)', ['Section on Migration and development']],
    ['paragrahp 5 of its genral assembly resoluton 75/12', ['5']],
    ['paragraphs 8 and 9 of Security Council resolution 1894 (2009)', ['8', '9']],
    ['paragraph 5 of the report on resolution 75/12', []],
  ])('%s', (text, expected) => {
    expect(only(text).provisions).toEqual(expected)
  })

  it('gives each citation its own', () => {
    const found = readCitations('paragraph 3 of resolution 75/12 and paragraph 5 of resolution 75/14, paras. 8 and 9 of which lapse')
    expect(found.map((citation) => citation.provisions)).toEqual([['3'], ['5']])
    const list = readCitations('resolutions 75/12, paras. 3 and 4, and 75/14, para. 9')
    expect(list.map((citation) => citation.provisions)).toEqual([['3', '4'], ['9']])
  })

  it('says where the reference stands', () => {
    const text = 'See operative paragraph 56 of AG/RES. 2988 (LII-O/22).'
    const [start, end] = only(text).provisionsRange ?? [0, 0]
    expect(text.slice(start, end)).toBe('operative paragraph 56')
  })
})

describe('titles and language links', () => {
  it('reads a quoted title, its paragraphs and its links', () => {
    const text = '1. AG/RES. 3001 (LIII-O/23) “Good Rivers for All,” operative paragraphs 1 to 3: Español - English'
    expect(only(text)).toMatchObject({ title: { text: 'Good Rivers for All' }, provisions: ['1', '2', '3'] })
    expect(only(text).links.map((link) => [link.language, text.slice(link.start, link.end)])).toEqual([
      ['es', 'Español'],
      ['en', 'English'],
    ])
  })

  it('reads a title without quotation marks where the symbol opens its line', () => {
    const text =
      '2. AG/RES. 3001 (LIII-O/23) Good Rivers. On clean water in towns. Operative paragraphs 2 -4. Español -English-Français - Português'
    const citation = only(text)
    expect(citation).toMatchObject({ title: { text: 'Good Rivers. On clean water in towns' }, provisions: ['2', '3', '4'] })
    expect(citation.links.map((link) => link.language)).toEqual(['es', 'en', 'fr', 'pt'])
  })

  it('takes no prose for a title', () => {
    expect(only('In AG/RES. 3001 (LIII-O/23) Members agreed to clean the rivers.').title).toBeNull()
    expect(only('AG/RES. 3001 (LIII-O/23)\nRequest that the Council clean the rivers.').title).toBeNull()
  })

  it('ends an unclosed quotation at the paragraphs', () => {
    const citation = only('AG/RES. 3001 (LIII-O/23) “Good Rivers for All, operative paragraphs 3 and 6. \n3.\nTo ask')
    expect(citation).toMatchObject({ title: { text: 'Good Rivers for All' }, provisions: ['3', '6'] })
  })

  it('reads a title on the next line, and links below a year label', () => {
    const citation = only('AG/ DEC. 99 (LIII-0/23) \n“Rivers and Lakes”\nEspañol - English')
    expect(citation).toMatchObject({ title: { text: 'Rivers and Lakes' } })
    expect(citation.links).toHaveLength(2)
    expect(only('AG/RES. 3001 (LIII-O/23)\n2023 RESOLUTION: \nEspañol - English').links).toHaveLength(2)
  })

  it('reads a title before the symbol, and the address of a link field', () => {
    const citation = only(
      'Council Document “Rivers and Lakes” (CIDI/CAM/doc.10/13 rev. 5)  � HYPERLINK "http://example.org/a?b=CIDI/doc.1/13" ��Español�',
    )
    expect(citation).toMatchObject({
      title: { text: 'Rivers and Lakes' },
      links: [{ language: 'es', url: 'http://example.org/a?b=CIDI/doc.1/13' }],
    })
  })

  it('reads the title of a United Nations resolution after "entitled"', () => {
    expect(only('resolution 70/1 of 25 September 2015, entitled “A Plan for Everyone”, para. 3')).toMatchObject({
      title: { text: 'A Plan for Everyone' },
      provisions: ['3'],
    })
  })
})

describe('named instruments', () => {
  const register: readonly NamedInstrument[] = [
    {
      title: 'Rules of Procedure for the Regular and Special Meetings of CIDI',
      aliases: ['Reglamento de las Reuniones Ordinarias del CIDI'],
    },
    { title: 'Framework of Action of the CAM', aliases: ['Future Framework of Action for the CAM'] },
    { title: 'Rivers and Lakes', aliases: [] },
  ]
  const names = nameIndex(register)
  const named = (text: string) => readCitations(text, { names }).filter((citation) => citation.kind === 'named')

  it.each([
    'Rules of Procedure for the Regular and Special Meetings of CIDI',
    'Rules of Procedure for regular and special meetings of CIDI',
    'RULES OF PROCEDURES FOR THE REGULAR AND SPECIAL MEETINGS OF CIDI',
    'rules of procedure for the regular\nand special meetings of cidi',
    'reglamento de las reuniones ordinarias del CIDI',
  ])('matches %s', (text) => {
    expect(named(`See the ${text}.`)).toMatchObject([
      { canonical: 'Rules of Procedure for the Regular and Special Meetings of CIDI', text },
    ])
  })

  it('gives it the article cited and its links', () => {
    const [citation] = named('Under Article 58 of the Rules of Procedure for Regular and Special Meetings of CIDI - Español - English')
    expect(citation).toMatchObject({ provisions: ['Article 58'], links: [{ language: 'es' }, { language: 'en' }] })
  })

  it('does not count the title of a symbol again', () => {
    expect(named('“Future Framework of Action for the CAM” (CIDI/doc.97/14)')).toEqual([])
    expect(named('Framework of Action of the CAM\nAG/RES. 2816 (XLIV-O/14) “Something Else”')).toHaveLength(1)
  })

  it('takes a short name for a title only where it stands alone and in capitals', () => {
    expect(named('on rivers and lakes')).toEqual([])
    expect(named('the Conference on Great Rivers and Lakes')).toEqual([])
    expect(named('Rivers, and Lakes')).toEqual([])
    expect(named('Document: Rivers and Lakes')).toHaveLength(1)
  })

  it('stays linear with thousands of names', () => {
    const many = nameIndex(Array.from({ length: 5000 }, (_, index) => ({ title: `Plan Number ${index} for the Rivers`, aliases: [] })))
    expect(readCitations('Under Plan Number 4321 for the Rivers', { names: many })[0]?.canonical).toBe('Plan Number 4321 for the Rivers')
    expect(readCitations('nothing', { names: nameIndex([]) })).toEqual([])
  })
})

describe('a text that is read again', () => {
  const text = 'Under the Framework of Action and AG/RES. 2910 (XLVII-O/17), the CAM meets.'
  const framework = nameIndex([{ title: 'Framework of Action', aliases: [] }])

  it('gives the same citations without being read', () => {
    const first = rememberedCitations(text, framework)
    expect(first.map(({ canonical }) => canonical)).toEqual(['Framework of Action', 'AG/RES. 2910 (XLVII-O/17)'])
    expect(rememberedCitations(text, framework)).toBe(first)
  })

  it('is read anew where other names are known', () => {
    rememberedCitations(text, framework)
    expect(rememberedCitations(text, nameIndex([])).map(({ canonical }) => canonical)).toEqual(['AG/RES. 2910 (XLVII-O/17)'])
  })
})

describe('any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      'AG/RES. 2910 (XLVII-O/17)',
      'resolution ',
      '75/12',
      ' and ',
      ', ',
      '(',
      ')',
      '/',
      'A/RES/',
      '2282 (2016)',
      '“',
      '”',
      '\n',
      'paragraphs 1 to 3',
      ' of ',
      'Section on ',
      'Human Rights Council ',
      'doc.',
      'rev. 1',
      'Español - English',
      'Rules of Procedure',
      '-S/',
      '1',
      'O',
      '–',
      '\u00a0',
      '¶',
      '第',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ maxLength: 4 }),
  )
  const text = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''))
  const names = nameIndex([{ title: 'Rules of Procedure', aliases: ['resolution and'] }])

  it('is read without failing, into ordered citations that do not overlap', () => {
    fc.assert(
      fc.property(text, (value) => {
        let last = 0
        for (const citation of readCitations(value, { names })) {
          expect(citation.start).toBeGreaterThanOrEqual(last)
          expect(citation.end).toBeGreaterThan(citation.start)
          expect(citation.text).toBe(value.slice(citation.start, citation.end))
          if (citation.title !== null) expect(citation.title.text).toBe(value.slice(citation.title.start, citation.title.end))
          const [from, to] = citation.provisionsRange ?? [0, 1]
          expect(to).toBeGreaterThan(from)
          expect(citation.provisionsRange === null).toBe(citation.provisions.length === 0)
          last = citation.end
        }
        expect(last).toBeLessThanOrEqual(value.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('is read the same way each time', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readCitations(value, { names })).toEqual(readCitations(value, { names }))
      }),
    )
  })

  it('gives canonical symbols that read as themselves', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { canonical, kind } of readCitations(value)) {
          expect(readCitations(canonical), canonical).toMatchObject([{ canonical, kind, repairs: [] }])
        }
      }),
      { numRuns: 1500 },
    )
  })
})
