import type { Author } from '#shared/model/author.ts'
import { openDialog } from '../app/dialogs.ts'
import { loadIdentity, useIdentity } from './identity.ts'

/** Those who wait for the reader to say who they are. */
let asking: ((author: Author | null) => void)[] = []

/** Who works here. Asks the first time; null when the reader leaves the question open. */
export async function whoIsHere(): Promise<Author | null> {
  if (!useIdentity.getState().known) await loadIdentity()
  const { author } = useIdentity.getState()
  if (author !== null) return author
  openDialog('identity')
  return new Promise((resolve) => asking.push(resolve))
}

/** Answers those who wait, once the dialog is closed. */
export function settleAsking(): void {
  const waiting = asking
  asking = []
  for (const answer of waiting) answer(useIdentity.getState().author)
}
