import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../files/read-pdf.ts'

const root = resolve(import.meta.dirname, '../../..')
const program = join(process.env['MANDATO_OUT'] ?? join(root, 'out'), 'main/cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'mandato-cli-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function mandato(args: readonly string[], input = '', locale = 'C.UTF-8') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    input,
    env: { ...process.env, LC_ALL: locale },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  return { code: status, out: stdout, error: stderr }
}

/** A small plan as text, with one wrong weekday and one session numeral that is off by one. */
const planText = `INTRODUCTION

The committee meets to consider the portability of pensions.

MANDATES

1. AG/RES. 2955 (L-O/20) Operative paragraphs 34-45

SCHEDULE OF ACTIVITIES OF THE CAM, 2020-2021

\tDATE
\tMANDATE
\tACTIVITY

\tJANUARY 26, 2021
Monday, 2:30 p.m.
\tAG/RES. 2955 (L-O/20), operative paragraph 34
\t1. Election of the Vice Chair
2. Adoption of the work plan

\tFEBRUARY 16, 2021
Tuesday, 10:00 a.m.
\tAG/RES. 2816 (XLIII-O/14)
\tThematic meeting
· Remittances
`

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const plan = file('plan.txt', planText)

describe('mandato rows', () => {
  it('prints the calendar as JSON: dates, citations with their paragraphs, items and sub-items', () => {
    const { code, out } = mandato(['rows', plan, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      title: 'SCHEDULE OF ACTIVITIES OF THE CAM, 2020-2021',
      term: '2020-2021',
      mandates: [{ symbol: 'AG/RES. 2955 (L-O/20)', provisions: ['34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45'] }],
      rows: [
        {
          row: 1,
          when: { kind: 'date', date: '2021-01-26', time: '14:30', weekdayWritten: 'Monday' },
          citations: [{ symbol: 'AG/RES. 2955 (L-O/20)', provisions: ['34'] }],
          items: ['Election of the Vice Chair', 'Adoption of the work plan'],
        },
        {
          row: 2,
          when: { kind: 'date', date: '2021-02-16', time: '10:00' },
          citations: [{ symbol: 'AG/RES. 2816 (XLIV-O/14)', written: 'AG/RES. 2816 (XLIII-O/14)', provisions: [] }],
          items: ['Thematic meeting', { sub: 'Remittances' }],
        },
      ],
    })
  })

  it('keeps rows without a usable place where they are shown, and says so', () => {
    const written = join(folder, 'places.mandato')
    mandato(['import', plan, '-o', written])
    const held = JSON.parse(readFileSync(written, 'utf8')) as { plan: { activities: object[] } }
    for (const row of held.plan.activities) Object.assign(row, { order: '!!' })
    const { code, out, error } = mandato(['rows', file('places.mandato', JSON.stringify(held)), '--json'])
    expect([code, (JSON.parse(out) as { rows: object[] }).rows.length]).toEqual([0, 2])
    expect(error).toBe('mandato: places.mandato: 2 records had no usable places in their lists and were kept where they are shown.\n')
  })

  it('prints a table for people', () => {
    const { out } = mandato(['rows', plan])
    expect(out).toContain('ROW    DATE                    MANDATE')
    expect(out).toMatch(/^1 {6}January 26, 2021/m)
  })

  it('reads standard input', () => expect(JSON.parse(mandato(['rows', '-', '--json'], planText).out).rows).toHaveLength(2))
})

describe('Word documents and web pages', () => {
  const cells = [
    ['Date', 'Mandate', 'Activity'],
    ['May 4, 2027', 'AG/RES. 2955 (L-O/20), operative paragraph 34', 'Opening'],
  ]
  const words = cells.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`)
  const document = `<w:document xmlns:w="w"><w:body><w:tbl>${words.join('')}</w:tbl></w:body></w:document>`
  const word = file('plan.docx', zipSync({ 'word/document.xml': new TextEncoder().encode(document) }))
  const markup = cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const page = file('plan.html', `<!doctype html><table>${markup}</table>`)

  it.each([word, page])('are read by every command', (source) => {
    expect(JSON.parse(mandato(['rows', source, '--json']).out).rows).toMatchObject([
      { when: { date: '2027-05-04' }, citations: [{ symbol: 'AG/RES. 2955 (L-O/20)', provisions: ['34'] }], items: ['Opening'] },
    ])
    expect(JSON.parse(mandato(['cite', source, '--json']).out)).toMatchObject([{ canonical: 'AG/RES. 2955 (L-O/20)', provisions: ['34'] }])
    expect(mandato(['check', source]).out).toContain('AG/RES. 2955 (L-O/20)')
    for (const [command, output] of [
      ['fix', 'fixed.mandato'],
      ['import', 'imported.mandato'],
      ['print', 'printed.pdf'],
    ] as const)
      expect(mandato([command, source, '-o', join(folder, output)])).toMatchObject({ code: 0, error: '' })
  })

  it('standard input too', () => {
    expect(mandato(['cite', '-'], `<html><p>See AG/RES. 2955 (L-O/20).</p></html>`).out).toContain('1 citation')
  })
})

describe('a reader that has seen enough', () => {
  it('ends the command without a complaint', async () => {
    const long = file('long.txt', planText.replace('· Remittances\n', '· Remittances\n'.repeat(60_000)))
    const command = spawn(process.execPath, [program, 'rows', long])
    let complaint = ''
    command.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    command.stdout.once('data', () => command.stdout.destroy())
    const [code] = await once(command, 'exit')
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  })
})

describe('mandato cite', () => {
  it('finds citations in running text and says where they stand', () => {
    const text = 'See paragraphs 1 to 3 of resolution 75/12 and AG/RES. 2910 (XLVII-O/17).'
    const { out } = mandato(['cite', '--lang', 'en', '--json', '-'], text)
    expect(JSON.parse(out)).toEqual([
      {
        start: 36,
        end: 41,
        text: '75/12',
        canonical: 'A/RES/75/12',
        kind: 'united-nations',
        provisions: ['1', '2', '3'],
        repaired: false,
      },
      {
        start: 46,
        end: 71,
        text: 'AG/RES. 2910 (XLVII-O/17)',
        canonical: 'AG/RES. 2910 (XLVII-O/17)',
        kind: 'resolution',
        provisions: [],
        repaired: false,
      },
    ])
  })

  it('a text without citations gives an empty list', () => expect(mandato(['cite', '--json', '-'], 'Nothing here.').out).toBe('[]\n'))
})

describe('mandato check', () => {
  it('exits with 1 when there are errors, and names them', () => {
    const { code, out } = mandato(['check', plan])
    expect(code).toBe(1)
    expect(out).toContain('January 26, 2021 is a Tuesday, not a Monday.')
    expect(out).toContain('Write AG/RES. 2816 (XLIV-O/14)')
    expect(out).toMatch(/\d+ errors?, \d+ warnings?, \d+ infos?, 2 activities\n$/)
  })

  it('says findings and fixes in the language asked for', () => {
    const { code, out } = mandato(['check', plan, '--lang', 'es'])
    expect(code).toBe(1)
    expect(out).toContain('El 26 de enero de 2021 es martes, no lunes.')
    expect(out).toContain('Escribir AG/RES. 2816 (XLIV-O/14)')
    expect(out).toMatch(/^fila 1 {2}error {7}date\/weekday: El 26 de enero/m)
    expect(out).toMatch(/^ +opción: Escribir martes$/m)
    expect(out).toMatch(/\d+ errore?s?, \d+ advertencias?, \d+ notas?, 2 actividades\n$/)
  })

  it('without one, in the language of the terminal where it is one of ours; JSON stays English', () => {
    expect(mandato(['check', plan], '', 'fr_CA.UTF-8').out).toMatch(/^ligne 1 erreur {8}date\/weekday: /m)
    expect(mandato(['check', plan], '', 'pt_BR.UTF-8').out).toMatch(/^linha 1 erro {5}date\/weekday: /m)
    expect(mandato(['check', plan], '', 'de_DE.UTF-8').out).toBe(mandato(['check', plan, '--lang', 'en']).out)
    expect(mandato(['check', plan, '--json'], '', 'es_MX.UTF-8').out).toContain('"January 26, 2021 is a Tuesday, not a Monday."')
  })

  it('as JSON says what each finding is about and what its fix writes', () => {
    const { findings, activities } = JSON.parse(mandato(['check', plan, '--json']).out)
    expect(activities).toBe(2)
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'symbol/session-year',
        severity: 'error',
        row: 2,
        written: 'AG/RES. 2816 (XLIII-O/14)',
        fix: 'AG/RES. 2816 (XLIV-O/14)',
        about: 'AG/RES. 2816 (XLIV-O/14)',
      }),
    )
  })
})

describe('mandato import and fix', () => {
  it('an imported plan says the same rows as the text it came from', () => {
    const output = join(folder, 'plan.mandato')
    expect(mandato(['import', plan, '-o', output]).code).toBe(0)
    expect(mandato(['rows', output, '--json']).out).toBe(mandato(['rows', plan, '--json']).out)
  })

  it('several documents go into a folder; one that cannot be used does not stop the others', () => {
    const output = join(folder, 'several')
    const { code, error } = mandato(['import', plan, file('notes.txt', 'No table here.'), '-o', output])
    expect(code).toBe(2)
    expect(error).toMatch(/^mandato: notes\.txt has no calendar: a work plan has a table/)
    expect(JSON.parse(readFileSync(join(output, 'plan.mandato'), 'utf8'))).toMatchObject({ format: 'mandato', version: 1, kind: 'plan' })
  })

  it('fixing writes the session that the year asks for and leaves what needs a choice', () => {
    const output = join(folder, 'fixed.mandato')
    const { code, out } = mandato(['fix', plan, '-o', output, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out).applied).toContainEqual(
      expect.objectContaining({ rule: 'symbol/session-year', fix: 'AG/RES. 2816 (XLIV-O/14)' }),
    )
    const rules = JSON.parse(mandato(['check', output, '--json']).out).findings.map(({ rule }: { rule: string }) => rule)
    expect(rules).not.toContain('symbol/session-year')
    expect(rules).toContain('date/weekday')
  })

  it('fixing tells what it did in the language asked for', () => {
    const output = join(folder, 'arreglado.mandato')
    const { out } = mandato(['fix', plan, '-o', output, '--lang', 'es'])
    expect(out).toContain('fila 2: Escribir AG/RES. 2816 (XLIV-O/14) (symbol/session-year)')
    expect(out).toMatch(/(1 corrección escrita|\d+ correcciones escritas), (queda 1 observación|quedan \d+ observaciones)\.\n$/)
  })
})

describe('mandato print', () => {
  it('writes the same PDF twice', () => {
    const paths = ['one.pdf', 'two.pdf'].map((name) => join(folder, name))
    for (const path of paths)
      expect(mandato(['print', plan, '-o', path, '--layout', 'calendar', '--paper', 'a4', '--lang', 'es']).code).toBe(0)
    const [one, two] = paths.map((path) => readFileSync(path))
    expect(one?.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
  })

  it('turns the paper where it is asked to', async () => {
    const path = join(folder, 'lying.pdf')
    expect(mandato(['print', plan, '-o', path, '--orientation', 'landscape']).code).toBe(0)
    expect(await readPdf(readFileSync(path))).toMatchObject({ width: 792, height: 612 })
  })

  it.each(['docx', 'html'])('writes a .%s that reads back with the same rows', (ending) => {
    const path = join(folder, `written.${ending}`)
    expect(mandato(['print', plan, '-o', path, '--layout', 'document'])).toMatchObject({ code: 0, error: '' })
    const rowsOf = (source: string): unknown[] => {
      const { rows, mandates } = JSON.parse(mandato(['rows', source, '--json']).out)
      return [mandates, ...rows.map(({ when, citations, items }: Record<string, unknown>) => ({ when, citations, items }))]
    }
    const plain = (said: unknown): unknown =>
      JSON.parse(
        JSON.stringify(said, (key, value: unknown) =>
          ['written', 'weekdayWritten', 'id', 'title', 'links'].includes(key) ? undefined : value,
        ),
      )
    expect(plain(rowsOf(path))).toEqual(plain(rowsOf(plan)))
  })

  it('writes a calendar, tables and a workbook by the ending of the name, and says what a calendar cannot show', () => {
    const path = (name: string) => join(folder, name)
    const undated = file('undated.txt', 'CALENDAR\n\tDATE\tMANDATE\tACTIVITY\n\tTo be determined\tAG/RES. 2955 (L-O/20)\tOpening\n')
    const calendar = mandato(['export', undated, '-o', path('plan.ics'), '--time-zone', 'America/Bogota'])
    expect([calendar.code, calendar.out.split('\n')[1]]).toEqual([0, 'Left out, because its date is open: row 1'])
    expect(readFileSync(path('plan.ics'), 'utf8')).toContain('TZID:America/Bogota\r\n')
    expect(mandato(['export', plan, '-o', path('plan.csv'), '--table', 'mandates', '--lang', 'fr']).code).toBe(0)
    expect(readFileSync(path('plan.csv'), 'utf8')).toMatch(/^\uFEFFLigne,Mandat,/)
    expect(mandato(['export', plan, '-o', path('plan.xlsx')]).code).toBe(0)
    expect(readFileSync(path('plan.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('what cannot be used is refused with one line and exit code 2', () => {
  const large = file('large.txt', '')
  truncateSync(large, 200 * 1024 * 1024)
  mkdirSync(join(folder, 'a-folder'))
  it.each([
    ['a missing text to cite from', ['cite', join(folder, 'none.txt')], 'mandato: none.txt was not found.\n'],
    ['an empty text to cite from', ['cite', file('nothing.txt', '')], 'mandato: nothing.txt is empty.\n'],
    ['a missing file', ['check', join(folder, 'none.txt')], 'mandato: none.txt was not found.\n'],
    ['a folder', ['check', join(folder, 'a-folder')], 'mandato: a-folder is a folder, not a file.\n'],
    ['an empty file', ['check', file('empty.txt', '')], 'mandato: empty.txt is empty.\n'],
    [
      'not text',
      ['check', file('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))],
      'mandato: picture.png is neither a plan file, nor a Word document (.docx), nor a web page, nor text.\n',
    ],
    ['200 MB', ['check', large], 'mandato: large.txt is larger than 64 MB, more than any plan.\n'],
    [
      'a paper without a table',
      ['rows', file('paper.txt', 'A concept paper.\n\nWith two paragraphs.')],
      /^mandato: paper\.txt has no calendar: a work plan has a table.+\n$/,
    ],
    [
      'a truncated plan file',
      ['check', file('cut.mandato', '{"format":"mandato","version":1,"kind":"pl')],
      'mandato: cut.mandato is damaged: it ends early or holds characters that a plan file never has. Ask for it again.\n',
    ],
    [
      'a plan file from the future',
      ['check', file('future.mandato', '{"format":"mandato","version":9,"kind":"plan"}')],
      'mandato: future.mandato was written by a newer program in version 9 of the format; this program reads up to version 1. Update Mandato to open it.\n',
    ],
    ['no output named', ['print', plan], "mandato: required option '-o, --output <file>' not specified\n"],
    [
      'a kind of file that is not written',
      ['export', plan, '-o', 'plan.odt'],
      /^mandato: plan\.odt names no kind of file that Mandato writes\. .+\.ics.*\n$/,
    ],
    [
      'a zone that does not exist',
      ['export', plan, '-o', 'plan.ics', '--time-zone', 'Washington'],
      'mandato: Washington is not the name of a time zone. Write one like America/New_York.\n',
    ],
    [
      'an unknown layout',
      ['print', plan, '-o', 'x.pdf', '--layout', 'poster'],
      /^mandato: option '--layout <layout>' argument 'poster' is invalid\..*\n$/,
    ],
    [
      'a place that cannot be written',
      ['print', plan, '-o', join(folder, 'no/such/folder/x.pdf')],
      /^mandato: .+ could not be written \(ENOENT\)\. Choose another place with -o\.\n$/,
    ],
    ['an unknown command', ['publish', plan], "mandato: unknown command 'publish'\n"],
  ])('%s', (_, args, sentence) => {
    const { code, out, error } = mandato(args)
    if (typeof sentence === 'string') expect(error).toBe(sentence)
    else expect(error).toMatch(sentence)
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  it('help is no error', () => {
    for (const command of ['rows', 'cite', 'check', 'fix', 'import', 'print']) {
      const { code, out } = mandato([command, '--help'])
      expect(code).toBe(0)
      expect(out).toContain('--json')
    }
  })
})
