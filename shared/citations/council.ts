import { type BareNumber, canBeHumanRightsCouncil, firstSlashedSession } from './bare.ts'
import { yearAfter } from './governor.ts'
import { lexicons } from './lexicon/merged.ts'
import { fold } from './words.ts'

/** A blank line ends a paragraph; in text taken from word processors so does a line that opens with a tab. */
const paragraphEnd = /\n[^\S\n]*\n|\n\t/g

const council = new RegExp(
  Object.values(lexicons)
    .flatMap((lexicon) => lexicon.organs['human-rights-council'] ?? [])
    .map((name) => String.raw`\b${name.split(' ').join(String.raw`[\s'-]{1,3}(?:\w{1,3}[\s'-]{1,2}){0,2}`)}\b`)
    .join('|'),
)

/** Tells the Human Rights Council's numbers from the General Assembly's by what both bodies' calendars and the paragraph allow. */
export class CouncilNumbers {
  private readonly text: string
  private paragraph = { start: 0, end: -1, names: false }

  constructor(text: string) {
    this.text = text
  }

  /** Whether a number whose words name no body is the Council's for certain. */
  owns(bare: BareNumber): boolean {
    if (bare.form !== 'session' || !canBeHumanRightsCouncil(bare)) return false
    const session = Number(bare.first)
    const year = yearAfter(this.text, bare.end)
    if (year !== null) return year === councilYear(session) && !assemblyYears(session).includes(year)
    return session < firstSlashedSession && this.isNamedBeside(bare.start)
  }

  /** Whether the number's date can only be the Assembly's. */
  disowns(bare: BareNumber): boolean {
    const year = yearAfter(this.text, bare.end)
    const session = Number(bare.first)
    return year !== null && bare.form === 'session' && year !== councilYear(session) && assemblyYears(session).includes(year)
  }

  /** Whether the paragraph names the Council; each paragraph is looked through once. */
  private isNamedBeside(position: number): boolean {
    if (position >= this.paragraph.end) {
      let start = Math.max(0, this.paragraph.end)
      paragraphEnd.lastIndex = start
      let match = paragraphEnd.exec(this.text)
      while (match !== null && match.index <= position) {
        start = match.index
        match = paragraphEnd.exec(this.text)
      }
      const end = match?.index ?? this.text.length
      this.paragraph = { start, end, names: council.test(fold(this.text.slice(start, end))) }
    }
    return this.paragraph.names
  }
}

/** The Council has met three times a year since 2007, after three sessions in 2006. */
function councilYear(session: number): number {
  return 2005 + Math.ceil(session / 3)
}

/** An Assembly session opens in September of the first year and lasts until the next. */
function assemblyYears(session: number): readonly [number, number] {
  return [1945 + session, 1946 + session]
}
