import { v7 as uuid } from 'uuid'
import { contentHash } from '#shared/exchange/content-hash.ts'
import { writeFile } from '#shared/exchange/plan-file.ts'
import type { Author } from '#shared/model/author.ts'
import { delegationKey, delegationName } from '#shared/model/delegations.ts'
import { describe, markedLine } from '#shared/negotiation/describe.ts'
import { labelsWith, latestRevision, rowLabels } from '#shared/negotiation/numbering.ts'
import { proposalOf, proposedChanges } from '#shared/negotiation/propose.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { print, printJson, writeOutput } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { language, words } from './words.ts'

export interface ProposeOptions {
  /** The delegation in whose name it is proposed, by its name in any of the languages. */
  as: string
  output: string
  json?: true
}

/** Writes what differs between a plan and an edited copy of it as a file of proposals. */
export async function propose(baseSource: string, editedSource: string, { as, output, json }: ProposeOptions): Promise<number> {
  if (as.trim() === '') throw new Unusable(words('propose.no-delegation'))
  const { plan: base } = await loadPlan(baseSource)
  const { plan: edited } = await loadPlan(editedSource)
  if (base.header.id !== edited.header.id) throw new Unusable(words('propose.other-plan', { edited: editedSource, base: baseSource }))
  const author: Author = { name: '', delegation: delegationKey(as), role: 'delegation', key: null }
  const at = new Date().toISOString()
  const revision = latestRevision(base)?.id ?? null
  const proposals = proposedChanges(base, edited).map((change) => ({
    ...proposalOf(change, null, { author, at, revision, makeId: uuid }),
    sent: at,
  }))
  if (proposals.length === 0) throw new Unusable(words('propose.nothing', { edited: editedSource, base: baseSource }))
  const file = writeFile({
    kind: 'proposals',
    base: { plan: base.header.id, title: base.header.title, revision, hash: contentHash(base) },
    proposals,
    objections: [],
    generator: `Mandato ${packageJson.version}`,
    exportedAt: at,
    exportedBy: author,
    unknown: {},
  })
  writeOutput(output, file)
  if (output === '-') return 0
  const rows = new Map([...labelsWith(base, edited.activities), ...rowLabels(base)])
  const described = proposals.map(({ change }) => describe(base, change, rows, language))
  if (json === true)
    printJson({
      output,
      delegation: author.delegation,
      proposals: described.map(({ where, what, lines }) => ({ where, what, lines: lines.map(markedLine) })),
    })
  else {
    for (const { where, what } of described) print(`${where}, ${what}`)
    print(words('propose.done', { output, count: proposals.length, delegation: delegationName(author.delegation, language) }))
  }
  return 0
}
