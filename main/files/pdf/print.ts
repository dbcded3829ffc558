import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import type { Paper } from './sheet.ts'
import type { Pdf } from './write-pdf.ts'

/**
 * Writes a document as a PDF with the fonts that come with the program. The writer and its libraries are loaded at the first call: a
 * program that prints nothing does not wait for them. Throws only when the fonts are not installed.
 */
export async function printPdf(document: DocumentBlocks, paper: Paper, onProgress?: (share: number) => void): Promise<Pdf> {
  const [{ writePdf }, { shippedFonts }] = await Promise.all([import('./write-pdf.ts'), import('./fonts.ts')])
  return writePdf(document, { paper, fonts: shippedFonts(), ...(onProgress === undefined ? {} : { onProgress }) })
}
