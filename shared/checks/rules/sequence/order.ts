import { likeness } from '../../../register/ranking.ts'
import { type ActivityFacts, perRun, targetOf } from '../../facts.ts'
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

/** Steps of dated rows. */
const stepsIn = perRun((run) =>
  run
    .filter(({ steps }) => steps.length > 0)
    .flatMap((facts): Taken[] => {
      const { steps, from, to, activity } = facts
      return from === null || to === null || activity.state === 'cancelled' ? [] : steps.map((step) => ({ facts, step, from, to }))
    }),
)

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
  check: ({ runs }) => {
    const reports: Report[] = []
    const steps = runs.flatMap(stepsIn)
    for (const taken of Map.groupBy(steps, ({ step }) => step.text).values()) {
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
