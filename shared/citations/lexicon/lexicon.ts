/** A body whose resolutions are cited by bare number; `council` is "the Council" alone, told apart by the shape of the number. */
export type Organ =
  | 'general-assembly'
  | 'security-council'
  | 'economic-and-social-council'
  | 'human-rights-council'
  | 'commission-on-human-rights'
  | 'council'
  | 'environment-assembly'
  | 'eclac'
  | 'escap'
  | 'inter-american-assembly'
  | 'inter-american-council'
  | 'permanent-council'
  | 'commission-of-women'
  | 'other'

/** The words of one language around a citation, folded: lower case, no accents. */
export interface Lexicon {
  readonly resolution: readonly string[]
  readonly decision: readonly string[]
  readonly declaration: readonly string[]
  /** Names of bodies, without their small words ("council human rights" would be written "council of human rights"). */
  readonly organs: Readonly<Partial<Record<Organ, readonly string[]>>>
  /** Small words that may stand inside a body's name or between a paragraph reference and its instrument. */
  readonly small: readonly string[]
  /** Words and phrases that join the numbers of a list. */
  readonly joints: readonly string[]
  readonly paragraph: readonly string[]
  readonly operative: readonly string[]
  readonly preambular: readonly string[]
  readonly article: readonly string[]
  readonly section: readonly string[]
  readonly annex: readonly string[]
  /** The word after "section" that introduces its title: "on". */
  readonly about: readonly string[]
  readonly and: readonly string[]
  /** "its", as in "its resolution 75/12". */
  readonly possessives: readonly string[]
  /** Words that may stand between the keyword and the number: "the following resolutions: 67/290". */
  readonly qualifiers: readonly string[]
  /** First, second, … as words, each with its inflections separated by a space. */
  readonly ordinals: readonly string[]
  readonly write: {
    readonly paragraph: string
    readonly paragraphs: string
    readonly after: string
    readonly preambular: string
    readonly article: string
    readonly articles: string
    readonly section: string
    readonly sectionOn: string
    readonly annex: string
    readonly and: string
    readonly to: string
  }
}
