import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attributeOf = ({ attrs }: Element, name: string): string => attrs.find((one) => one.name === name)?.value ?? ''

/** What is never part of what a reader sees. */
const unseen = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'object', 'iframe', 'svg', 'math'])

/** Elements that are paragraphs of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  'address article blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main p pre section table td th tr'.split(
    ' ',
  ),
)

export const isHidden = (element: Element): boolean =>
  unseen.has(element.tagName) || /display:\s*none|visibility:\s*hidden/i.test(attributeOf(element, 'style'))
