/** What pdfkit 0.20 has and its published types, of an older version, lack. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    scope?: 'Column' | 'Row' | 'Both'
  }
}

declare namespace PDFKit {
  interface PDFStructureElement {
    /** The element's own object in the file. */
    readonly dictionary: { readonly data: Record<string, unknown> }
  }
}
