import type { DocumentOptions } from '#shared/contract/documents.ts'
import type { FormatName } from '#shared/documents/format-names.ts'
import { api } from '../../api.ts'

/** A document as the main process wrote it. */
export interface WrittenDocument {
  readonly file: File
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Null where the reader's program makes the pages. */
  readonly pages: number | null
  readonly missingCharacters: readonly string[]
  readonly leftOut: readonly string[]
}

interface Waiting {
  /** Told how much of the work is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Aborted when nobody waits for the document any longer. */
  readonly signal?: AbortSignal
}

/** Has a document written and waits for it. Throws when it cannot be written, or when the signal says that nobody waits. */
export async function writeDocument(
  planId: string,
  format: FormatName,
  options: DocumentOptions,
  { onProgress, signal }: Waiting = {},
): Promise<WrittenDocument> {
  const stream = await api().documents.write({ planId, format, options }, signal === undefined ? {} : { signal })
  for await (const news of stream) {
    if (news.kind === 'progress') {
      onProgress?.(news.share)
      continue
    }
    const { name, mediaType, base64, pages, missingCharacters, leftOut } = news
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    return { file: new File([bytes], name, { type: mediaType }), bytes, pages, missingCharacters, leftOut }
  }
  throw new Error('The document did not come.')
}
