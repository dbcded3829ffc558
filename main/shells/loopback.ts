import { RPCHandler } from '@orpc/server/ws'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { plainJsonSerializer } from '#shared/contract/plain-json.ts'
import type { Router } from '../api/router.ts'
import { largestFile } from '../files/read-source.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import { reportErrors } from './report.ts'
import { type Session, createSession } from './session.ts'
import { windowFiles } from './window-files.ts'

/*
 * Shows the window where Electron cannot: serves the built window and the contract's socket on 127.0.0.1, to one browser session.
 *
 * The page opens `ws://<its own host>/rpc` and speaks the contract over it. It needs no secret for that: the session's cookie goes along
 * by itself. Who may enter is decided on every request: the host asked for must be ours (a name that was made to point here is not),
 * the origin must be ours where one is sent and always for the socket (another site's page is not), and the cookie must be the one that
 * was given for the token. The token works once and stands in the address `entrance` alone.
 */

export interface LoopbackOptions {
  /** The built window. */
  readonly folder: string
  readonly router: Router
  /** Milliseconds without a window after which the last one counts as closed. A reload must fit in. */
  readonly grace?: number
  /** Called once, when the last window was closed. */
  readonly onDeserted: () => void
  /** Called when the token was exchanged. */
  readonly onEntered?: () => void
}

export interface Loopback {
  /** Opens the window, once. Holds the token: for the eyes of the user and of a file that only the user can read. */
  readonly entrance: string
  readonly port: number
  close(): Promise<void>
}

/** An import would read all that the module exports, and so load Node's own browser of a quarter of a megabyte that nothing here uses. */
const { createServer } = process.getBuiltinModule('node:http')

/** The largest file that an import takes, and room for what it is wrapped in. */
const largestMessage = largestFile + 1024 * 1024

/** Windows at once; more is no person at a desk. */
const mostWindows = 16

const page = (title: string, text: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}<title>${title}</title></head><body><p>${text}</p></body></html>`

// The page is reached from outside (a file, a terminal), so its cookie would not go along with a redirect. A refresh is the page's own.
const enteredPage = page('Mandato', 'Mandato opens …', '<meta http-equiv="refresh" content="0;url=/">')
const strangerPage = page(
  'Mandato',
  'This address answers only to the window that Mandato opened. Close this page and start Mandato again.',
)

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Starts serving at a random port. */
export async function startLoopback({ folder, router, grace = 5000, onDeserted, onEntered }: LoopbackOptions): Promise<Loopback> {
  const files = windowFiles(folder)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })
  const handler = new RPCHandler(router, { interceptors: [reportErrors], customJsonSerializers: [plainJsonSerializer] })
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 10_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const { port } = address
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const session: Session = createSession(port)
  const headers = securityHeaders(contentSecurityPolicy(`ws://${host}`))

  function answer(response: ServerResponse, status: number, body: string | Buffer = '', more: Record<string, string> = {}): void {
    response.writeHead(status, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      ...more,
    })
    response.end(response.req.method === 'HEAD' ? '' : body)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers: sent, url = '' } = request
    if (sent.host !== host) return answer(response, 421)
    if (sent.origin !== undefined && sent.origin !== origin) return answer(response, 403)
    if (method !== 'GET' && method !== 'HEAD') return answer(response, 405, '', { allow: 'GET, HEAD', connection: 'close' })
    if (sent['transfer-encoding'] !== undefined || (sent['content-length'] ?? '0') !== '0') {
      return answer(response, 413, '', { connection: 'close' })
    }
    const admitted = session.admits(sent.cookie)
    const [path = '', query = ''] = url.split('?', 2)
    if (path === '/session' && method === 'GET') {
      if (admitted) return answer(response, 200, enteredPage)
      const cookie = session.exchange(new URLSearchParams(query).get('token') ?? '')
      if (cookie === null) return answer(response, 403, strangerPage)
      onEntered?.()
      return answer(response, 200, enteredPage, { 'set-cookie': cookie })
    }
    if (!admitted) return answer(response, 403, strangerPage)
    const file = files.get(path)
    if (file === undefined) return answer(response, 404)
    answer(response, 200, await readFile(file.path), { 'content-type': file.type })
  }

  server.on('request', (request, response) => {
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else answer(response, 500)
    })
  })

  let deserted: NodeJS.Timeout | undefined
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const { headers: sent, url } = request
    if (sent.host !== host) return refuseUpgrade(socket, '421 Misdirected Request')
    if (sent.origin !== origin || !session.admits(sent.cookie)) return refuseUpgrade(socket, '403 Forbidden')
    if (url !== '/rpc') return refuseUpgrade(socket, '404 Not Found')
    if (sockets.clients.size >= mostWindows) return refuseUpgrade(socket, '503 Service Unavailable')
    sockets.handleUpgrade(request, socket, head, (window) => {
      clearTimeout(deserted)
      // A message too large or malformed closes its socket; without a listener it would end the process.
      window.on('error', () => window.terminate())
      window.on('close', () => {
        clearTimeout(deserted)
        if (sockets.clients.size === 0) deserted = setTimeout(onDeserted, grace)
      })
      void handler.upgrade(window)
    })
  })

  return {
    entrance: `${origin}/session?token=${session.token}`,
    port,
    async close() {
      for (const window of sockets.clients) window.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      clearTimeout(deserted)
    },
  }
}
