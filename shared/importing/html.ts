import { defaultTreeAdapter, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, parse, type TreeAdapter } from 'parse5'
import { isSafeLink } from '../lib/links.ts'
import { failure, type Result, success } from '../lib/result.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attributeOf = ({ attrs }: Element, name: string): string => attrs.find((one) => one.name === name)?.value ?? ''

/** What is never part of what a reader sees. */
export const unseen: ReadonlySet<string> = new Set(
  'script style head title meta link template noscript object iframe svg math select textarea'.split(' '),
)

/** Elements that are paragraphs of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  'address article blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main p pre section table td th tr'.split(
    ' ',
  ),
)

export const isHidden = (element: Element): boolean =>
  unseen.has(element.tagName) || /display:\s*none|visibility:\s*hidden/i.test(attributeOf(element, 'style'))

/** How words are set apart from those around them. */
export interface Looks {
  readonly bold: boolean
  readonly italic: boolean
  /** Where a click leads; null for words that are no link. */
  readonly href: string | null
}

export const plainLooks: Looks = { bold: false, italic: false, href: null }

/** How an element sets its words, inside one that sets them so already. */
export function looksOf(element: Element, { bold, italic, href }: Looks): Looks {
  const { tagName } = element
  const style = attributeOf(element, 'style')
  const weight = /font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]
  const slope = /font-style:\s*(italic|oblique|normal)/i.exec(style)?.[1]
  const address = tagName === 'a' ? attributeOf(element, 'href').trim() : ''
  return {
    bold: weight === undefined ? bold || tagName === 'b' || tagName === 'strong' : weight.toLowerCase() === 'bold' || Number(weight) >= 600,
    italic: slope === undefined ? italic || tagName === 'i' || tagName === 'em' : slope.toLowerCase() !== 'normal',
    href: isSafeLink(address) && !/\s/.test(address) ? address : href,
  }
}

/** Elements of a real page stand in one another a few dozen deep; browsers stop at 512. */
const deepest = 500

/** LibreOffice saves a row as some fifty nodes: a plan of five thousand rows has a quarter of these. */
const mostNodes = 1_000_000

class Refused extends Error {
  readonly why: 'too-deep' | 'too-large'

  constructor(why: Refused['why']) {
    super(why)
    this.why = why
  }
}

/** Builds the tree of a page as far as a page may go. */
function boundedTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let [depth, nodes] = [0, 0]
  const count = (): void => {
    if (++nodes > mostNodes) throw new Refused('too-large')
  }
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > deepest) throw new Refused('too-deep')
    },
    onItemPop: () => {
      depth--
    },
    createElement: (...element) => {
      count()
      return defaultTreeAdapter.createElement(...element)
    },
    insertText: (...text) => {
      count()
      defaultTreeAdapter.insertText(...text)
    },
    createCommentNode: (data) => {
      count()
      return defaultTreeAdapter.createCommentNode(data)
    },
  }
}

/**
 * Parses HTML as browsers do, whatever it leaves open or closes in the wrong order. Nothing of it is run, fetched or shown: readers take its words.
 * What nests without end or holds more than any plan is refused.
 */
export function parseHtml(html: string): Result<readonly Node[], 'too-deep' | 'too-large'> {
  try {
    return success(parse(html, { treeAdapter: boundedTree() }).childNodes)
  } catch (error) {
    if (error instanceof Refused) return failure(error.why)
    throw error
  }
}
