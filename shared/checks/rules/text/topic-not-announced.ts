import { likeness } from '../../../register/ranking.ts'
import { stemsOf } from '../../../register/words.ts'
import type { Context } from '../../context.ts'
import { type ActivityFacts, targetOf } from '../../facts.ts'
import type { Item } from '../../../model/activity.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

/** As much alike as the introduction and the calendar must be for one topic; the same as for `text/topic-not-scheduled`. */
const sameTopic = 0.7

const heading =
  /^\W*(?:thematic (?:meeting|session)|(?:reuni[oó]n|sesi[oó]n|reuni[aã]o|sess[aã]o) tem[aá]tica|(?:r[eé]union|s[eé]ance) th[eé]matique)\s*(?:no\.?\s*)?(?:[ivx\d]+)?\s*[:.–—-]*\s*/iu

/** The lines that say what a thematic meeting is about: what follows the heading, else the lines under it. */
function topicsOf({ lines }: ActivityFacts): { item: Item; topic: string }[] {
  return lines.flatMap(({ item, parts }) => {
    const match = heading.exec(item.text)
    if (match === null) return []
    const topic = item.text.slice(match[0].length).trim()
    return stemsOf(topic).length > 1 ? [{ item, topic }] : parts.map((part) => ({ item: part, topic: part.text.trim() }))
  })
}

function isAnnounced(topic: string, { announced }: Context): boolean {
  const stems = new Set(stemsOf(topic))
  return stems.size < 2 || announced.some((other) => likeness(stems, other.stems) >= sameTopic)
}

export const topicNotAnnounced: RuleOf<'activity'> = {
  meta: {
    id: 'text/topic-not-announced',
    severity: 'info',
    protects: 'The introduction tells what the meetings are about',
    scope: 'activity',
    messages: { found: 'The introduction announces topics, but not “{topic}”.' },
  },
  check: (facts, context) => {
    if (context.announced.length === 0) return nothing
    const reports: Report[] = []
    for (const { item, topic } of topicsOf(facts)) {
      if (isAnnounced(topic, context)) continue
      const words = topic.replace(/^[“"«\s]+|[”"»\s.;,]+$/g, '')
      reports.push({
        data: { topic: words },
        about: words,
        written: item.text,
        target: targetOf('activity', facts.activity.id, 'items', { entry: item.id }),
      })
    }
    return reports.length === 0 || facts.kind !== 'thematic-meeting' ? nothing : reports
  },
}
