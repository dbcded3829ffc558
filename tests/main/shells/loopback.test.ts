import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { connect as connectSocket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { contract } from '#shared/contract/contract.ts'
import { plainJsonSerializer } from '#shared/contract/plain-json.ts'
import { type LoopbackOptions, startLoopback } from '../../../main/shells/loopback.ts'
import { aBuiltWindow, aRouter } from './a-window.ts'

async function start(more: Partial<LoopbackOptions> = {}) {
  const { router, store } = await aRouter()
  const onDeserted = vi.fn()
  const loopback = await startLoopback({ folder: aBuiltWindow(), router, onDeserted, ...more })
  onTestFinished(() => loopback.close())
  const entrance = new URL(loopback.entrance)
  return { ...loopback, store, onDeserted, host: entrance.host, origin: entrance.origin, token: entrance.searchParams.get('token') ?? '' }
}
type Running = Awaited<ReturnType<typeof start>>

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A request exactly as given: nothing tidies the path or the headers. */
function ask({ port }: Running, path: string, options: RequestOptions = {}, body?: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
    )
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** Enters as the window does, and gives the cookie. */
async function enter(running: Running): Promise<string> {
  const { headers } = await ask(running, `/session?token=${running.token}`)
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** What became of opening the socket: `open`, or the refusal's status. */
function dial(
  running: Running,
  { path = '/rpc', ...headers }: Record<string, string>,
): Promise<{ outcome: string | number; socket: WebSocket }> {
  const { promise, resolve } = Promise.withResolvers<{ outcome: string | number; socket: WebSocket }>()
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}${path}`, { headers })
  onTestFinished(() => socket.terminate())
  socket.on('open', () => resolve({ outcome: 'open', socket }))
  socket.on('unexpected-response', (_request, response) => resolve({ outcome: response.statusCode ?? 0, socket }))
  socket.on('error', () => resolve({ outcome: 'error', socket }))
  return promise
}

describe('the way in', () => {
  test('exchanges the token for a cookie that scripts cannot read and other sites cannot send', async () => {
    const running = await start()
    const answer = await ask(running, `/session?token=${running.token}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toHaveLength(1)
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^mandato-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(answer.body).not.toContain(running.token)
  })

  test('takes the token once', async () => {
    const running = await start()
    await enter(running)
    const again = await ask(running, `/session?token=${running.token}`)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test('lets the same browser come back by the same address', async () => {
    const running = await start()
    const cookie = await enter(running)
    expect((await ask(running, `/session?token=${running.token}`, { headers: { cookie } })).status).toBe(200)
  })

  test.for(['', 'wrong', 'A'.repeat(43), '%00'])('refuses the token %j', async (token) => {
    const running = await start()
    const answer = await ask(running, `/session?token=${token}`)
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await ask(running, `/session?token=${running.token}`)).status).toBe(200)
  })

  test('tells when it was used, so that the file with the token can be removed', async () => {
    const onEntered = vi.fn()
    const running = await start({ onEntered })
    expect(onEntered).not.toHaveBeenCalled()
    await enter(running)
    expect(onEntered).toHaveBeenCalledTimes(1)
  })
})

describe('a request', () => {
  test('without the session gets nothing of the window', async () => {
    const running = await start()
    for (const path of ['/', '/index.html', '/assets/app-1a.js', '/nothing']) {
      const answer = await ask(running, path)
      expect(answer.status).toBe(403)
      expect(answer.body).not.toContain('Window')
    }
  })

  test.for(['mandato-1=x', 'mandato-{port}=', 'mandato-{port}=AAAA', 'mandato-{port}=a; mandato-{port}=b'])(
    'with the cookie %s is refused',
    async (cookie) => {
      const running = await start()
      await enter(running)
      expect((await ask(running, '/', { headers: { cookie: cookie.replaceAll('{port}', String(running.port)) } })).status).toBe(403)
    },
  )

  test('with a second cookie of the same name beside the right one is refused', async () => {
    const running = await start()
    const cookie = await enter(running)
    expect((await ask(running, '/', { headers: { cookie: `${cookie}; mandato-${running.port}=planted` } })).status).toBe(403)
  })

  test.for(['localhost:{port}', 'mandato.evil.example:{port}', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]:{port}'])(
    'for the host %j is refused, session or not',
    async (host) => {
      const running = await start()
      const cookie = await enter(running)
      const answer = await ask(running, '/', { headers: { host: host.replace('{port}', String(running.port)), cookie } })
      expect(answer.status).toBe(421)
      expect(answer.body).toBe('')
    },
  )

  test('from another origin is refused', async () => {
    const running = await start()
    const cookie = await enter(running)
    for (const origin of ['http://evil.example', 'null', `http://localhost:${running.port}`, 'http://127.0.0.1:1']) {
      expect((await ask(running, '/', { headers: { origin, cookie } })).status).toBe(403)
    }
  })

  test.for(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('by %s is refused', async (method) => {
    const running = await start()
    const cookie = await enter(running)
    const answer = await ask(running, '/', { method, headers: { cookie } })
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('GET, HEAD')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('with a body is refused', async () => {
    const running = await start()
    const cookie = await enter(running)
    const options = { headers: { cookie, 'content-length': '5' } }
    expect((await ask(running, '/', options, 'hello')).status).toBe(413)
  })

  test('whose headers are huge is refused and the next one is served', async () => {
    const running = await start()
    const cookie = await enter(running)
    expect((await ask(running, '/', { headers: { cookie, 'x-long': 'x'.repeat(20_000) } })).status).toBe(431)
    expect((await ask(running, '/', { headers: { cookie } })).status).toBe(200)
  })

  test('that is no HTTP, or smuggles a second header line, gets 400', async () => {
    const running = await start()
    const raw = (text: string) => {
      const { promise, resolve } = Promise.withResolvers<string>()
      const socket = connectSocket(running.port, '127.0.0.1', () => socket.write(text))
      let heard = ''
      socket.on('data', (part) => (heard += part.toString()))
      socket.on('close', () => resolve(heard))
      return promise
    }
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${running.host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 (400|403|421)/,
    )
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${running.host}\r\nX: a\rInjected: b\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/)
    const echoed = await raw(`GET /session?token=%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: ${running.host}\r\nConnection: close\r\n\r\n`)
    expect(echoed).toMatch(/^HTTP\/1.1 403/)
    expect(echoed.toLowerCase()).not.toContain('set-cookie')
  })
})

describe('what is served', () => {
  test('is the built window, with its types and strict headers', async () => {
    const running = await start()
    const cookie = await enter(running)
    const index = await ask(running, '/', { headers: { cookie } })
    expect([index.status, index.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(index.body).toContain('<title>Window</title>')
    const script = await ask(running, '/assets/app-1a.js?v=1', { headers: { cookie } })
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    const head = await ask(running, '/', { method: 'HEAD', headers: { cookie } })
    expect([head.status, head.body]).toEqual([200, ''])
  })

  test('carries a strict policy on every answer, refusals among them', async () => {
    const running = await start()
    const cookie = await enter(running)
    const answers = await Promise.all([
      ask(running, '/', { headers: { cookie } }),
      ask(running, '/'),
      ask(running, '/nothing', { headers: { cookie } }),
      ask(running, '/', { headers: { host: 'evil.example' } }),
      ask(running, '/', { method: 'POST' }),
    ])
    for (const { headers } of answers) {
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain(`connect-src 'self' ws://${running.host}`)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
    }
  })

  test.for([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/../../secret.html',
    '/assets/..%5c..%5csecret.html',
    '/..\\secret.html',
    '//secret.html',
    '//evil.example/index.html',
    '/./index.html',
    '/assets//app-1a.js',
    '/assets/',
    '/assets',
    '/index.html/',
    '/index.html%00.js',
    '/INDEX.HTML',
    '/notes.txt',
    '/etc/passwd',
    '/file:///etc/passwd',
    '/__proto__',
    '/constructor',
    '/rpc',
    'http://evil.example/',
  ])('does not include %s', async (path) => {
    const running = await start()
    const cookie = await enter(running)
    const answer = await ask(running, path, { headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('')
  })

  test('listens on this machine alone', async () => {
    const running = await start()
    expect(running.host).toBe(`127.0.0.1:${running.port}`)
    const other = Object.values((await import('node:os')).networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)
    if (other === undefined) return
    const { promise, resolve } = Promise.withResolvers<string>()
    const socket = connectSocket(running.port, other.address, () => resolve('connected'))
    socket.on('error', () => resolve('refused'))
    expect(await promise).toBe('refused')
    socket.destroy()
  })
})

describe('the socket', () => {
  test('speaks the contract to the session', async () => {
    const running = await start()
    const cookie = await enter(running)
    const { outcome, socket } = await dial(running, { origin: running.origin, cookie })
    expect(outcome).toBe('open')
    const client: ContractRouterClient<typeof contract> = createORPCClient(
      new RPCLink({ websocket: socket as unknown as globalThis.WebSocket, customJsonSerializers: [plainJsonSerializer] }),
    )
    expect(await client.app.info()).toMatchObject({ version: '1.2.3', shell: 'loopback' })
    const { planId } = await client.library.create({ title: 'Over the socket', term: null, language: 'es' })
    expect((await client.plan.open({ planId })).records[0]).toMatchObject({ title: 'Over the socket', language: 'es' })
  })

  test('is refused to other sites, to strangers, and at other paths', async () => {
    const running = await start()
    const cookie = await enter(running)
    const { origin } = running
    const outcomes = await Promise.all(
      [
        { cookie, origin: 'http://evil.example' },
        { cookie, origin: 'null' },
        { cookie, origin: `http://localhost:${running.port}` },
        { cookie },
        { origin },
        { origin, cookie: `mandato-${running.port}=guess` },
        { origin, cookie, host: 'evil.example' },
        { origin, cookie, host: `evil.example:${running.port}` },
        { origin, cookie, path: '/' },
        { origin, cookie, path: '/rpc/' },
        { origin, cookie, path: `/rpc?token=${running.token}` },
      ].map(async (headers) => (await dial(running, headers)).outcome),
    )
    expect(outcomes).toEqual([403, 403, 403, 403, 403, 403, 421, 421, 404, 404, 404])
  })

  test('that sends too much is closed and the others live on', async () => {
    const running = await start()
    const cookie = await enter(running)
    const [greedy, modest] = [
      await dial(running, { origin: running.origin, cookie }),
      await dial(running, { origin: running.origin, cookie }),
    ]
    const closed = new Promise((resolve) => greedy.socket.once('close', resolve))
    greedy.socket.on('error', () => {})
    greedy.socket.send(Buffer.alloc(66 * 1024 * 1024))
    await closed
    expect(modest.socket.readyState).toBe(WebSocket.OPEN)
  })

  test.for(['not json', '{}', '[]', '{"i":"1","t":9}', '\u0000'])('that sends %j ends nothing', async (nonsense) => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => quiet.mockRestore())
    const running = await start()
    const cookie = await enter(running)
    const { socket } = await dial(running, { origin: running.origin, cookie })
    socket.send(nonsense)
    await wait(50)
    expect((await ask(running, '/', { headers: { cookie } })).status).toBe(200)
  })

  test('is not given to more windows than a desk has', async () => {
    const running = await start()
    const cookie = await enter(running)
    const outcomes: (string | number)[] = []
    for (let count = 0; count < 17; count += 1) outcomes.push((await dial(running, { origin: running.origin, cookie })).outcome)
    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(16)
    expect(outcomes.at(-1)).toBe(503)
  })
})

describe('the last window', () => {
  test('may reload, and ends the program when it stays away', async () => {
    const running = await start({ grace: 150 })
    const cookie = await enter(running)
    await wait(200)
    expect(running.onDeserted).not.toHaveBeenCalled()
    const first = await dial(running, { origin: running.origin, cookie })
    first.socket.terminate()
    await wait(50)
    const reloaded = await dial(running, { origin: running.origin, cookie })
    await wait(200)
    expect(running.onDeserted).not.toHaveBeenCalled()
    reloaded.socket.terminate()
    await vi.waitFor(() => expect(running.onDeserted).toHaveBeenCalledTimes(1))
  })
})
