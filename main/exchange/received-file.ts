import { createHash } from 'node:crypto'
import { readFile as readPlanFileText, type ReadFile } from '#shared/exchange/plan-file.ts'
import type { PlanMode, Receipt } from '#shared/exchange/receipt.ts'
import type { KnownKey, SignatureState } from '#shared/exchange/signature.ts'
import { signedTextOf } from '#shared/exchange/signed-text.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { nameRefusal, refusal } from '#shared/locales/refusal.ts'
import type { Author } from '#shared/model/author.ts'
import type { Plan } from '#shared/model/plan.ts'
import { revisionName } from '#shared/model/revision.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { decodeText } from '../files/decode-text.ts'
import type { ReadError } from '../files/read-plan.ts'
import { largestFile, tooLarge } from '../files/read-source.ts'
import { judge, keyToRemember, type Trust } from './signing.ts'

/** A plan file as it came, with what its signature is worth here. */
export interface ReceivedFile {
  readonly name: string
  /** SHA-256 of its bytes. */
  readonly hash: string
  readonly file: ReadFile
  readonly sender: Author | null
  readonly signature: SignatureState
}

const startsWith = (bytes: Uint8Array, mark: string): boolean => Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

/** Whether bytes are those of a zip archive. */
const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')

/** Reads a plan file of any kind from its bytes. Never throws for what they hold. */
export function readReceived(bytes: Uint8Array, name: string, trust: Trust): Result<ReceivedFile, ReadError> {
  if (bytes.length > largestFile) return tooLarge(name)
  if (bytes.length === 0) return failure(refusal('empty', { name }))
  if (isArchive(bytes)) return failure(refusal('archive', { name }))
  const text = decodeText(bytes)
  if (!text.ok) return failure(refusal('not-a-plan-file', { name }))
  const read = readPlanFileText(text.value)
  if (!read.ok) return failure(nameRefusal(read.error, name))
  const sender = read.value.exportedBy ?? null
  const signature = judge(signedTextOf(text.value.replace(/^\ufeff/, '')), sender, trust)
  return success({ name, hash: createHash('sha256').update(bytes).digest('hex'), file: read.value, sender, signature })
}

/** Name of the newest revision of a plan: null when it has none, empty for the first issue. */
export function newestRevision(plan: Pick<Plan, 'revisions'>): string | null {
  const latest = latestRevision(plan)
  return latest === null ? null : revisionName(latest)
}

/** The receipt of a file, with the key to be remembered with it. */
export function receiptOf(
  { name, hash, file, sender, signature }: ReceivedFile,
  as: PlanMode | 'proposals',
  at: string,
): { readonly receipt: Receipt; readonly key: KnownKey | null } {
  const revision = file.kind === 'plan' ? newestRevision(file.plan) : null
  const receipt: Receipt = { at, fileName: name, hash, as, sender, exportedAt: file.exportedAt, revision, signature }
  return { receipt, key: keyToRemember(signature, sender, at) }
}
