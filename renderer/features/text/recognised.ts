import { nameIndex, type ReadCitation, rememberedCitations } from '#shared/citations/read.ts'
import { announcedTopics } from '#shared/importing/topics.ts'
import { equal } from '#shared/lib/equal.ts'
import type { Section } from '#shared/model/section.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'

/** A stretch of a text that is known: a citation with the instrument and paragraphs that it names, or a topic that the plan announces. */
export interface Recognised {
  readonly start: number
  readonly end: number
  /** Null for a topic. */
  readonly citation: ReadCitation | null
}

const noNames = nameIndex([])

const noSections: readonly Section[] = []

/** The topics that the plan announces. */
const topicsNow = (): readonly string[] => announcedTopics(usePlan.getState().plan?.sections ?? noSections)

/** What is known of a text at this moment: its citations, and the topics that the plan announces. */
export function recognise(text: string): Recognised[] {
  const { register } = useRegister.getState()
  return [
    ...rememberedCitations(text, register?.names ?? noNames).map((citation): Recognised => {
      const [from, to] = citation.provisionsRange ?? [citation.start, citation.end]
      return { start: Math.min(from, citation.start), end: Math.max(to, citation.end), citation }
    }),
    ...topicsNow().flatMap((topic): Recognised[] => {
      const start = text.indexOf(topic)
      return start < 0 ? [] : [{ start, end: start + topic.length, citation: null }]
    }),
  ]
}

/** Calls back when the same text may be known differently: another register, other topics. Answers how to stop. */
export function onNewKnowledge(act: () => void): () => void {
  const stopRegister = useRegister.subscribe((now, before) => {
    if (now.register !== before.register) act()
  })
  let topics = topicsNow()
  const stopPlan = usePlan.subscribe(() => {
    const now = topicsNow()
    if (equal(now, topics)) return
    topics = now
    act()
  })
  return () => {
    stopRegister()
    stopPlan()
  }
}
