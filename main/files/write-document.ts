import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import { printPdf } from './pdf/print.ts'
import type { Paper } from './pdf/sheet.ts'

/** Kinds of files that any document made of blocks can be written as. */
const writers = {
  '.pdf': async (document: DocumentBlocks, paper: Paper) => (await printPdf(document, paper)).bytes,
  '.docx': async (document: DocumentBlocks, paper: Paper) => (await import('./docx/write-docx.ts')).writeDocx(document, paper),
  '.html': async (document: DocumentBlocks) => new TextEncoder().encode((await import('./html/write-html.ts')).writeHtml(document)),
} as const satisfies Readonly<Record<string, (document: DocumentBlocks, paper: Paper) => Promise<Uint8Array>>>

export type DocumentEnding = keyof typeof writers

const endings = Object.keys(writers) as DocumentEnding[]

/** The kind of document that a file's name asks for by its ending; null when there is none. */
export const documentEndingOf = (name: string): DocumentEnding | null =>
  endings.find((ending) => name.toLowerCase().endsWith(ending)) ?? null

/** Writes a document as a file of that kind. */
export const writeDocument = (ending: DocumentEnding, document: DocumentBlocks, paper: Paper): Promise<Uint8Array> =>
  writers[ending](document, paper)
