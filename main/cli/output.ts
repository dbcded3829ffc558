import { writeFileAtomically } from '../files/atomic.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** Prints a line of text. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Says on standard error what went wrong, in one line. */
export const warn = (sentence: string): void => {
  process.stderr.write(`mandato: ${sentence}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value))

/** Writes a file whole or not at all; `-` is standard output. */
export function writeOutput(path: string, content: string | Uint8Array): void {
  if (path === '-') {
    process.stdout.write(content)
    return
  }
  try {
    writeFileAtomically(path, content)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Unusable(words('output.failed', { path, code }))
  }
}

const fit = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/(?<= )/)) {
      if (line !== '' && line.length + word.trimEnd().length > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += word
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** A table in plain text: cells wrapped to their columns' widths (in characters), a rule under the header, a blank line between rows. */
export function textTable(widths: readonly number[], header: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => {
    const columns = cells.map((cell, index) => fit(cell, widths[index] ?? 20))
    const height = Math.max(...columns.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 20))
        .join('  ')
        .trimEnd(),
    ).join('\n')
  }
  return [row(header), widths.map((width) => '-'.repeat(width)).join('  '), rows.map(row).join('\n\n')].join('\n')
}
