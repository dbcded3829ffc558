import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client'
import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '#shared/contract/contract.ts'
import { plainJsonSerializer } from '#shared/contract/plain-json.ts'
import { type Refused, refused } from '#shared/contract/errors.ts'

/** The main process as the window sees it. */
export type Api = ContractRouterClient<typeof contract>

export type ConnectionState = 'connecting' | 'open' | 'lost'

type Link = ClientLink<ClientContext>

const customJsonSerializers = [plainJsonSerializer]

let client: Api | null = null

/** The main process. Calls made while the connection is down wait for it to come back. */
export function api(): Api {
  if (client === null) throw new Error('The window is not connected yet.')
  return client
}

/** Gives the window its main process. Tests pass one that lives in memory. */
export function provideApi(provided: Api): void {
  client = provided
}

/** Connects to whichever shell shows this window, and stays connected: a socket that closes is opened again. */
export function connect(onState: (state: ConnectionState) => void): void {
  provideApi(createORPCClient(location.protocol.startsWith('http') ? socketLink(onState) : portLink(onState)))
}

/** Electron: the preload script hands the page one message port. */
function portLink(onState: (state: ConnectionState) => void): Link {
  const { promise, resolve } = Promise.withResolvers<Link>()
  window.addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.source !== window || event.data !== 'mandato:port' || port === undefined) return
    port.start()
    onState('open')
    resolve(new PortLink({ port, customJsonSerializers }))
  })
  return new DynamicLink(() => promise)
}

const firstRetry = 250
const slowestRetry = 5000

/** Loopback: a socket at `/rpc` of the page's own host, admitted by the session's cookie. */
function socketLink(onState: (state: ConnectionState) => void): Link {
  let open = Promise.withResolvers<Link>()
  let wait = firstRetry
  const dial = () => {
    const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')))
    socket.binaryType = 'arraybuffer'
    const link = new SocketLink({ websocket: socket, customJsonSerializers })
    let opened = false
    socket.addEventListener('open', () => {
      opened = true
      wait = firstRetry
      open.resolve(link)
      onState('open')
    })
    socket.addEventListener('close', () => {
      // Calls that wait for a first opening keep waiting on the same promise.
      if (opened) open = Promise.withResolvers<Link>()
      onState('lost')
      setTimeout(dial, wait)
      wait = Math.min(wait * 2, slowestRetry)
    })
  }
  dial()
  return new DynamicLink(() => open.promise)
}

/** A refusal that the contract declares: its code and the data its sentence needs. Null for a lost connection or a bug. */
export function refusal(error: unknown): { readonly code: string; readonly data: Readonly<Record<string, unknown>> } | null {
  if (!(error instanceof ORPCError) || !error.defined) return null
  const data: unknown = error.data
  return { code: error.code, data: typeof data === 'object' && data !== null ? { ...data } : {} }
}

/** Why a file was refused; null where the refusal was of another kind, or none. */
export function refusedFile(error: unknown): Refused | null {
  const why = refused.safeParse(refusal(error)?.data)
  return why.success ? why.data : null
}

/** Whether the main process answered with a refusal of its own, declared or not, rather than not at all. */
export const answered = (error: unknown): boolean => error instanceof ORPCError
