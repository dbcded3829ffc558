import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is here. Says loudly when it is not: files made by a real word processor are then not tested. */
export const hasOffice = ((): boolean => {
  const there = spawnSync('soffice', ['--version']).status === 0
  if (!there) console.warn('SKIPPED: LibreOffice (soffice) is not installed; the reading of files that it writes was not tested.')
  return there
})()

/** What LibreOffice makes of documents, by their names: with a profile of its own, so that a running one is left alone. */
export function convert(
  documents: Readonly<Record<string, string | Uint8Array>>,
  format: 'docx' | 'html' | 'pdf',
  from: 'fodt' | 'txt' | 'docx' = 'fodt',
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'mandato-office-'))
  try {
    const names = Object.keys(documents)
    for (const name of names) writeFileSync(join(folder, `${name}.${from}`), documents[name] ?? '')
    const reading = from === 'txt' ? ['--infilter=Text (encoded):UTF8,LF,,,'] : []
    const run = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...reading,
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...names.map((name) => join(folder, `${name}.${from}`)),
      ],
      { encoding: 'utf8', timeout: 100_000 },
    )
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`)
    return new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.${format}`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const escape = (text: string): string =>
  text
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\t', '<text:tab/>')
    .replace(/ {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replace(/^ | $/g, '<text:s/>')

/** A paragraph in the words of a word processor: `{1}` marks a note, `[words](address)` a link. */
function runs(text: string, notes: Readonly<Record<string, string>>): string {
  return text
    .split(/(\{\d+\}|\[[^\]]*\]\(https?:[^)]*\))/)
    .map((part) => {
      const note = /^\{(\d+)\}$/.exec(part)?.[1]
      const link = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(part)
      if (note !== undefined) {
        const body = `<text:p>${escape(notes[note] ?? '')}</text:p>`
        return `<text:note text:note-class="footnote"><text:note-citation>${note}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`
      }
      return link === null ? escape(part) : `<text:a xlink:type="simple" xlink:href="${link[2]}">${escape(link[1] ?? '')}</text:a>`
    })
    .join('')
}

/** A piece of a document for LibreOffice to write. */
export type Piece =
  | string
  | { readonly heading: string }
  | { readonly list: 'numbers' | 'bullets'; readonly items: readonly (string | readonly string[])[] }
  | { readonly rows: readonly (readonly (readonly Piece[])[])[] }

function piece(content: Piece, notes: Readonly<Record<string, string>>): string {
  if (typeof content === 'string') return `<text:p>${runs(content, notes)}</text:p>`
  if ('heading' in content) return `<text:h text:outline-level="1">${runs(content.heading, notes)}</text:h>`
  if ('list' in content) {
    const items = content.items
      .map((item) => {
        if (typeof item === 'string') return `<text:list-item><text:p>${runs(item, notes)}</text:p></text:list-item>`
        const [first = '', ...rest] = item
        const inner = rest.map((words) => `<text:list-item><text:p>${runs(words, notes)}</text:p></text:list-item>`).join('')
        return `<text:list-item><text:p>${runs(first, notes)}</text:p><text:list>${inner}</text:list></text:list-item>`
      })
      .join('')
    return `<text:list text:style-name="${content.list}">${items}</text:list>`
  }
  const width = Math.max(...content.rows.map((row) => row.length))
  const rows = content.rows
    .map(
      (row) =>
        `<table:table-row>${row.map((cell) => `<table:table-cell>${cell.map((part) => piece(part, notes)).join('')}</table:table-cell>`).join('')}</table:table-row>`,
    )
    .join('')
  return `<table:table><table:table-column table:number-columns-repeated="${width}"/>${rows}</table:table>`
}

/** A text document in OpenDocument's flat form. */
export const officeDocument = (
  pieces: readonly Piece[],
  notes: Readonly<Record<string, string>> = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>${pieces.map((part) => piece(part, notes)).join('')}</office:text></office:body></office:document>`
