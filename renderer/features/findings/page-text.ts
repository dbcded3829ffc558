/** A piece of a rule's page: the few forms that the pages are written in. */
export type PagePart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** Reads a rule's page: headings, paragraphs, lists. Its first line, the rule's id, is left to whoever shows it. */
export function readPage(text: string): PagePart[] {
  return text
    .replace(/^# .*\n/, '')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): PagePart => {
      if (part.startsWith('#')) return { kind: 'heading', text: part.replace(/^#+\s*/, '') }
      const lines = part.split('\n')
      if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2)) }
      return { kind: 'paragraph', text: lines.join(' ') }
    })
}
