import { oc } from '@orpc/contract'
import { identity, knownKey } from '../exchange/signature.ts'
import { z } from '../lib/zod.ts'
import { author } from '../model/author.ts'
import { writeErrors } from './errors.ts'

/** Who works at this desk, and the key that signs for them. */
export const deskIdentity = z.object({
  /** The author of what is written here, with the key's fingerprint; null before anybody said who they are. */
  author: author.nullable(),
  /**
   * Where the private key is: the system's secret store, a file that only the user can read, or `locked` when it was made in the system's secret
   * store and this shell cannot open it (files then go out unsigned). Null before there is one: it is made with the first `set`.
   */
  key: z.enum(['system', 'file', 'locked']).nullable(),
})
export type DeskIdentity = z.infer<typeof deskIdentity>

export const identityContract = {
  get: oc.output(deskIdentity),
  /** Says who works here. Past proposals keep the name that they were made under. */
  set: oc
    .input(identity.extend({ delegation: z.string().trim().min(1) }))
    .output(deskIdentity)
    .errors(writeErrors),
  /** Keys of others that signed files received here, by the name they came under. */
  knownKeys: oc.output(z.array(knownKey)),
  /** Forgets a key: the next file that it signed counts as by an unknown one. */
  forgetKey: oc
    .input(z.object({ fingerprint: z.string() }))
    .output(z.array(knownKey))
    .errors(writeErrors),
}
