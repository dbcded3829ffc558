import type { PDFDocumentProxy } from 'pdfjs-dist'
// The bundler gives the address of the file.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** The library that shows PDFs, with its own thread; loaded when the first document is looked at. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = workerAddress
  // The library takes the bytes away with it; ours are shown again when the window is drawn anew.
  const data = bytes.slice()
  return getDocument({ data, useWasm: false, useSystemFonts: false, isOffscreenCanvasSupported: false, verbosity: 0 }).promise
}

/** Begins to load the library while the first document is being written. */
export const warmPdf = (): void => void import('pdfjs-dist')

/** What paints a page, and lays its words over it for reading, finding and copying. */
export const textLayer = async () => (await import('pdfjs-dist')).TextLayer
