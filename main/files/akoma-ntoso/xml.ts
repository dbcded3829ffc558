/** A piece of XML: an element with its attributes and content, or words. */
export type Xml = string | Element

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly content: readonly Xml[]
}

/** An element; attributes without a value are left out. */
export const element = (name: string, attributes: Element['attributes'] = {}, content: readonly Xml[] = []): Element => ({
  name,
  attributes,
  content,
})

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they may stand in XML 1.0: signs escaped, and without the characters that no document may hold. */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** The XML as text. Nothing is put in to make it pretty, since in mixed content a space is a word's end. */
export function writeXml(xml: Xml): string {
  if (typeof xml === 'string') return escaped(xml)
  const { name, attributes, content } = xml
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
  const tag = name + given.join('')
  return content.length === 0 ? `<${tag}/>` : `<${tag}>${content.map(writeXml).join('')}</${name}>`
}
