import type { Layout } from '#shared/documents/layouts.ts'
import type { Language } from '#shared/model/language.ts'
import { writeFormat } from '../files/formats.ts'
import type { Paper } from '../files/pdf/sheet.ts'
import { print as say, printJson, writeOutput } from './output.ts'
import { loadPlan } from './plan-source.ts'

export interface PrintOptions {
  output: string
  layout: Layout
  paper: Paper
  lang?: Language
  json?: true
}

/** Writes the plan as a PDF and says how many pages it has, and which characters no font could show. */
export async function print(source: string, { output, layout, paper, lang, json }: PrintOptions): Promise<number> {
  const { plan, register } = await loadPlan(source)
  const options = { layout, paper, language: lang ?? plan.header.language, register }
  const { bytes, pages, missingCharacters } = await writeFormat('pdf', plan, options)
  writeOutput(output, bytes)
  if (output === '-') return 0
  if (json === true) printJson({ output, pages, bytes: bytes.length, missingCharacters })
  else {
    say(`${output}: ${pages} ${pages === 1 ? 'page' : 'pages'}`)
    if (missingCharacters.length > 0) say(`Printed as boxes, because no font has them: ${missingCharacters.join(' ')}`)
  }
  return 0
}
