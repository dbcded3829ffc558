import { RPCHandler } from '@orpc/server/message-port'
import {
  BrowserWindow,
  Menu,
  MessageChannelMain,
  type Session,
  app,
  dialog,
  ipcMain,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { plainJsonSerializer } from '#shared/contract/plain-json.ts'
import type { Router } from '../api/router.ts'
import type { SecretBox } from '../exchange/keyring.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import { reportErrors } from './report.ts'
import { type SystemMenu, systemMenu } from './system-menu.ts'
import { type WindowFile, windowFiles } from './window-files.ts'
import { readWindowState, writeWindowState } from './window-state.ts'

/*
 * Shows the window in Electron. With the preload script and the start-up file the only place that imports it, and kept small, because it
 * can be tried only where Electron's runtime is installed. The page is at `app://mandato/`; it receives one message port from the preload
 * script and speaks the contract over it.
 */

const scheme = 'app'
const origin = `${scheme}://mandato`

export interface ElectronOptions {
  /** The built window. */
  readonly folder: string
  readonly preload: string
  readonly router: Router
  /** Where the window's place on the screen is remembered. */
  readonly stateFile: string
  /** Called with each plan file that the user opens with the program while it runs. */
  readonly onFile: (path: string) => void
}

/** What must be said before Electron is ready: the window's own scheme, with the rights of an https page. */
export function prepareElectron(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  // Whatever page is ever made, here or by a mistake elsewhere, may not leave, open, embed or be granted anything.
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
    const stay = (event: { readonly url: string; preventDefault: () => void }) => {
      if (!isOurs(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

const isOurs = (url: string): boolean => URL.canParse(url) && url.startsWith(`${origin}/`)

/** Opens a link that the user clicked in the program meant for it. Only addresses that a browser or a mail program opens. */
function openOutside(url: string): void {
  const protocols = ['https:', 'http:', 'mailto:']
  if (URL.canParse(url) && protocols.includes(new URL(url).protocol)) void shell.openExternal(url)
}

/** Answers the window's requests from its built files; anything else is not found. */
function serveWindow(files: ReadonlyMap<string, WindowFile>): (request: Request) => Promise<Response> {
  const headers = securityHeaders(contentSecurityPolicy())
  return async ({ url, method }) => {
    const file = isOurs(url) && method === 'GET' ? files.get(new URL(url).pathname) : undefined
    if (file === undefined) return new Response(null, { status: 404, headers })
    return new Response(new Uint8Array(await readFile(file.path)), { headers: { ...headers, 'content-type': file.type } })
  }
}

/** A session that grants nothing and reaches nothing: no permission, no device, no network. */
function closeSession(pages: Session): void {
  pages.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  pages.setPermissionCheckHandler(() => false)
  pages.setDevicePermissionHandler(() => false)
  const permitted = [`${scheme}:`, 'blob:', 'data:', 'devtools:']
  pages.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !permitted.some((prefix) => url.startsWith(prefix)) }))
}

/** Hands each page of ours one port of its own, over which the contract is served. */
function servePorts(router: Router): void {
  const handler = new RPCHandler(router, { interceptors: [reportErrors], customJsonSerializers: [plainJsonSerializer] })
  ipcMain.on('mandato:connect', ({ senderFrame }) => {
    // A frame inside the page, or a page that is not ours, gets no answer.
    if (senderFrame === null || senderFrame.parent !== null || senderFrame.origin !== origin) return
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1)
    port1.start()
    senderFrame.postMessage('mandato:port', null, [port2])
  })
}

/** The menu bar. */
export const electronMenu = (): SystemMenu =>
  systemMenu(process.platform, (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)))

function createWindow({ preload, stateFile }: ElectronOptions, pages: Session): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { maximized = false, ...bounds } = readWindowState(stateFile, screens) ?? { width: 1280, height: 860 }
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      session: pages,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  return window
}

/**
 * The operating system's secret store; null where there is none. On Linux without a keyring Electron would encrypt with a password that every
 * copy of it knows, which is no secret.
 */
export function systemSecrets(): SecretBox | null {
  const isSecret = process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  if (!safeStorage.isEncryptionAvailable() || !isSecret) return null
  return { seal: (text) => safeStorage.encryptString(text), open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)) }
}

/** Asks for a folder with the system's own dialog; null when it was left without one. */
export async function askForFolder(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] })
  return filePaths[0] ?? null
}

/** The plan files among a program's arguments. Chromium adds arguments of its own, so a file is known by its ending. */
export const planFilesIn = (argv: readonly string[]): string[] => argv.slice(1).filter((argument) => /^[^-].*\.mandato$/i.test(argument))

/** Opens the window; call once, when Electron is ready. */
export async function openElectronWindow(options: ElectronOptions): Promise<void> {
  const pages = session.fromPartition('persist:mandato')
  closeSession(pages)
  pages.protocol.handle(scheme, serveWindow(windowFiles(options.folder)))
  servePorts(options.router)
  const open = async () => {
    const window = createWindow(options, pages)
    await window.loadURL(`${origin}/`)
  }
  app.on('second-instance', (_event, argv, from) => {
    for (const path of planFilesIn(argv)) options.onFile(resolve(from, path))
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  // On macOS a program lives on without a window, and clicking its icon brings one back.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  await open()
}
