const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Words as they stand in XML. */
const escape = (words: string): string => words.replace(/[&<>]/g, (character) => escapes[character] ?? character)

/** Says that the file follows the accessibility standard ISO 14289-1. Tests look at the content: the claim alone proves nothing. */
const accessibility = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `

/**
 * Makes the document write well-formed XMP. pdfkit puts the title and its neighbours between tags as they are, so that an `&` or `<`
 * spoils all of the metadata; the file's own properties must still hold the plain words.
 */
export function completeMetadata(document: PDFKit.PDFDocument): void {
  const endMetadata = document.endMetadata.bind(document)
  document.endMetadata = () => {
    const plain = document.info
    document.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escape(value) : value]),
    )
    document.appendXML(accessibility)
    endMetadata()
    document.info = plain
  }
}
