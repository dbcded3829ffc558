import { implement } from '@orpc/server'
import { contract } from '#shared/contract/contract.ts'
import type { DeskIdentity } from '#shared/contract/identity.ts'

const server = implement(contract)

const fingerprint = '0123 4567 89AB CDEF 0123 4567 89AB CDEF'

/** The exchange of files as a window without any sees it: nothing comes, and what goes is empty. */
export const memoryExchange = () => ({
  inspect: server.exchange.inspect.handler(({ errors }) => {
    throw errors.UNUSABLE_FILE({ data: { kind: 'memory', values: {}, sentence: 'Files cannot be read here.' } })
  }),
  receive: server.exchange.receive.handler(({ errors }) => {
    throw errors.UNUSABLE_FILE({ data: { kind: 'memory', values: {}, sentence: 'Files cannot be read here.' } })
  }),
  collect: server.exchange.collect.handler(() => ({ files: [] })),
  exportPlan: server.exchange.exportPlan.handler(() => ({ file: new File(['{}'], 'plan.mandato'), signed: false })),
  exportProposals: server.exchange.exportProposals.handler(({ errors }) => {
    throw errors.NOTHING_TO_SEND()
  }),
  exportRegister: server.exchange.exportRegister.handler(() => ({ file: new File(['{}'], 'register.mandato'), signed: false })),
  standing: server.exchange.standing.handler(() => ({ mode: 'own' as const, receipt: null, collected: [] })),
  recent: server.exchange.recent.handler(() => []),
  takeOpened: server.exchange.takeOpened.handler(() => ({ files: [] })),
  folder: server.exchange.folder.handler(() => ({ folder: null, files: [] })),
  setFolder: server.exchange.setFolder.handler(({ input }) => ({ folder: input.folder, files: [] })),
  chooseFolder: server.exchange.chooseFolder.handler(() => ({ available: false, folder: null })),
})

/** An identity that is kept until the test is over. */
export function memoryIdentity() {
  let desk: DeskIdentity = { author: null, key: null }
  return {
    get: server.identity.get.handler(() => desk),
    set: server.identity.set.handler(({ input }) => (desk = { author: { ...input, key: fingerprint }, key: 'file' })),
    knownKeys: server.identity.knownKeys.handler(() => []),
    forgetKey: server.identity.forgetKey.handler(() => []),
  }
}
