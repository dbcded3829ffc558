import type { Provision } from '../model/instrument.ts'
import { stemsOf } from './words.ts'

/** A provision with how well it fits a text: 0 nothing in common, 1 the same words. */
export interface Ranked<Candidate extends Provision = Provision> {
  readonly provision: Candidate
  readonly score: number
}

interface Prepared {
  /** By stem, its weight squared (rare among the candidates weighs much, found in all of them next to nothing) and who has it. */
  readonly stems: ReadonlyMap<string, { readonly weight: number; readonly positions: readonly number[] }>
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
    const positions = new Map<string, number[]>()
    for (const [position, provision] of candidates.entries()) {
      for (const stem of stemSet(provision)) {
        const held = positions.get(stem)
        if (held === undefined) positions.set(stem, [position])
        else held.push(position)
      }
    }
    const stems = new Map(
      [...positions].map(
        ([stem, held]) => [stem, { weight: Math.log(1 + candidates.length / held.length) ** 2, positions: held }] as const,
      ),
    )
    const lengths = candidates.map((provision) =>
      Math.sqrt([...stemSet(provision)].reduce((sum, stem) => sum + (stems.get(stem)?.weight ?? 0), 0)),
    )
    prepared = { stems, lengths }
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
  const { stems, lengths } = prepare(candidates)
  const shared = new Float64Array(candidates.length)
  let square = 0
  for (const stem of query) {
    const held = stems.get(stem)
    if (held === undefined) continue
    square += held.weight
    for (const position of held.positions) shared[position] = (shared[position] ?? 0) + held.weight
  }
  const length = Math.sqrt(square)
  const ranked: Ranked<Candidate>[] = []
  candidates.forEach((provision, position) => {
    const sum = shared[position] ?? 0
    if (sum > 0) ranked.push({ provision, score: sum / (length * (lengths[position] ?? 1)) })
  })
  // of two that fit alike the earlier stays first: sorting keeps the order of equals
  return ranked.sort((a, b) => b.score - a.score)
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
