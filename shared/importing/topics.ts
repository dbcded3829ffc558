import { fold } from '../lib/text.ts'
import type { Block, Section } from '../model/section.ts'

const meeting = '(?:meetings?|sessions?|dialogues?|reunion(?:es|s)?|sesion(?:es)?|dialogos?|seances?|reunioes|reuniao|sessoes|sessao)'
const announcing =
  '(?:will|shall|are to|is to|would|plans to|se celebraran|se realizaran|se llevaran a cabo|celebrara|realizara|' +
  'se tiendront|seront|auront lieu|tiendra|serao|realizar-se-ao|realizara|celebrara)'

/** A sentence that announces meetings and ends in a colon: "Meetings will thus be held on:", in any order of its parts. */
const lead = new RegExp(
  `(?:\\b${meeting}\\b[^.:;]{0,200}\\b${announcing}\\b|\\b${announcing}\\b[^.:;]{0,200}\\b${meeting}\\b)[^.:;]{0,200}:`,
)

const closingMarks: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»' }

/** What stands in quotation marks; a straight mark closes a curly one. */
function quotedIn(text: string): string[] {
  const quoted: string[] = []
  for (let index = 0; index < text.length; index++) {
    const close = closingMarks[text.charAt(index)]
    if (close === undefined) continue
    const ends = [close, '"'].map((mark) => text.indexOf(mark, index + 1)).filter((end) => end > index)
    if (ends.length === 0) continue
    const end = Math.min(...ends)
    quoted.push(text.slice(index + 1, end))
    index = end
  }
  return quoted
}

const tidy = (topic: string): string =>
  topic
    .replace(/^[\s,;:“”"«»]+|[\s,;:.“”"«»]+$/gu, '')
    .replace(/^(?:and|y|et|e)\s+/iu, '')
    .replace(/^[\s“”"«»]+/u, '')

const topicsInLine = (text: string): string[] => {
  const quoted = quotedIn(text)
  return (quoted.length > 0 ? quoted : text.split(';')).map(tidy).filter((topic) => topic !== '')
}

/** Where the words that follow the announcement begin in a block's text, or null. Folding can change lengths, so the colons are counted. */
function afterLead(text: string): number | null {
  const found = lead.exec(fold(text))
  if (found === null) return null
  const colons =
    fold(text)
      .slice(0, found.index + found[0].length)
      .split(':').length - 1
  let position = -1
  for (let count = 0; count < colons; count++) position = text.indexOf(':', position + 1)
  return position + 1
}

function topicsOf(blocks: readonly Block[]): string[] {
  const topics: string[] = []
  let listing = false
  for (const { kind, text } of blocks) {
    const start = afterLead(text)
    if (start !== null) {
      const inLine = text.slice(start).trim()
      if (inLine !== '') for (const topic of topicsInLine(inLine)) topics.push(topic)
      listing = inLine === ''
    } else if (listing && kind === 'item') {
      const quoted = quotedIn(text)
      for (const topic of (quoted.length > 0 ? quoted : [text]).map(tidy)) if (topic !== '') topics.push(topic)
    } else {
      listing = false
    }
  }
  return topics
}

const read = new WeakMap<readonly Block[], readonly string[]>()

/** The topics of one section, read once as long as nothing in it changes. */
function topicsIn({ blocks }: Section): readonly string[] {
  let topics = read.get(blocks)
  if (topics === undefined) {
    topics = topicsOf(blocks)
    read.set(blocks, topics)
  }
  return topics
}

/**
 * The topics that a plan's text announces meetings on, in order: those in quotation marks, or parted by semicolons, after a sentence such as
 * "Meetings will thus be held on:", or the list lines below it. Words outside the marks ("(e.g., …)") are left out.
 */
export const announcedTopics = (sections: readonly Section[]): readonly string[] =>
  sections.filter(({ kind }) => kind === 'introduction' || kind === 'other').flatMap(topicsIn)
