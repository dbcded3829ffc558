import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { contract } from '#shared/contract/contract.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { aBuiltWindow, aRouter } from './a-window.ts'
import { FakeContents, FakePort, FakeWindow, app, fakeElectron, ipcMain, pages } from './fake-electron.ts'

vi.mock('electron', () => fakeElectron)
const { electronMenu, openElectronWindow, prepareElectron } = await import('../../../main/shells/electron.ts')

beforeEach(() => {
  vi.clearAllMocks()
  FakeWindow.made.length = 0
  app.removeAllListeners()
  ipcMain.removeAllListeners()
})

async function open(stateFile = join(temporaryFolder(), 'window.json')) {
  const { router, store } = await aRouter('electron', { menu: electronMenu() })
  const onFile = vi.fn()
  prepareElectron()
  await openElectronWindow({ folder: aBuiltWindow(), preload: '/preload.cjs', router, stateFile, onFile })
  const [window] = FakeWindow.made
  if (window === undefined) throw new Error('No window was made.')
  return { window, store, stateFile, onFile }
}

/** The page's half of the port that a sender is given; null when it is given none. */
function connectAs(sender: { origin: string; parent: unknown } | null): FakePort | null {
  const given: FakePort[] = []
  const senderFrame = sender && { ...sender, postMessage: (_channel: string, _message: unknown, ports: FakePort[]) => given.push(...ports) }
  ipcMain.emit('mandato:connect', { senderFrame })
  return given[0] ?? null
}

describe('the window', () => {
  test('is sandboxed and isolated, with no Node and no web security switched off', async () => {
    const { window } = await open()
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      preload: '/preload.cjs',
    })
    expect(window.options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  test('shows the page of our own scheme, which has the rights of https and no more', async () => {
    const { window } = await open()
    expect(window.loadURL).toHaveBeenCalledWith('app://mandato/')
    expect(fakeElectron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    expect(window.show).toHaveBeenCalled()
  })

  test('remembers where it stood, and forgets a place that no screen shows', async () => {
    const { window, stateFile } = await open()
    expect(window.options).toMatchObject({ width: 1280, height: 860 })
    window.emit('close')
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toEqual({ x: 10, y: 20, width: 900, height: 700, maximized: false })
    FakeWindow.made.length = 0
    expect((await open(stateFile)).window.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 })
    for (const useless of ['{"x":9000,"y":0,"width":900,"height":700,"maximized":false}', '{"x":1}', 'half a fi']) {
      writeFileSync(stateFile, useless)
      FakeWindow.made.length = 0
      expect((await open(stateFile)).window.options).toMatchObject({ width: 1280, height: 860 })
    }
  })

  test('has a menu of standard entries', async () => {
    await open()
    const [template = []] = fakeElectron.Menu.buildFromTemplate.mock.lastCall ?? []
    expect(template.map(({ role, label }) => role ?? label)).toEqual(expect.arrayContaining(['fileMenu', 'editMenu', 'View', 'windowMenu']))
    expect(JSON.stringify(template)).not.toMatch(/reload|toggleDevTools/i)
  })

  test('has the commands that its page sends between them, and says which was chosen', async () => {
    await open()
    const port = connectAs({ origin: 'app://mandato', parent: null })
    if (port === null) throw new Error('No port was given.')
    port.start()
    onTestFinished(() => port.close())
    const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port as never }))
    await client.menu.show([
      { id: 'other', title: 'Filas', entries: [{ id: 'move-up', label: 'Subir la fila', keys: 'Alt+↑', enabled: false }] },
      {
        id: 'view',
        title: 'Ver',
        entries: [
          { id: 'palette', label: 'Buscar', keys: 'Ctrl+K', enabled: true },
          { id: 'view-text', label: 'Mostrar Texto', keys: null, enabled: true },
        ],
      },
    ])
    const [template = []] = fakeElectron.Menu.buildFromTemplate.mock.lastCall ?? []
    const names = process.platform === 'darwin' ? ['appMenu'] : []
    expect(template.map(({ role, label }) => role ?? label)).toEqual([...names, 'fileMenu', 'editMenu', 'Filas', 'Ver', 'windowMenu'])
    const entries = (label: string) => {
      const menu = template.find((one) => one.label === label)?.submenu
      return Array.isArray(menu) ? menu : []
    }
    // The keys are shown; the page answers to them.
    expect(entries('Filas')).toMatchObject([{ label: 'Subir la fila', accelerator: 'Alt+Up', registerAccelerator: false, enabled: false }])
    expect(entries('Ver').map(({ label, role, type, accelerator }) => label ?? role ?? type ?? accelerator)).toEqual([
      'Buscar',
      'Mostrar Texto',
      'separator',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'separator',
      'togglefullscreen',
    ])
    expect(entries('Ver')[0]).toMatchObject({ accelerator: 'CmdOrCtrl+K' })
    expect(entries('Ver')[1]).not.toHaveProperty('accelerator')
    const chosen = await client.menu.chosen()
    entries('Ver')[1]?.click?.(null as never, undefined, null as never)
    expect(await chosen.next()).toMatchObject({ value: 'view-text' })
    await chosen.return?.()
  })

  test('comes forward when a second copy is started, and its closing ends the program', async () => {
    const { window, onFile } = await open()
    app.emit('second-instance', {}, ['/mandato', '--flag=x.mandato', 'my plan.mandato', 'letter.txt'], '/home/ana')
    expect(onFile.mock.calls).toEqual([[resolve('/home/ana/my plan.mandato')]])
    expect(window.restore).toHaveBeenCalled()
    expect(window.focus).toHaveBeenCalled()
    app.emit('window-all-closed')
    expect(app.quit).toHaveBeenCalledTimes(process.platform === 'darwin' ? 0 : 1)
  })
})

describe('the page', () => {
  const answer = async (url: string, init?: RequestInit) => {
    const [scheme, handler] = pages.protocol.handle.mock.lastCall ?? []
    expect(scheme).toBe('app')
    if (handler === undefined) throw new Error('No handler.')
    return handler(new Request(url, init))
  }

  test('is served with a strict policy', async () => {
    await open()
    const response = await answer('app://mandato/')
    expect(await response.text()).toContain('<title>Window</title>')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:|ws:/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.for([
    'app://mandato/..%2fsecret.html',
    'app://mandato/%2e%2e/secret.html',
    'app://mandato/../secret.html',
    'app://mandato/assets/..%5c..%5csecret.html',
    'app://mandato/notes.txt',
    'app://mandato/etc/passwd',
    'app://other/index.html',
    'app://mandato.evil/index.html',
  ])('is not %s', async (url) => {
    await open()
    const response = await answer(url)
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  test('is granted no permission and no device, and reaches no network', async () => {
    await open()
    const decide = vi.fn()
    const ask = pages.setPermissionRequestHandler.mock.lastCall?.[0]
    for (const permission of ['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal'] as const) {
      ask?.(null as never, permission, decide, {} as never)
    }
    expect(decide.mock.calls).toEqual(Array.from({ length: 5 }, () => [false]))
    expect(pages.setPermissionCheckHandler.mock.lastCall?.[0]?.(null, 'media', 'app://mandato', {} as never)).toBe(false)
    expect(pages.setDevicePermissionHandler.mock.lastCall?.[0]?.({} as never)).toBe(false)
    const cancelled = (url: string) => {
      const answered = vi.fn()
      pages.webRequest.onBeforeRequest.mock.lastCall?.[0]({ url }, answered)
      return answered.mock.lastCall?.[0].cancel
    }
    expect(['https://example.org/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'ftp://x/'].map(cancelled)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['app://mandato/', 'blob:app://mandato/1', 'data:image/png,'].map(cancelled)).toEqual([false, false, false])
  })

  test('cannot leave, embed or open anything; links go to the programs meant for them', async () => {
    await open()
    const contents = new FakeContents()
    app.emit('web-contents-created', {}, contents)
    const prevented = (event: string, url: string) => {
      const preventDefault = vi.fn()
      contents.emit(event, { url, preventDefault })
      return preventDefault.mock.calls.length === 1
    }
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(
        ['https://evil.example/', 'app://mandato.evil/', 'file:///etc/passwd', 'app:mandato', 'javascript:1'].map((url) =>
          prevented(event, url),
        ),
      ).toEqual(Array.from({ length: 5 }, () => true))
      expect(prevented(event, 'app://mandato/')).toBe(false)
    }
    expect(prevented('will-attach-webview', '')).toBe(true)
    const opened = ['https://www.oas.org/', 'http://www.oas.org/', 'mailto:cam@oas.org']
    const refused = ['file:///etc/passwd', 'javascript:alert(1)', 'app://mandato/', 'smb://x/y', 'ms-msdt:/id', 'vscode://x', 'no url']
    for (const url of [...opened, ...refused]) expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(fakeElectron.shell.openExternal.mock.calls).toEqual(opened.map((url) => [url]))
  })
})

describe('the port', () => {
  test('is given to our page alone', async () => {
    await open()
    expect(connectAs({ origin: 'https://evil.example', parent: null })).toBeNull()
    expect(connectAs({ origin: 'app://mandato.evil', parent: null })).toBeNull()
    expect(connectAs({ origin: 'app://mandato', parent: {} })).toBeNull()
    expect(connectAs(null)).toBeNull()
    expect(connectAs({ origin: 'app://mandato', parent: null })).toBeInstanceOf(FakePort)
  })

  test('speaks the whole contract, streams and files among it', async () => {
    const { store } = await open()
    const port = connectAs({ origin: 'app://mandato', parent: null })
    if (port === null) throw new Error('No port was given.')
    port.start()
    onTestFinished(() => port.close())
    const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port as never }))
    expect(await client.app.info()).toMatchObject({ shell: 'electron', storePath: store.folder })
    const changes = await client.events.watch()
    const { planId } = await client.library.create({ title: 'Over the port', term: null, language: 'pt' })
    expect(await changes.next()).toMatchObject({ value: { kind: 'library-changed', planId } })
    await changes.return?.()
  })
})
