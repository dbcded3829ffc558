import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameIndex } from '#shared/citations/read.ts'
import { type Imported, importText } from '#shared/importing/import-text.ts'
import { planRecord } from '#shared/model/plan.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { counterIds } from '../../builders/plan.ts'
import { lostWords } from './no-loss.ts'

const fixtures = resolve(import.meta.dirname, '../../fixtures')
const seeds = resolve(import.meta.dirname, '../../../../shared/seeds')

const rules = 'Rules of Procedure for the Regular and Special Meetings of CIDI'
const register = { names: nameIndex([{ title: rules, aliases: ['Reglamento de las reuniones ordinarias y extraordinarias del CIDI'] }]) }

const attempt = (text: string, fileName?: string) =>
  importText(text, { makeId: counterIds(), register, ...(fileName === undefined ? {} : { fileName }) })

function imported(text: string, fileName?: string): Imported {
  const outcome = attempt(text, fileName)
  if (!outcome.ok) throw new Error(outcome.error.sentence)
  return outcome.value
}

const fixture = (name: string): string => readFileSync(join(fixtures, name), 'utf8')

/** A calendar under a heading, its rows as cells. */
const calendarOf = (...rows: string[][]): string =>
  ['SCHEDULE OF ACTIVITIES, 2020-2021', '\tDATE', '\tMANDATE', '\tACTIVITY', ...rows.flat().map((cell) => `\t${cell}`)].join('\n')

/** Date, mandates and items of each row, in short. */
const rowsOf = ({ plan }: Imported): string[] =>
  plan.activities.map(({ when, mandate, items }) =>
    [
      when.written.replace(/\n/g, ' '),
      mandate
        .map((entry) => (entry.kind === 'remark' ? entry.text : [entry.symbol ?? entry.title, ...entry.provisions].join(' ')))
        .join(' + '),
      items.map(({ level, marker, text }) => `${'>'.repeat(level)}${marker === 'number' ? '#' : ''}${text}`).join(' + '),
    ].join(' | '),
  )

describe('a plan full of what word processors leave behind', () => {
  const { plan, instruments, report } = imported(fixture('plan-artefacts.txt'))

  it('has its title and term', () => {
    expect(plan.header).toMatchObject({
      title: 'CALENDAR OF ACTIVITIES FOR THE 2018-2019 PERIOD',
      term: { start: '2018-07-01', end: '2019-11-30' },
      language: 'en',
    })
  })

  it('has its notes where their marks were lost, and sentences put together again', () => {
    const [introduction] = plan.sections
    expect(introduction).toMatchObject({ kind: 'introduction', heading: 'INTRODUCTION' })
    const [first, second, third] = introduction?.blocks ?? []
    expect(first?.text).toMatch(/no longer read them, which is why the Chair asks for shorter ones\.$/)
    expect(first?.text.slice(0, first.footnotes[0]?.at)).toMatch(/read them,$/)
    expect(first?.footnotes).toMatchObject([{ text: 'See the minutes of the last meeting.' }])
    expect(second?.footnotes).toMatchObject([{ at: 41, text: 'The count is in CIDI/CAM/doc.5/13 English' }])
    expect(third?.footnotes).toMatchObject([
      { at: 53, text: 'Register of Papers, second edition [corrected], at https://papers.example.org/register_2.pdf' },
    ])
  })

  it('has its mandates, whose quoted paragraphs become provisions', () => {
    expect(plan.mandates.map(({ citation, quotation }) => [citation.symbol, citation.provisions.join(' '), quotation])).toEqual([
      ['AG/RES. 2738 (XLII-O/12)', '1 2', 'full'],
      ['AG/RES. 2816 (XLIV-O/14)', '19', 'full'],
      ['AG/RES. 2904 (XLVII-O/17)', 'Section on Papers', 'full'],
      ['AG/RES. 2910 (XLVII-O/17)', '20', 'full'],
      ['AG/RES. 2955 (L-O/20)', '34 35', 'none'],
    ])
    expect(instruments.map(({ symbol, year, provisions }) => [symbol, year, provisions.map(({ label }) => label).join(' ')])).toEqual([
      ['AG/RES. 2738 (XLII-O/12)', 2012, '1 2 2.a 2.b'],
      ['AG/RES. 2816 (XLIV-O/14)', 2014, '19 19.A 19.B'],
      ['AG/RES. 2904 (XLVII-O/17)', 2017, 'Section on Papers PP1 PP2 1'],
      ['AG/RES. 2910 (XLVII-O/17)', 2017, '20'],
    ])
  })

  it('knows whom a quoted paragraph addresses, its term, its parent and its bullets', () => {
    const provisions = instruments.flatMap((instrument) => instrument.provisions)
    const named = (label: string) => provisions.find((provision) => provision.label === label)
    expect(named('2')).toMatchObject({ addressees: ['committee'], term: { from: 2018, to: 2019 }, parent: null })
    expect(named('2.b')).toMatchObject({ parent: '2', text: { en: 'the number of papers.' } })
    expect(named('19.A')).toMatchObject({ parent: '19', text: { en: 'Papers that nobody reads\n· A list of such papers' } })
    expect(named('PP2')).toMatchObject({ kind: 'preambular', term: null })
    expect(named('20')).toMatchObject({
      addressees: ['secretariat'],
      text: { en: 'To request the General Secretariat to weigh the papers.' },
    })
  })

  it('has its rows, the repeated header left out', () => {
    expect(rowsOf({ plan, instruments, report })).toEqual([
      'SEPTEMBER 18 – 2018 | AG/RES. 2738 (XLII-O/12) | #Election of the Vice Chair + #Adoption of the Work Plan + #',
      'OCTOBER - 2018 | AG/RES. 2816 (XLIV-O/14) 19 + To work, among others, on papers. | Thematic meeting + >Papers that nobody reads + >Papers that everybody reads',
      `When the papers are ready | ${rules} | Approval of the draft resolution`,
    ])
    expect(plan.activities[0]?.mandate).toMatchObject([
      { links: [{ language: 'es', url: 'https://papers.example.org/2738_s' }, { language: 'en' }] },
    ])
  })

  it('reports what it kept as text', () => {
    expect(report.kept.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '2 remark',
      '3 unreadable-date',
      '0 unplaced-quotation',
      '0 note-without-mark',
    ])
    expect(plan.sections.at(-1)).toMatchObject({
      kind: 'remnants',
      blocks: [{ text: /^Words that stand/ }, { text: 'A note that no mark leads to.' }],
    })
    expect(report).toMatchObject({ activities: 3, mandates: 5, footnotes: 3, provisions: 12 })
  })
})

describe('plans in the other languages and layouts', () => {
  it('reads a Spanish plan with its title page', () => {
    const plan = imported(fixture('plan-es.txt'))
    expect(plan.plan.header).toMatchObject({
      title: 'PLAN DE TRABAJO DE LA COMISIÓN DE ASUNTOS MIGRATORIOS, 2026-2027',
      committee: { name: 'Comisión de Asuntos Migratorios', acronym: 'CAM', parentAcronym: 'CIDI' },
      language: 'es',
      symbol: 'CIDI/CAM/doc.4/26',
      note: 'Presentado por la Presidencia',
    })
    expect(plan.plan.sections.map(({ kind, blocks }) => [kind, blocks.length])).toEqual([
      ['introduction', 2],
      ['mandates', 1],
      ['stakeholders', 2],
    ])
    expect(plan.plan.mandates.map(({ citation }) => citation.provisions.join(' '))).toEqual(['1 2 3 20', '34'])
    expect(plan.plan.activities.map(({ when }) => when.value)).toEqual([
      { kind: 'date', date: '2026-09-22', time: '10:00', endTime: null },
      { kind: 'month', month: '2026-10', part: null },
      { kind: 'quarter', year: 2027, quarter: 1 },
    ])
  })

  it('reads a French table set with pipes', () => {
    const plan = imported(fixture('plan-fr-pipes.md'))
    expect(plan.plan.header).toMatchObject({
      title: 'PLAN DE TRAVAIL DE LA COMMISSION DES QUESTIONS MIGRATOIRES, 2026-2027',
      language: 'fr',
    })
    expect(rowsOf(plan)).toEqual([
      'le 22 septembre 2026 à 10 h | AG/RES. 2910 (XLVII-O/17) 1 2 | Élection du vice-président + Adoption du plan de travail',
      'mi-octobre 2026 | AG/RES. 2955 (L-O/20) | Séance thématique + >« Travail décent »',
      'à déterminer |  | Diffusion des conclusions',
    ])
  })

  it('reads a Portuguese table pasted with tabs and the line ends of Windows', () => {
    const plan = imported(fixture('plan-pt-tabs.txt'))
    expect(plan.plan.header).toMatchObject({ language: 'pt', committee: { name: 'Comissão de Assuntos Migratórios' } })
    expect(rowsOf(plan)).toEqual([
      '22 de setembro de 2026, 10h | AG/RES. 2910 (XLVII-O/17) 1 2 | Eleição da Vice-Presidência',
      'outubro de 2026 | AG/RES. 2955 (L-O/20) | Reunião temática: trabalho decente',
      ' |  | Divulgação das conclusões',
    ])
  })
})

describe('calendars that are not as they should be', () => {
  it('puts rows right at the next date where cells are missing', () => {
    const plan = imported(
      calendarOf(
        ['MAY 4, 2021', 'Opening'],
        ['MAY 11, 2021', 'AG/RES. 2955 (L-O/20)'],
        ['MAY 18, 2021', 'AG/RES. 2955 (L-O/20)', 'Closing'],
      ),
    )
    expect(rowsOf(plan)).toEqual([
      'MAY 4, 2021 |  | Opening',
      'MAY 11, 2021 | AG/RES. 2955 (L-O/20) | ',
      'MAY 18, 2021 | AG/RES. 2955 (L-O/20) | Closing',
    ])
    expect(plan.report.kept.map(({ row, why }) => `${row} ${why}`)).toEqual(['1 missing-cells', '2 missing-cells'])
  })

  it('gives surplus cells to the activity before them', () => {
    const plan = imported(calendarOf(['MAY 4, 2021', 'AG/RES. 2955 (L-O/20)', 'Opening', 'with a speech'], ['MAY 11, 2021', '', 'Closing']))
    expect(rowsOf(plan)).toEqual(['MAY 4, 2021 | AG/RES. 2955 (L-O/20) | Opening + with a speech', 'MAY 11, 2021 |  | Closing'])
    expect(plan.report.kept).toMatchObject([{ row: 1, why: 'surplus-cell' }])
  })

  it('keeps a row whose date is open, empty or unreadable', () => {
    const plan = imported(
      calendarOf(
        ['MAY 4, 2021', '', 'One'],
        ['to be determined', '', 'Two'],
        ['', '', 'Three'],
        ['after the session', '', 'Four'],
        ['MAY 18, 2021', '', 'Five'],
      ),
    )
    expect(plan.plan.activities.map(({ when }) => when.value.kind)).toEqual(['date', 'open', 'open', 'unreadable', 'date'])
  })

  it('reads rows without a header, one cell or one row to a line', () => {
    const cells = 'Plan of meetings\n\tMAY 4, 2021\n\tAG/RES. 2955 (L-O/20)\n\tOpening\n\tMAY 11, 2021\n\t\n\tClosing'
    expect(rowsOf(imported(cells, 'Meetings 2020-2021.txt'))).toEqual([
      'MAY 4, 2021 | AG/RES. 2955 (L-O/20) | Opening',
      'MAY 11, 2021 |  | Closing',
    ])
    expect(rowsOf(imported('4 May 2021\tAG/RES. 2955 (L-O/20)\tOpening\n11 May 2021\t\tClosing'))).toEqual([
      '4 May 2021 | AG/RES. 2955 (L-O/20) | Opening',
      '11 May 2021 |  | Closing',
    ])
  })

  it('cuts a row that was pasted on one line', () => {
    expect(rowsOf(imported(calendarOf(['MAY 4, 2021\tAG/RES. 2955 (L-O/20)\tOpening'], ['MAY 11, 2021', '', 'Closing'])))).toEqual([
      'MAY 4, 2021 | AG/RES. 2955 (L-O/20) | Opening',
      'MAY 11, 2021 |  | Closing',
    ])
  })

  it('takes columns in any order, and those it does not know to the notes', () => {
    const text =
      '\tN°\n\tFECHA\n\tACTIVIDAD\n\tMANDATO\n\tRESPONSABLE\n\t1\n\t4 de mayo de 2021\n\tApertura\n\tAG/RES. 2955 (L-O/20)\n\tSEDI'
    const plan = imported(text)
    expect(rowsOf(plan)).toEqual(['4 de mayo de 2021 | AG/RES. 2955 (L-O/20) | Apertura'])
    expect(plan.plan.activities[0]?.notes).toBe('1\nSEDI')
  })

  it('ends the calendar at the next part of the text', () => {
    const plan = imported(`${calendarOf(['MAY 4, 2021', '', 'Opening'])}\nSTAKEHOLDERS:\n· Member states`)
    expect(plan.plan.sections).toMatchObject([
      { kind: 'stakeholders', heading: 'STAKEHOLDERS', blocks: [{ kind: 'item', text: 'Member states' }] },
    ])
    expect(rowsOf(plan)).toEqual(['MAY 4, 2021 |  | Opening'])
  })

  it('takes a plan that calls itself a schedule by its first line, where its table has a heading of its own', () => {
    const table = '| DATE | MANDATE | ACTIVITY |\n| September 22, 2026 | AG/RES. 2738 (XLII-O/12) | Election of the Vice Chair |'
    const words = 'INTRODUCTION\n\nThe committee meets four times.'
    const title = 'SCHEDULE OF ACTIVITIES OF THE CAM, 2026-2027'
    const two = imported(`${title}\n\n${words}\n\nCALENDAR OF ACTIVITIES\n\n${table}`).plan
    expect([two.header.title, ...two.sections.map(({ heading }) => heading)]).toEqual([title, 'INTRODUCTION'])
    const one = imported(`${words}\n\n${title}\n\n${table}`).plan
    expect([one.header.title, ...one.sections.map(({ heading }) => heading)]).toEqual([title, 'INTRODUCTION'])
  })

  it('takes the title from the file, and the term from the dates, where the text names neither', () => {
    const { plan } = imported(
      '\tDATE\n\tMANDATE\n\tACTIVITY\n\tJANUARY 26, 2021\n\t\n\tOpening\n\tFebruary\n\t\n\tClosing',
      'Plan of the board.txt',
    )
    expect(plan.header).toMatchObject({ title: 'Plan of the board', term: { start: '2020-07-01', end: '2021-11-30' } })
    expect(plan.activities[1]?.when.value).toEqual({ kind: 'month', month: '2021-02', part: null })
  })

  it('refuses a text without a calendar, and an empty one', () => {
    expect(attempt('INTRODUCTION\nNothing is planned.')).toMatchObject({
      ok: false,
      error: { kind: 'no-calendar', sentence: /^The file has no calendar: a work plan has a table/ },
    })
    expect(attempt('\tDATE\n\tMANDATE\n\tACTIVITY\n')).toMatchObject({ ok: false, error: { kind: 'no-calendar' } })
    expect(attempt(' \n\t ')).toMatchObject({ ok: false, error: { kind: 'empty' } })
  })
})

describe('nothing that was written is lost', () => {
  it.each(readdirSync(fixtures).filter((name) => name.startsWith('plan-') && !name.endsWith('.mandato')))('%s', (name) => {
    const text = fixture(name)
    expect(lostWords(text, imported(text))).toEqual([])
  })

  it.skipIf(!existsSync(seeds))('in the committee’s own texts (skipped where ../shared/seeds is missing)', () => {
    const outcomes = readdirSync(seeds).map((name) => {
      const text = readFileSync(join(seeds, name), 'utf8')
      const outcome = attempt(text, name)
      return outcome.ok ? lostWords(text, outcome.value) : outcome.error.kind
    })
    expect(outcomes).toEqual([[], [], 'no-calendar', 'no-calendar', 'no-calendar'])
  })

  it('whatever the text, and every record is valid', () => {
    const parts = fc.constantFrom(
      '\tDATE\n\tMANDATE\n\tACTIVITY',
      '\tMAY 4, 2021',
      '\tAG/RES. 2955 (L-O/20), operative paragraphs 3 to 5',
      '\tThematic meeting',
      '· “Ports”',
      '1. 1. Election',
      'INTRODUCTION:',
      'MANDATES:',
      'STAKEHOLDERS',
      'II. AG/RES. 2910 (XLVII-O/17) “Migration in the Americas,” paragraph 20',
      '19.',
      'A.',
      '(',
      'To instruct the CAM to act.',
      'RESOLVES:',
      '/ and so on',
      '/',
      '[footnoteRef:1]',
      '[1: .\tA note [with brackets]]',
      '\ufffd.\tAnother note',
      '\ufffd HYPERLINK "https://example.org" \ufffdEspañol\ufffd',
      '| DATE | MANDAT | ACTIVITÉ |',
      '| 4 mai 2021 | x | y |',
      '',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: parts }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 24 }),
        (lines) => {
          const text = `${calendarOf(['MAY 4, 2021', 'AG/RES. 2955 (L-O/20)', 'Opening'])}\n${lines.join('\n')}`
          const outcome = imported(text)
          expect(lostWords(text.toWellFormed(), outcome)).toEqual([])
          for (const record of recordsOf(outcome.plan)) expect(planRecord.safeParse(record).error).toBeUndefined()
        },
      ),
      { seed: 2021, numRuns: 400 },
    )
  })
})

describe('very long texts', () => {
  it.each([
    ['lines', 'word\n'],
    ['slashes', 'a\n/ b\n'],
    ['brackets that never close', '[1: '],
    ['replacement characters', '\ufffd'],
    ['tabs', '\t'],
  ])('are read in one pass: %s', (_, unit) => {
    const filler = unit.repeat(1_000_000 / unit.length)
    expect(imported(`[footnoteRef:1]${filler}\n${calendarOf(['MAY 4, 2021', '', 'Opening'])}`).plan.activities).toHaveLength(1)
  })
})
