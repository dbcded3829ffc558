/** The part of `linebreak` (the Unicode line breaking algorithm) that the writer uses; the package brings no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place a line may end, as an offset into the text; null after the last. `required` after a line feed. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
