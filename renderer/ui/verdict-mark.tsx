export type Standing = 'grounded' | 'weak' | 'ungrounded' | 'unchecked'

/** A disc, a ring or a diamond, and a faint dot before the check: they differ in shape as well as in colour. Without a label it is an ornament beside words that say the same. */
export const VerdictMark = ({ standing, label }: { readonly standing: Standing; readonly label: string }) => (
  <span className={`verdict-mark ${standing}`} {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })} />
)
