import { create } from 'zustand'
import type { DocumentOptions } from '#shared/contract/documents.ts'
import { writeDocument } from './write-document.ts'

/** What the preview shows, and what is on its way. */
interface Preview {
  readonly planId: string | null
  /** The PDF last written; it stays while the next one is on its way. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly missingCharacters: readonly string[]
  readonly state: 'idle' | 'working' | 'failed'
  /** How much of the next one is written, from 0 to 1. */
  readonly share: number
}

const nothing: Preview = { planId: null, bytes: null, missingCharacters: [], state: 'idle', share: 0 }

export const usePreview = create<Preview>(() => nothing)

/** Milliseconds to wait for the next key press before writing anew. */
const pause = 250

let current: AbortController | null = null

/** Has the document written anew. A later call takes the place of an earlier one, written or not. */
export async function refreshPreview(planId: string, options: DocumentOptions): Promise<void> {
  current?.abort()
  const own = new AbortController()
  current = own
  const shown = usePreview.getState()
  const isFirst = shown.planId !== planId || shown.bytes === null
  usePreview.setState({ ...(shown.planId === planId ? {} : nothing), planId, state: 'working', share: 0 })
  try {
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, pause))
    if (own.signal.aborted) return
    const { bytes, missingCharacters } = await writeDocument(planId, 'pdf', options, {
      signal: own.signal,
      onProgress: (share) => current === own && usePreview.setState({ share }),
    })
    if (current === own) usePreview.setState({ bytes, missingCharacters, state: 'idle', share: 1 })
  } catch {
    if (current === own) usePreview.setState({ state: 'failed' })
  }
}

/** Nobody looks any longer: what is on its way is given up, and what is shown is let go. */
export function leavePreview(): void {
  current?.abort()
  current = null
  usePreview.setState(nothing)
}
