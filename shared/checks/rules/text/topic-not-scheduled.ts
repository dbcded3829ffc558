import { emptyActivity } from '../../../operations/edits.ts'
import type { Activity } from '../../../model/activity.ts'
import { perRun } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { derivedId } from '../../ids.ts'
import { orderKeyBetween } from '../../order-key.ts'
import { type Report, type RuleOf } from '../../rule.ts'

const id = 'text/topic-not-scheduled'

const takenBy = perRun((run) => {
  const taken = new Set<number>()
  for (const { topics } of run) for (const index of topics) taken.add(index)
  return taken
})

function meetingOn(topic: string, planId: string, order: string): Activity {
  return {
    ...emptyActivity(derivedId(id, planId, topic), order),
    kind: 'thematic-meeting',
    items: [
      { id: derivedId(id, planId, topic, 'heading'), level: 0, marker: 'none', text: 'Thematic meeting' },
      { id: derivedId(id, planId, topic, 'topic'), level: 1, marker: 'bullet', text: `“${topic}”` },
    ],
  }
}

export const topicNotScheduled: RuleOf<'plan'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'What the introduction promises stands in the calendar',
    scope: 'plan',
    messages: { found: 'No activity takes up “{topic}”, which the introduction announces.', create: 'Add a thematic meeting on it' },
  },
  check: ({ plan, runs }, { announced, planId }) => {
    if (announced.length === 0 || runs.length === 0) return []
    const taken = new Set<number>()
    for (const run of runs) for (const index of takenBy(run)) taken.add(index)
    const reports: Report[] = []
    for (const [index, { text: topic }] of announced.entries()) {
      if (taken.has(index)) continue
      const order = orderKeyBetween(plan.activities.at(-1)?.order ?? null, null)
      reports.push({
        data: { topic },
        about: topic,
        written: topic,
        fixes: offer({
          label: `${id}#create`,
          changes: order === null ? [] : [{ kind: 'insert', record: meetingOn(topic, planId, order) }],
          writes: topic,
        }),
      })
    }
    return reports
  },
}
