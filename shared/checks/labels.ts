/**
 * A provision's label for a message: numbers are said with the word "paragraph" before them, sections and articles say it themselves.
 * `{numbered, select, yes {Paragraph {label}} other {{label}}}`
 */
export const labelData = (label: string): { readonly label: string; readonly numbered: 'yes' | 'no' } => ({
  label,
  numbered: /^\d/.test(label) ? 'yes' : 'no',
})
