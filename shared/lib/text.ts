/** Accents as they stand apart from their letters once a text is decomposed. */
const accents = /[\u0300-\u036f]/g

/** Letters without accents, and any punctuation. Most text is such, and decomposing it would be most of the work. */
const ordinary = /^[\s\u0020-\u00bf\u2000-\u206f]*$/

/** Lower case without accents: the form in which words are compared. */
export const fold = (text: string): string =>
  ordinary.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(accents, '').toLowerCase()

/** The same with compatibility forms resolved: `1º` as `1o`, a ligature as its letters, a no-break space as a space. For what people type. */
export const foldForms = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
