import { useMemo } from 'react'
import { nameIndex, type ReadCitation, readCitations } from '#shared/citations/read.ts'
import { announcedTopics } from '#shared/importing/topics.ts'
import type { Section } from '#shared/model/section.ts'
import type { Register } from '#shared/register/register.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'
import type { Mark } from './blocks.ts'

/** What the program knows of words in a text: a citation with the instrument and paragraphs that it names, a topic announced, a finding. */
export type Known =
  | { readonly kind: 'citation'; readonly citation: ReadCitation }
  | { readonly kind: 'topic' }
  | { readonly kind: 'finding'; readonly sentence: string }

const noNames = nameIndex([])
const read = new WeakMap<Register, Map<string, readonly ReadCitation[]>>()
/** Texts whose citations are kept; drafts come and go. */
const remembered = 500

/** The citations of a text, read once for each text. */
export function citationsOf(text: string, register: Register | null): readonly ReadCitation[] {
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
function topicsIn(sections: readonly Section[]): readonly string[] {
  let topics = topicsOf.get(sections)
  if (topics === undefined) {
    topics = announcedTopics(sections)
    topicsOf.set(sections, topics)
  }
  return topics
}

/** Marks the citations and the announced topics of a text. */
export function useRecognised(text: string): readonly Mark<Known>[] {
  const register = useRegister((state) => state.register)
  const topics = usePlan(({ plan }) => (plan === null ? noTopics : topicsIn(plan.sections)))
  return useMemo(
    () => [
      ...citationsOf(text, register).map((citation): Mark<Known> => {
        const [from, to] = citation.provisionsRange ?? [citation.start, citation.end]
        return { start: Math.min(from, citation.start), end: Math.max(to, citation.end), kind: { kind: 'citation', citation } }
      }),
      ...topics.flatMap((topic): Mark<Known>[] => {
        const start = text.indexOf(topic)
        return start < 0 ? [] : [{ start, end: start + topic.length, kind: { kind: 'topic' } }]
      }),
    ],
    [text, register, topics],
  )
}
