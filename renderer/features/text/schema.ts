import { Mark, mergeAttributes, Node } from '@tiptap/core'
import { isSafeLink } from '#shared/lib/links.ts'

/** The whole section: blocks one after the other, as they are stored. Lists are lines with a depth; nothing nests. */
const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' })

const Text = Node.create({ name: 'text', group: 'inline' })

const tags: Readonly<Record<string, string>> = { paragraph: 'p', item: 'p', quotation: 'blockquote' }

/** A paragraph, heading, list line or quotation. */
const Block = Node.create({
  name: 'block',
  content: 'inline*',
  whitespace: 'pre',
  defining: true,
  addAttributes: () => ({
    id: { default: null },
    kind: { default: 'paragraph' },
    level: { default: 0 },
    marker: { default: 'none' },
  }),
  // What is pasted is read by our own reader; this form is only ever read back from what we drew.
  parseHTML: () => [{ tag: '[data-block]' }],
  renderHTML({ node: { attrs } }) {
    const { id, kind, level } = attrs
    const tag = kind === 'heading' ? `h${Math.min(6, 3 + Number(level))}` : (tags[String(kind)] ?? 'p')
    return [tag, { 'data-block': '', 'data-part': id, class: `block ${kind} level-${level}` }, 0]
  },
})

/** The mark of a footnote, which carries the note's text. Its number is drawn, not held. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  marks: '',
  addAttributes: () => ({ id: { default: null }, text: { default: '' } }),
  parseHTML: () => [{ tag: 'sup[data-note]' }],
  renderHTML: ({ node }) => ['sup', { 'data-note': node.attrs['id'] }],
})

const Bold = Mark.create({ name: 'bold', parseHTML: () => [{ tag: 'b' }], renderHTML: () => ['b', 0] })

const Italic = Mark.create({ name: 'italic', parseHTML: () => [{ tag: 'i' }], renderHTML: () => ['i', 0] })

/** A link shows where it leads and is opened on purpose only; one with another kind of address is shown as its words. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '', renderHTML: () => ({}) } }),
  parseHTML: () => [{ tag: 'a' }],
  renderHTML: ({ mark, HTMLAttributes }) => {
    const href = String(mark.attrs['href'])
    return isSafeLink(href) ? ['a', mergeAttributes(HTMLAttributes, { href, title: href }), 0] : ['span', HTMLAttributes, 0]
  },
})

export const textSchema = [Document, Text, Block, Footnote, Bold, Italic, Link]
