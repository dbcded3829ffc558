import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, unknown>>

/** What a reader of XML wants to be told. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (words: string) => void
}

export const attribute = (attributes: Attributes, name: string): string | undefined => {
  const value = attributes[name]
  return typeof value === 'string' ? value : undefined
}

/** Elements of a real document stand in one another a few dozen deep. */
const deepest = 500

/** Reads XML from beginning to end. Throws where it is broken; entities of its own are refused, nothing is fetched. */
export function readXml(xml: string, { open, close, text }: XmlListener): void {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new Error('Elements stand too deep in one another.')
    open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    close?.(name)
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.write(xml).close()
}
