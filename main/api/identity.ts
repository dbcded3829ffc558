import type { DeskIdentity } from '#shared/contract/identity.ts'
import type { Author } from '#shared/model/author.ts'
import { attempt } from '../store/failure.ts'
import { type Services, server } from './services.ts'

/** Who works at this desk, as the author of what is written here; null before anybody said so. */
export function authorOf({ store, keys }: Pick<Services, 'store' | 'keys'>): Author | null {
  const who = store.identity()
  return who === null ? null : { ...who, key: keys.key()?.fingerprint ?? null }
}

/** Who works here, and the keys of others. */
export function identityApi({ store, keys }: Services) {
  const standing = (): DeskIdentity => ({ author: authorOf({ store, keys }), key: keys.place() })
  return {
    get: server.identity.get.handler(standing),

    set: server.identity.set.handler(({ input, errors }) => {
      const made = attempt(() => keys.make())
      if (!made.ok) throw errors.NOT_SAVED({ data: { cause: made.error.cause } })
      const saved = store.setIdentity(input)
      if (!saved.ok) throw errors.NOT_SAVED({ data: { cause: saved.error.cause } })
      return standing()
    }),

    knownKeys: server.identity.knownKeys.handler(() => store.knownKeys()),

    forgetKey: server.identity.forgetKey.handler(({ input, errors }) => {
      const forgotten = store.forgetKey(input.fingerprint)
      if (!forgotten.ok) throw errors.NOT_SAVED({ data: { cause: forgotten.error.cause } })
      return store.knownKeys()
    }),
  }
}
