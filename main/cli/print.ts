import type { Layout } from '#shared/documents/layouts.ts'
import type { TableName } from '#shared/documents/table-names.ts'
import { isTimeZone } from '#shared/exchange/time-zone.ts'
import type { Language } from '#shared/model/language.ts'
import { formatOf, formats, type Written, writeFormat } from '../files/formats.ts'
import type { Paper } from '../files/pdf/sheet.ts'
import { print as say, printJson, writeOutput } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { Unusable } from './unusable.ts'

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
    throw new Unusable(`${output} names no kind of file that Mandato writes. End it with ${endings.join(', ')}.`)
  }
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new Unusable(`${timeZone} is not the name of a time zone. Write one like America/New_York.`)
  if (layout === 'comparison' && since === undefined) throw new Unusable('A comparison needs --since with the plan as it was.')
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
  const size = pages === null ? `${Math.ceil(bytes.length / 1024)} kB` : `${pages} ${pages === 1 ? 'page' : 'pages'}`
  return [
    `${output}: ${size}`,
    ...(missingCharacters.length > 0 ? [`Printed as boxes, because no font has them: ${missingCharacters.join(' ')}`] : []),
    ...leftOut.map(({ row, written, reason }) =>
      reason === 'open'
        ? `Left out, because its date is open: row ${row}`
        : `Left out, because its date cannot be read: row ${row} (${written})`,
    ),
  ]
}
