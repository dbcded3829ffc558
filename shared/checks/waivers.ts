import type { Id } from '../model/basics.ts'
import type { Plan } from '../model/plan.ts'
import type { Waiver } from '../model/waiver.ts'
import { targetOf } from './facts.ts'
import type { Finding } from './finding.ts'

/** A finding before its row and waiver are known. */
export type Draft = Omit<Finding, 'row' | 'waiver'>

/** What is said of a waiver that covers nothing any more. It belongs to the engine: no rule can see which findings were made. */
export const unusedWaiver = {
  id: 'waiver/unused',
  severity: 'info',
  protects: 'No decision outlives its reason',
  messages: {
    found: 'The waiver of {rule}{about, select, none {} other { for {about}}} matches nothing any more.',
    remove: 'Remove the waiver',
  },
} as const

const keyOf = (rule: string, target: string | null, about: string | null): string => JSON.stringify([rule, target, about])

/** A waiver without a subject covers the rule's findings on its record whatever they are about. */
const keysOf = ({ rule, target, about }: Draft): string[] => {
  const record = target.part === 'plan' ? null : target.id
  return [keyOf(rule, record, about), keyOf(rule, record, null), ...(record === null ? [keyOf(rule, target.id, about)] : [])]
}

/** Whether a finding can be let stand. That a waiver matches nothing cannot: it is taken back instead. */
export const isWaivable = ({ rule }: Pick<Finding, 'rule'>): boolean => rule !== unusedWaiver.id

/** The waiver that lets a finding stand, for this record and this subject alone. */
export const waiverFor = ({ rule, target, about }: Pick<Finding, 'rule' | 'target' | 'about'>, id: Id, reason: string): Waiver => ({
  type: 'waiver',
  id,
  rule,
  target: target.part === 'plan' ? null : target.id,
  about,
  reason,
})

export interface WaiverBook {
  /** The waiver that covers a finding; null when it stands open. */
  of(draft: Draft): Waiver | null
  /** Findings about the waivers that covered nothing, once all have been asked for. */
  unused(plan: Plan): Draft[]
}

/** Matches findings with a plan's waivers, and remembers which waivers matched. */
export function settleWaivers(waivers: readonly Waiver[]): WaiverBook {
  if (waivers.length === 0) return { of: () => null, unused: () => [] }
  const byKey = new Map(waivers.map((waiver) => [keyOf(waiver.rule, waiver.target, waiver.about), waiver]))
  const rules = new Set(waivers.map(({ rule }) => rule))
  const used = new Set<Waiver>()
  return {
    of: (draft) => {
      if (!rules.has(draft.rule)) return null
      for (const key of keysOf(draft)) {
        const waiver = byKey.get(key)
        if (waiver !== undefined) {
          used.add(waiver)
          return waiver
        }
      }
      return null
    },
    unused: (plan) => {
      const severity = plan.header.severities[unusedWaiver.id] ?? unusedWaiver.severity
      if (severity === 'off') return []
      return waivers
        .filter((waiver) => !used.has(waiver))
        .map((waiver) => ({
          rule: unusedWaiver.id,
          severity,
          target: targetOf('plan', waiver.id),
          message: { id: `${unusedWaiver.id}#found`, data: { rule: waiver.rule, about: waiver.about ?? 'none' } },
          about: waiver.about,
          written: waiver.reason,
          provision: null,
          fixes: [
            {
              label: { id: `${unusedWaiver.id}#remove`, data: {} },
              changes: [{ kind: 'remove', record: waiver }],
              learns: [],
              writes: null,
              safe: true,
            },
          ],
        }))
    },
  }
}
