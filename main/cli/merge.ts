import { v7 as uuid } from 'uuid'
import type { UnknownFields } from '#shared/exchange/unknown.ts'
import { isObject } from '#shared/exchange/json.ts'
import { delegationKey, delegationName } from '#shared/model/delegations.ts'
import { emptyPlan } from '#shared/model/plan.ts'
import { describe, markedLine } from '#shared/negotiation/describe.ts'
import { mergePlans, type PlanConflict } from '#shared/negotiation/merge-plans.ts'
import { labelsWith, rowLabels } from '#shared/negotiation/numbering.ts'
import { readSource } from '../files/read-source.ts'
import { print, printJson, writeOutput } from './output.ts'
import { type LoadedPlan, loadPlan, planFile } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { language, words } from './words.ts'

export interface MergeOptions {
  /** In whose name what conflicts is proposed. */
  as: string
  output?: string
  json?: true
}

/** A plan file of which nothing may be lost when it is written again. */
async function loadWhole(source: string): Promise<LoadedPlan> {
  const loaded = await loadPlan(source)
  if (loaded.report !== null) throw new Unusable(words('merge.not-a-plan-file', { source }))
  if (loaded.setAside.length > 0) throw new Unusable(words('merge.damaged', { source }))
  return loaded
}

/** The plan that both sides come from. Git hands over an empty file where both added the plan. */
async function loadBase(source: string, ours: LoadedPlan): Promise<LoadedPlan> {
  const read = await readSource(source)
  if (read.ok && read.value.bytes.length === 0) return { ...ours, plan: emptyPlan(ours.plan.header), unknown: {} }
  return loadWhole(source)
}

/** Fields of both sides that this version does not know; ours where both have one. */
const bothUnknown = (ours: UnknownFields, theirs: UnknownFields): UnknownFields => ({
  ...theirs,
  ...Object.fromEntries(
    Object.entries(ours).map(([field, value]) => {
      const other = theirs[field]
      return [field, isObject(value) && isObject(other) ? bothUnknown(value, other) : value]
    }),
  ),
})

/** Brings two states of a plan together over the one they come from, in place of ours. 1 when something conflicted and is proposed. */
export async function merge(
  baseSource: string,
  oursSource: string,
  theirsSource: string,
  { as, output = oursSource, json }: MergeOptions,
): Promise<number> {
  const ours = await loadWhole(oursSource)
  const theirs = await loadWhole(theirsSource)
  const base = await loadBase(baseSource, ours)
  if (ours.plan.header.id !== theirs.plan.header.id || base.plan.header.id !== ours.plan.header.id)
    throw new Unusable(words('merge.different'))
  const delegation = delegationKey(as)
  const { plan, conflicts } = mergePlans(base.plan, ours.plan, theirs.plan, {
    author: { name: '', delegation, role: 'secretariat', key: null },
    at: new Date().toISOString(),
    revision: null,
    makeId: uuid,
  })
  const register = ours.register.withInstruments(theirs.instruments)
  writeOutput(output, planFile({ plan, register, unknown: bothUnknown(ours.unknown, theirs.unknown) }))
  const code = conflicts.length === 0 ? 0 : 1
  if (output === '-') return code
  const rows = new Map([...labelsWith(plan, theirs.plan.activities), ...rowLabels(plan)])
  const said = conflicts.map((conflict) => sayConflict(conflict))
  if (json === true) printJson({ output, conflicts: said })
  else {
    for (const { where, what, lines } of said) for (const line of [`${where}, ${what}`, ...lines.map((each) => `  ${each}`)]) print(line)
    print(
      conflicts.length === 0
        ? words('merge.done', { output })
        : words('merge.conflicts', { output, count: conflicts.length, who: delegationName(delegation, language) }),
    )
  }
  return code

  function sayConflict(conflict: PlanConflict): { where: string; what: string; lines: string[] } {
    switch (conflict.kind) {
      case 'proposed': {
        const { where, what, lines } = describe(plan, conflict.proposal.change, rows, language)
        return { where, what, lines: lines.map(markedLine) }
      }
      case 'beside':
        return { where: words(`record.${conflict.theirs.type}`), what: words('merge.both-stand'), lines: [] }
      case 'decision':
        return { where: words('record.decision'), what: words('merge.overruled'), lines: [] }
    }
  }
}
