import { plainJson } from '#shared/contract/plain-json.ts'
import { createRegister, type Register } from '#shared/register/register.ts'
import type { Store } from '../store/open.ts'
import { type Services, server } from './services.ts'

/** Instruments sent in one go: few enough that an edit never waits for them. */
const atOnce = 50

/** The register of instruments. */
export const registerApi = ({ store }: Services) => ({
  page: server.register.page.handler(({ input }) => {
    const { instruments, next } = store.instrumentsAfter(input.after, atOnce)
    return { instruments: plainJson(instruments), next }
  }),
  learn: server.register.learn.handler(({ input, errors }) => {
    const outcome = store.learn(input.instruments)
    if (outcome.ok) return { learned: outcome.value }
    throw errors.NOT_SAVED({ data: { cause: outcome.error.cause } })
  }),
  search: server.register.search.handler(({ input }) => store.search(input.query, input.language, input.count)),
})

/** The register for looking things up, made when it is first asked for and anew after the store learned something. */
export function registerOf(store: Store): () => Register {
  let register: Register | null = null
  store.subscribe(({ kind }) => {
    if (kind === 'library-changed') register = null
  })
  return () => (register ??= createRegister(store.instruments()))
}
