import type { Layout } from '#shared/documents/layouts.ts'
import type { TableName } from '#shared/documents/table-names.ts'
import { isTimeZone } from '#shared/exchange/time-zone.ts'
import type { Language } from '#shared/model/language.ts'
import { formatOf, formats, type Written, writeFormat } from '../files/formats.ts'
import type { Paper } from '../files/pdf/sheet.ts'
import { print as say, printJson, writeOutput } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

export interface PrintOptions {
  output: string
  layout: Layout
  paper: Paper
  orientation?: 'portrait' | 'landscape'
  since?: string
  table?: TableName
  timeZone?: string
  lang?: Language
  json?: true
}

/** Writes the plan as the kind of file that the name of the output asks for, and says what it has and what it could not show. */
export async function print(source: string, options: PrintOptions): Promise<number> {
  const { output, layout, paper, orientation, since, table, timeZone, lang, json } = options
  const format = output === '-' ? 'pdf' : formatOf(output)
  if (format === null) {
    const endings = Object.values(formats).map(({ ending }) => `.${ending}`)
    throw new Unusable(words('print.no-kind', { output, endings: endings.join(', ') }))
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new Unusable(words('print.no-zone', { zone: timeZone }))
  if (layout === 'comparison' && since === undefined) throw new Unusable(words('print.needs-since'))
  const { plan, register } = await loadPlan(source)
  const former = since === undefined ? null : (await loadPlan(since)).plan
  const written = await writeFormat(format, plan, {
    layout,
    paper,
    language: lang ?? plan.header.language,
    register,
    ...(orientation === undefined ? {} : { orientation }),
    ...(former === null ? {} : { former: { plan: former, name: former.header.revision ?? '' } }),
    ...(table === undefined ? {} : { table }),
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  const { bytes, pages, missingCharacters, leftOut } = written
  writeOutput(output, bytes)
  if (output === '-') return 0
  if (json === true) printJson({ output, pages, bytes: bytes.length, missingCharacters, ...(leftOut === undefined ? {} : { leftOut }) })
  else for (const line of lines(output, written)) say(line)
  return 0
}

function lines(output: string, { bytes, pages, missingCharacters, leftOut = [] }: Written): string[] {
  return [
    pages === null ? words('print.size', { output, kilobytes: Math.ceil(bytes.length / 1024) }) : words('print.pages', { output, pages }),
    ...(missingCharacters.length > 0 ? [words('print.boxes', { characters: missingCharacters.join(' ') })] : []),
    ...leftOut.map(({ row, written, reason }) =>
      reason === 'open' ? words('print.open-date', { row }) : words('print.unreadable-date', { row, written }),
    ),
  ]
}
