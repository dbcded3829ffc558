/** A stretch of a page's text: plain, the name of something in the window, or keys to press. */
export interface Run {
  readonly kind: 'plain' | 'name' | 'keys'
  readonly text: string
}

/** A piece of a page: the few forms that the pages of the rules and of the guide are written in. */
export type PagePart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'picture'; readonly file: string; readonly says: string }

/** The runs of a line: `**Name**` and `` `Ctrl+K` `` stand out. */
const runsOf = (line: string): Run[] =>
  line
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text): Run => {
      if (text.startsWith('**')) return { kind: 'name', text: text.slice(2, -2) }
      if (text.startsWith('`')) return { kind: 'keys', text: text.slice(1, -1) }
      return { kind: 'plain', text }
    })

/** The title of a page: its first line. */
export const titleOfPage = (text: string): string => /^# (.*)/.exec(text)?.[1] ?? ''

/** Reads a page: headings, paragraphs, lists, pictures. Its first line, the title, is left to whoever shows it. */
export function readPage(text: string): PagePart[] {
  return text
    .replace(/^# .*\n/, '')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): PagePart => {
      if (part.startsWith('#')) return { kind: 'heading', text: part.replace(/^#+\s*/, '') }
      const [, says, file] = /^!\[(.*)\]\((.*)\)$/.exec(part) ?? []
      if (says !== undefined && file !== undefined) return { kind: 'picture', says, file }
      const lines = part.split('\n')
      if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => runsOf(line.slice(2))) }
      if (lines.every((line) => /^\d+\. /.test(line)))
        return { kind: 'steps', items: lines.map((line) => runsOf(line.replace(/^\d+\. /, ''))) }
      return { kind: 'paragraph', runs: runsOf(lines.join(' ')) }
    })
}
