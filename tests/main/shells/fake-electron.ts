import type * as electron from 'electron'
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'

/** One end of a channel as Electron's main process has it: events carry `data` and `ports`. */
export class FakePort extends EventEmitter {
  readonly #port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }
  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message)
  }
  close(): void {
    this.#port.close()
  }
}

export class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => unknown) | undefined
  readonly setWindowOpenHandler = vi.fn((handler: (details: { url: string }) => unknown) => {
    this.openHandler = handler
  })
}

export class FakeWindow extends EventEmitter {
  static readonly made: FakeWindow[] = []
  readonly webContents = new FakeContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly loadURL = vi.fn<Electron.BrowserWindow['loadURL']>(async () => void this.emit('ready-to-show'))
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  readonly maximize = vi.fn()
  isMaximized = () => false
  isMinimized = () => true
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 })
  static getAllWindows = () => FakeWindow.made
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    FakeWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
}

export const app = Object.assign(new EventEmitter(), { quit: vi.fn() })
export const ipcMain = new EventEmitter()

/** What the window's session was told. */
export const pages = {
  protocol: { handle: vi.fn<(scheme: string, handler: (request: Request) => Promise<Response>) => void>() },
  setPermissionRequestHandler: vi.fn<Electron.Session['setPermissionRequestHandler']>(),
  setPermissionCheckHandler: vi.fn<Electron.Session['setPermissionCheckHandler']>(),
  setDevicePermissionHandler: vi.fn<Electron.Session['setDevicePermissionHandler']>(),
  webRequest: {
    onBeforeRequest: vi.fn<(listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) => void>(),
  },
}

/** A stand-in for the `electron` module: members the shell uses, each recording what it was told. */
export const fakeElectron = {
  app,
  BrowserWindow: FakeWindow,
  dialog: { showOpenDialog: vi.fn<() => Promise<Electron.OpenDialogReturnValue>>(async () => ({ canceled: true, filePaths: [] })) },
  ipcMain,
  Menu: {
    setApplicationMenu: vi.fn(),
    buildFromTemplate: vi.fn((template: readonly Electron.MenuItemConstructorOptions[]) => ({ template })),
  },
  MessageChannelMain: class {
    readonly port1: FakePort
    readonly port2: FakePort
    constructor() {
      const channel = new MessageChannel()
      this.port1 = new FakePort(channel.port1)
      this.port2 = new FakePort(channel.port2)
    }
  },
  protocol: { registerSchemesAsPrivileged: vi.fn() },
  safeStorage: {
    isEncryptionAvailable: vi.fn(() => true),
    getSelectedStorageBackend: vi.fn<Electron.SafeStorage['getSelectedStorageBackend']>(() => 'gnome_libsecret'),
    encryptString: vi.fn((text: string) => Buffer.from(text, 'utf8').reverse()),
    decryptString: vi.fn((sealed: Buffer) => Buffer.from(sealed).reverse().toString('utf8')),
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  session: { fromPartition: vi.fn(() => pages) },
  shell: { openExternal: vi.fn(async () => {}) },
} satisfies { [Member in keyof typeof electron]?: unknown }
