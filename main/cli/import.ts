import { mkdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Mended, SetAside } from '#shared/exchange/read-records.ts'
import type { KeptAsText } from '#shared/importing/report.ts'
import { print, printJson, warn, writeOutput } from './output.ts'
import { loadPlan, planFile } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** Where each document's plan file goes: the path named, or for several documents files of their names in the folder named. */
function targets(sources: readonly string[], output: string): string[] {
  const isFolder = statSync(output, { throwIfNoEntry: false })?.isDirectory() === true
  if (sources.length === 1 && !isFolder) return [output]
  if (!isFolder && extname(output) !== '') throw new Unusable(words('import.looks-like-file', { path: output }))
  mkdirSync(output, { recursive: true })
  const names = sources.map((source) => `${basename(source, extname(source))}.mandato`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Unusable(words('import.twice', { name: twice }))
  return names.map((name) => join(output, name))
}

/** What came of one document. */
interface Imported {
  readonly source: string
  readonly output: string
  readonly title: string
  readonly activities: number
  readonly mandates: number
  /** Provisions learned from paragraphs that the plan quotes. */
  readonly provisions: number
  readonly kept: readonly KeptAsText[]
  readonly setAside: readonly SetAside[]
  readonly mended: readonly Mended[]
}

/** Imports one document; a refused one leaves its line on standard error and does not stop the others. */
async function importOne(source: string, path: string): Promise<Imported | null> {
  try {
    const loaded = await loadPlan(source)
    writeOutput(path, planFile(loaded))
    const { plan, report, setAside, mended } = loaded
    return {
      source,
      output: path,
      title: plan.header.title,
      activities: plan.activities.length,
      mandates: plan.mandates.length,
      provisions: report?.provisions ?? 0,
      kept: report?.kept ?? [],
      setAside,
      mended,
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    warn(error.message)
    return null
  }
}

/** Turns documents into plan files and says of each what was understood and what was kept as text. 2 when one of them could not be used. */
export async function importPlans(sources: readonly string[], { output, json }: { output: string; json?: true }): Promise<number> {
  const paths = targets(sources, output)
  const done: Imported[] = []
  for (const [index, source] of sources.entries()) {
    const imported = await importOne(source, paths[index] ?? output)
    if (imported !== null) done.push(imported)
  }
  const code = done.length === sources.length ? 0 : 2
  if (output === '-') return code
  if (json === true) printJson(done)
  else {
    for (const { output: path, title, activities, mandates, provisions, kept } of done) {
      print(words('import.done', { path, title, activities, mandates, paragraphs: provisions }))
      for (const { row, why, text } of kept) print(`  ${words('import.kept', { row, text, why: words(`import.why-${why}`) })}`)
    }
  }
  return code
}
