import type { Provision } from '../model/instrument.ts'
import { stemsOf } from './words.ts'

/** A provision with how well it fits a text: 0 nothing in common, 1 the same words. */
export interface Ranked<Candidate extends Provision = Provision> {
  readonly provision: Candidate
  readonly score: number
}

interface Prepared {
  readonly stems: readonly ReadonlySet<string>[]
  /** Weight of a stem: rare among the candidates weighs much, found in all of them next to nothing. */
  readonly weights: ReadonlyMap<string, number>
  readonly lengths: readonly number[]
}

const wordsOf = (provision: Provision): string => [...Object.values(provision.text), ...Object.values(provision.summary)].join(' ')

const stemSets = new WeakMap<Provision, ReadonlySet<string>>()

function stemSet(provision: Provision): ReadonlySet<string> {
  let stems = stemSets.get(provision)
  if (stems === undefined) {
    stems = new Set(stemsOf(wordsOf(provision)))
    stemSets.set(provision, stems)
  }
  return stems
}

const preparations = new WeakMap<readonly Provision[], Prepared>()

function prepare(candidates: readonly Provision[]): Prepared {
  let prepared = preparations.get(candidates)
  if (prepared === undefined) {
    const stems = candidates.map(stemSet)
    const counts = new Map<string, number>()
    for (const set of stems) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const weights = new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + candidates.length / count)] as const))
    const lengths = stems.map((set) => Math.sqrt([...set].reduce((sum, stem) => sum + (weights.get(stem) ?? 0) ** 2, 0)))
    prepared = { stems, weights, lengths }
    preparations.set(candidates, prepared)
  }
  return prepared
}

/**
 * Orders provisions by how much of their subject they share with a text, best first; those that share nothing are left out. Words that
 * many candidates use count little. The text may come as the set of its stems (`stemsOf`). What was prepared for a list of candidates is kept as long as the list itself, so pass the same list.
 */
export function rankProvisions<Candidate extends Provision>(
  text: string | ReadonlySet<string>,
  candidates: readonly Candidate[],
): Ranked<Candidate>[] {
  const query = typeof text === 'string' ? new Set(stemsOf(text)) : text
  if (query.size === 0 || candidates.length === 0) return []
  const { stems, weights, lengths } = prepare(candidates)
  const known = [...query].filter((stem) => weights.has(stem))
  if (known.length === 0) return []
  const length = Math.sqrt(known.reduce((sum, stem) => sum + (weights.get(stem) ?? 0) ** 2, 0))
  const ranked: (Ranked<Candidate> & { position: number })[] = []
  for (const [position, provision] of candidates.entries()) {
    const held = stems[position]
    let shared = 0
    for (const stem of known) if (held?.has(stem)) shared += (weights.get(stem) ?? 0) ** 2
    if (shared > 0) ranked.push({ provision, score: shared / (length * (lengths[position] ?? 1)), position })
  }
  return ranked.sort((a, b) => b.score - a.score || a.position - b.position).map(({ provision, score }) => ({ provision, score }))
}

/** Share of a text's subject words that must be found in a provision for the text to be its paraphrase. */
const paraphraseShare = 0.6

/** Whether a text retells a provision: most of its subject words are the provision's. A few words are too few to tell. */
export function paraphrases(text: string, provision: Provision): boolean {
  const stems = new Set(stemsOf(text))
  if (stems.size < 4) return false
  const held = stemSet(provision)
  let shared = 0
  for (const stem of stems) if (held.has(stem)) shared++
  return shared >= 4 && shared / stems.size >= paraphraseShare
}

/** Share of the smaller text's subject words that the other has too, from 0 to 1. Small differences in wording hardly move it. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  if (small.size === 0) return 0
  let shared = 0
  for (const stem of small) if (large.has(stem)) shared++
  return shared / small.size
}
