import { compilationDocument } from '#shared/documents/compilation.ts'
import type { ReadFile } from '#shared/exchange/plan-file.ts'
import { negotiationLabels } from '#shared/locales/documents/negotiation.ts'
import { refusal } from '#shared/locales/refusal.ts'
import { delegationName } from '#shared/model/delegations.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { collect, type Incoming } from '#shared/negotiation/collect.ts'
import { type Conflict, conflictsOf } from '#shared/negotiation/conflicts.ts'
import { describe, markedLine } from '#shared/negotiation/describe.ts'
import { labelsWith, rowLabels } from '#shared/negotiation/numbering.ts'
import { asProposed } from '#shared/negotiation/propose.ts'
import { isOpen, stateOf } from '#shared/negotiation/states.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Language } from '#shared/model/language.ts'
import { speaksFor } from '../exchange/collect-file.ts'
import { readReceived } from '../exchange/received-file.ts'
import type { Paper } from '../files/pdf/sheet.ts'
import { readSource } from '../files/read-source.ts'
import { documentEndingOf, writeDocument } from '../files/write-document.ts'
import { print, printJson, textTable, warn, writeOutput } from './output.ts'
import { type LoadedPlan, loadPlan, planFile, refusing, warnOfSalvage } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { language, words } from './words.ts'

export interface CompileOptions {
  output: string
  paper: Paper
  lang?: Language
  json?: true
}

/** What a file brings to the plan, by its sender alone. Throws Unusable for a file that brings nothing. */
function incomingOf(file: ReadFile, name: string, plan: Plan): Incoming {
  if (file.kind === 'proposals') {
    if (file.base.plan !== plan.header.id) throw refusing(refusal('other-plan', { name, title: file.base.title }))
    const sender = file.exportedBy ?? null
    if (sender === null) throw refusing(refusal('no-sender', { name }))
    const own = <Said extends Pick<Proposal, 'author'>>(said: readonly Said[]) => said.filter(({ author }) => speaksFor(sender, author))
    return { proposals: own(file.proposals), objections: own(file.objections), decisions: [] }
  }
  throw refusing(refusal('no-proposals', { name }))
}

/** Takes the proposals of a file into the plan; a file that cannot be used leaves its line on standard error. */
async function collected(loaded: LoadedPlan, source: string): Promise<Plan | null> {
  try {
    const read = await readSource(source)
    if (!read.ok) throw refusing(read.error)
    const came = readReceived(read.value.bytes, read.value.name, { own: null, known: [] })
    if (!came.ok) throw refusing(came.error, source)
    warnOfSalvage(came.value.name, came.value.file)
    const applied = applyChanges(loaded.plan, collect(loaded.plan, incomingOf(came.value.file, came.value.name, loaded.plan)).changes)
    if (!applied.ok) throw new Unusable(words('compile.not-taken', { name: came.value.name, kind: applied.error.kind }))
    return applied.value
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    warn(error.message)
    return null
  }
}

/** What of the other proposals stands in a proposal's way: `same words as Mexico`. */
const sayConflict = ({ with: other, clash }: Conflict): string =>
  words(`clash.${clash}`, { who: delegationName(other.author.delegation, language) })

function compiled(plan: Plan) {
  const inserted = plan.proposals.filter((proposal) => proposal.change.kind === 'insert' && isOpen(stateOf(plan, proposal)))
  const rows = new Map([...labelsWith(plan, asProposed(plan, inserted).activities), ...rowLabels(plan)])
  return plan.proposals.map((proposal) => {
    const state = stateOf(plan, proposal)
    const conflicts = isOpen(state) ? [...new Set(conflictsOf(plan, proposal).map(sayConflict))] : []
    const { where, what, lines } = describe(plan, proposal.change, rows, language)
    return { delegation: proposal.author.delegation, where, what, lines: lines.map(markedLine), state, conflicts }
  })
}

/** Collects files of proposals on a plan and writes the compilation, as a document or as a plan file that holds them all. 2 when a file could not be used. */
export async function compile(base: string, sources: readonly string[], { output, paper, lang, json }: CompileOptions): Promise<number> {
  const ending = documentEndingOf(output)
  if (ending === null && output !== '-' && !/\.mandato$/i.test(output))
    throw new Unusable(words('compile.no-kind', { output, endings: '.pdf, .docx, .html, .mandato' }))
  let loaded = await loadPlan(base)
  let unusable = 0
  for (const source of sources) {
    const plan = await collected(loaded, source)
    if (plan === null) unusable += 1
    else loaded = { ...loaded, plan }
  }
  const { plan, register } = loaded
  if (ending === null) writeOutput(output, planFile(loaded))
  else
    writeOutput(output, await writeDocument(ending, compilationDocument(plan, { language: lang ?? plan.header.language, register }), paper))
  const code = unusable > 0 ? 2 : 0
  if (output === '-') return code
  const lines = compiled(plan)
  if (json === true) {
    printJson({ output, files: sources.length - unusable, proposals: lines })
    return code
  }
  const { delegation, proposal, state } = negotiationLabels[language]
  if (lines.length > 0)
    print(
      textTable(
        [16, 20, 64, 10, 28],
        [delegation, words('compile.where'), proposal, state, words('compile.in-the-way')],
        lines.map((line) => [
          delegationName(line.delegation, language),
          line.where,
          [line.what, ...line.lines].join('\n'),
          negotiationLabels[language].states[line.state],
          line.conflicts.join('\n'),
        ]),
      ),
    )
  const inTheWay = lines.filter(({ conflicts }) => conflicts.length > 0).length
  const obsolete = lines.filter(({ state }) => state === 'obsolete').length
  print(words('compile.done', { output, count: lines.length, inTheWay, obsolete }))
  return code
}
