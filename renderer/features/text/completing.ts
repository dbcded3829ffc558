import { writeProvisions } from '#shared/citations/provisions.ts'
import type { Language } from '#shared/model/language.ts'
import type { Register } from '#shared/register/register.ts'
import { complete, nameOf, type Suggestion } from '../mandates/complete.ts'

/** Words before the caret that may be the beginning of a citation. */
export interface Sought {
  /** Where they begin in the text before the caret. */
  readonly start: number
  readonly words: string
  /** Whether they were asked for, with an @. What was not asked for is offered only where it can hardly be anything else. */
  readonly asked: boolean
}

const asked = /(?<=^|[\s(“"«])@(?<words>[^\s@][^@]{0,60}|)$/u
const symbol =
  /(?<![\p{L}\d/])(?:AG|CP|CIDI|CIM|SG|OEA|A|S|E)\/(?:RES|DEC|doc)\.?(?: ?\d{1,5}(?:(?: ?\([^()]{0,20}\)?)?(?:(?<=[\d)]),? ¶?\d{1,3}[a-z]?)?)?)? ?$/iu
const numbers = /(?<![\p{L}\d/.-])\d{3,5} ¶?\d{1,3}[a-z]?$/iu
const endsInParagraph = /[\d)],? ¶?\d{1,3}[a-z]?$/i

/** What the words before the caret seek: after an @ whatever it is, else the beginning of a symbol, or a number and a paragraph. */
export function soughtBefore(text: string): Sought | null {
  const at = asked.exec(text)
  if (at?.groups !== undefined) return { start: at.index, words: at.groups['words'] ?? '', asked: true }
  const found = symbol.exec(text) ?? numbers.exec(text)
  // A symbol written to its end seeks nothing more.
  return found === null || /\)\s*$/.test(found[0]) ? null : { start: found.index, words: found[0], asked: false }
}

/** What the register offers for these words. A paragraph that was not asked for with an @ must be the very one. */
export function offeredFor(register: Register, { words, asked: wasAsked }: Sought): Suggestion[] {
  const offered = complete(register, words)
  if (wasAsked || !endsInParagraph.test(words)) return offered
  const label = /[\da-z]+$/i.exec(words)?.[0].toLowerCase()
  const number = /\d{1,5}/.exec(words)?.[0]
  return offered.filter(
    ({ instrument, provision }) => provision?.label.toLowerCase() === label && /\d+/.exec(instrument.symbol ?? '')?.[0] === number,
  )
}

/** A citation as it is written in running text, with its paragraph in words of the plan's language. */
export const citationInWords = ({ instrument, provision }: Suggestion, language: Language): string =>
  nameOf(instrument, language) + (provision === null ? '' : `, ${writeProvisions([provision.label], language)}`)
