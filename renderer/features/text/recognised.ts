import { nameIndex, type ReadCitation, readCitations } from '#shared/citations/read.ts'
import { announcedTopics } from '#shared/importing/topics.ts'
import { equal } from '#shared/lib/equal.ts'
import type { Section } from '#shared/model/section.ts'
import type { Register } from '#shared/register/register.ts'
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
const read = new WeakMap<Register, Map<string, readonly ReadCitation[]>>()
/** Texts whose citations are kept; drafts come and go. */
const remembered = 500

/** The citations of a text, read once for each text. */
function citationsOf(text: string, register: Register | null): readonly ReadCitation[] {
  if (register === null) return readCitations(text, { names: noNames })
  let known = read.get(register)
  if (known === undefined || known.size > remembered) {
    known = new Map()
    read.set(register, known)
  }
  let citations = known.get(text)
  if (citations === undefined) {
    citations = readCitations(text, { names: register.names })
    known.set(text, citations)
  }
  return citations
}

const noTopics: readonly string[] = []
const topicsOf = new WeakMap<readonly Section[], readonly string[]>()

/** The topics that the plan announces, read once for each state of its text. */
function topicsNow(): readonly string[] {
  const sections = usePlan.getState().plan?.sections
  if (sections === undefined) return noTopics
  let topics = topicsOf.get(sections)
  if (topics === undefined) {
    topics = announcedTopics(sections)
    topicsOf.set(sections, topics)
  }
  return topics
}

/** What is known of a text at this moment: its citations, and the topics that the plan announces. */
export function recognise(text: string): Recognised[] {
  const { register } = useRegister.getState()
  return [
    ...citationsOf(text, register).map((citation): Recognised => {
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
