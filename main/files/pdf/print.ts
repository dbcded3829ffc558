import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import type { FontSource } from './fonts.ts'
import type { Paper } from './sheet.ts'
import type { Pdf } from './write-pdf.ts'

/** Opened at the first print and kept: opening fonts takes longer than setting a page. */
let fonts: FontSource | null = null

/**
 * Writes a document as a PDF with the fonts that come with the program. The writer and its libraries are loaded at the first call: a
 * program that prints nothing does not wait for them. Throws only when the fonts are not installed.
 */
export async function printPdf(document: DocumentBlocks, paper: Paper): Promise<Pdf> {
  const [{ writePdf }, { shippedFonts }] = await Promise.all([import('./write-pdf.ts'), import('./fonts.ts')])
  fonts ??= shippedFonts()
  return writePdf(document, { paper, fonts })
}
