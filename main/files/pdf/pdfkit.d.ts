/** What pdfkit 0.20 has and its published types, of an older version, lack. */
import type { Font } from 'fontkit'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes an opened font as well as the bytes of one. */
      registerFont(name: string, font: Font): this
    }

    interface StructureElementOptions {
      scope?: 'Column' | 'Row' | 'Both'
    }
  }

  namespace PDFKit {
    interface PDFStructureElement {
      /** The element's own object in the file. */
      readonly dictionary: { readonly data: Record<string, unknown> }
    }
  }
}
