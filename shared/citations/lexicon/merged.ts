import type { Language } from '../../model/language.ts'
import { finder, fold } from '../words.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { Lexicon, Organ } from './lexicon.ts'
import { portuguese } from './pt.ts'

/** Committee papers mix languages within a line, so all four lexicons are always read as one. */
export const lexicons: Readonly<Record<Language, Lexicon>> = { en: english, es: spanish, fr: french, pt: portuguese }

const all = Object.values(lexicons)

export type Keyword = 'resolution' | 'decision' | 'declaration'

function gather<Role>(entries: readonly (readonly [Role, (lexicon: Lexicon) => readonly string[]])[]): ReadonlyMap<string, Role> {
  const map = new Map<string, Role>()
  for (const lexicon of all) {
    for (const [role, words] of entries) {
      for (const word of words(lexicon)) if (!map.has(word)) map.set(word, role)
    }
  }
  return map
}

/** The words before a bare number that make it a citation. */
export const keywords: ReadonlyMap<string, Keyword> = gather<Keyword>([
  ['resolution', (lexicon) => lexicon.resolution],
  ['decision', (lexicon) => lexicon.decision],
  ['declaration', (lexicon) => lexicon.declaration],
])

export const findKeyword = finder(keywords)

export type ReferenceRole = 'paragraph' | 'operative' | 'preambular' | 'article' | 'section' | 'annex'

/** The words that name a part of an instrument. "OP" and "PP" are both the noun and the adjective. */
export const referenceWords: ReadonlyMap<string, ReferenceRole> = gather<ReferenceRole>([
  ['paragraph', (lexicon) => lexicon.paragraph],
  ['operative', (lexicon) => lexicon.operative],
  ['preambular', (lexicon) => lexicon.preambular],
  ['article', (lexicon) => lexicon.article],
  ['section', (lexicon) => lexicon.section],
  ['annex', (lexicon) => lexicon.annex],
])

export const findReferenceWord = finder(referenceWords)

export const aboutWords: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.about))

export const smallWords: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.small))

/** Ordinal words and their numbers. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  all.flatMap((lexicon) => lexicon.ordinals.flatMap((forms, index) => forms.split(' ').map((form) => [form, index + 1] as const))),
)

const organNames: readonly (readonly [readonly string[], Organ])[] = all.flatMap((lexicon) =>
  (Object.entries(lexicon.organs) as [Organ, readonly string[]][]).flatMap(([organ, names]) =>
    names.map((name) => [name.split(' '), organ] as const),
  ),
)

/** Names of bodies by their first word and by their last, longest first. */
function byWord(
  pick: (words: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly (readonly [readonly string[], Organ])[]> {
  const map = new Map<string, (readonly [readonly string[], Organ])[]>()
  for (const entry of organNames) {
    const word = pick(entry[0]) ?? ''
    const entries = map.get(word) ?? []
    entries.push(entry)
    map.set(word, entries)
  }
  for (const entries of map.values()) entries.sort((left, right) => right[0].length - left[0].length)
  return map
}

const organsByFirst = byWord((words) => words[0])
export const organsByLast = byWord((words) => words.at(-1))

export const findByFirst = finder(organsByFirst)
export const findByLast = finder(organsByLast)

/** Every word of a body's name. */
export const organWords: ReadonlySet<string> = new Set(organNames.flatMap(([words]) => words))

/** What may stand just before a further number of a list: "and", "as well as", "así que", … */
export const joints: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.joints.map((joint) => fold(joint))))

export const andWords: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.and))
export const possessives: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.possessives))
export const qualifiers: ReadonlySet<string> = new Set(all.flatMap((lexicon) => lexicon.qualifiers))
