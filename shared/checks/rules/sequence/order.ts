import { likeness } from '../../../register/ranking.ts'
import { type ActivityFacts, targetOf } from '../../facts.ts'
import type { Report, RuleOf } from '../../rule.ts'
import type { Step, StepName } from '../../steps.ts'

/** Share of subject words, beside those that all negotiations use, that makes two rows speak of one text. */
const sameText = 0.5

interface Taken {
  readonly facts: ActivityFacts
  readonly step: Step
  readonly from: string
  readonly to: string
}

function isSameText(left: Step, right: Step): boolean {
  return left.stems.size < 2 || right.stems.size < 2 || likeness(left.stems, right.stems) >= sameText
}

/** Steps of dated rows, by the sort of text that they are about. */
function stepsByText(activities: readonly ActivityFacts[]): Map<string, Taken[]> {
  const byText = new Map<string, Taken[]>()
  for (const facts of activities) {
    if (facts.steps.length === 0 || facts.from === null || facts.to === null || facts.activity.state === 'cancelled') continue
    for (const step of facts.steps) {
      const taken: Taken = { facts, step, from: facts.from, to: facts.to }
      const held = byText.get(step.text)
      if (held === undefined) byText.set(step.text, [taken])
      else held.push(taken)
    }
  }
  return byText
}

const byBeginning = (a: Taken, b: Taken): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** A later step that ends before the step it follows from has begun, where that step has not been taken before either. */
function misplaced(taken: readonly Taken[], later: StepName, earlier: StepName): { step: Taken; before: Taken }[] {
  const first = taken.filter(({ step }) => step.name === earlier).sort(byBeginning)
  if (first.length === 0) return []
  return taken.flatMap((held) => {
    if (held.step.name !== later) return []
    const started = first[0] !== undefined && first[0].from <= held.to
    const before = started ? undefined : first.find((other) => isSameText(held.step, other.step))
    return before === undefined ? [] : [{ step: held, before }]
  })
}

export const sequence: RuleOf<'plan'> = {
  meta: {
    id: 'sequence/order',
    severity: 'warning',
    protects: 'A text is distributed, then negotiated, then approved',
    scope: 'plan',
    messages: {
      found:
        'The {later, select, approval {approval} other {negotiation}} of the text comes before its {earlier, select, negotiation {negotiation} other {distribution}} on {date}.',
    },
  },
  check: ({ activities }) => {
    const reports: Report[] = []
    for (const taken of stepsByText(activities).values()) {
      const pairs: readonly (readonly [StepName, StepName])[] = [
        ['approval', 'negotiation'],
        ['negotiation', 'distribution'],
      ]
      for (const [later, earlier] of pairs) {
        for (const { step, before } of misplaced(taken, later, earlier)) {
          reports.push({
            data: { later, earlier, date: before.from },
            about: later,
            target: targetOf('activity', step.facts.activity.id, 'when'),
          })
        }
      }
    }
    return reports
  },
}
