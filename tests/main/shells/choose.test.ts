import { describe, expect, test } from 'vitest'
import { type Machine, browserArguments, findBrowser, hasDisplay, windowFolder } from '../../../main/shells/browser.ts'
import { type Circumstances, chooseShell } from '../../../main/shells/choose.ts'

const chromium = { name: 'Chromium', path: '/usr/bin/chromium' }
const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  asked: null,
  electron: null,
  browser: null,
  display: true,
  ...more,
})

describe('the shell', () => {
  test.for([
    [{ electron: '/e', browser: chromium }, 'electron'],
    [{ browser: chromium }, 'loopback'],
    [{}, 'url'],
    [{ electron: '/e', browser: chromium, display: false }, 'url'],
    [{ asked: 'electron' as const, electron: '/e', display: false }, 'electron'],
    [{ asked: 'electron' as const, browser: chromium }, 'none'],
    [{ asked: 'loopback' as const, electron: '/e', browser: chromium }, 'loopback'],
    [{ asked: 'loopback' as const, electron: '/e' }, 'url'],
    [{ asked: 'url' as const, electron: '/e', browser: chromium }, 'url'],
  ] as const)('for %j is %s, and says why', ([given, shell]) => {
    const choice = chooseShell(circumstances(given))
    expect(choice.shell).toBe(shell)
    expect(choice.reason).toMatch(/^[A-Z].*[.:]$/)
  })
})

const machine = (platform: NodeJS.Platform, environment: Record<string, string>, ...there: string[]): Machine => ({
  platform,
  environment,
  home: platform === 'win32' ? 'C:\\Users\\ana' : '/home/ana',
  exists: (path) => there.includes(path),
})

describe('the browser', () => {
  test('is the first installed one on the path', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/google-chrome', '/usr/bin/chromium'))).toEqual(
      chromium,
    )
    expect(findBrowser(machine('linux', { PATH: 'relative:/opt/bin' }, 'relative/chromium', '/opt/bin/microsoft-edge'))?.name).toBe('Edge')
    expect(findBrowser(machine('linux', {}))).toBeNull()
  })

  test('is found where Windows and macOS keep programs', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    expect(findBrowser(machine('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, edge))).toEqual({ name: 'Edge', path: edge })
    const chrome = '/home/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowser(machine('darwin', {}, chrome))).toEqual({ name: 'Chrome', path: chrome })
  })

  test('is the one that MANDATO_BROWSER names, where it exists', () => {
    const environment = { PATH: '/usr/bin', MANDATO_BROWSER: '/opt/brave' }
    expect(findBrowser(machine('linux', environment, '/opt/brave', '/usr/bin/chromium'))?.path).toBe('/opt/brave')
    expect(findBrowser(machine('linux', environment, '/usr/bin/chromium'))?.path).toBe('/usr/bin/chromium')
  })

  test('gets a folder it may read: a snap may not read hidden ones', () => {
    expect(windowFolder(chromium, '/store', '/home/ana')).toBe('/store/window')
    expect(windowFolder({ name: 'Chromium', path: '/snap/bin/chromium' }, '/store', '/home/ana')).toBe(
      '/home/ana/snap/chromium/common/mandato',
    )
  })

  test('is started as a window with its own profile, and with its sandbox unless root', () => {
    const given = browserArguments('/store/window/profile', 'file:///store/window/open.html', false)
    expect(given).toContain('--app=file:///store/window/open.html')
    expect(given).toContain('--user-data-dir=/store/window/profile')
    expect(given).not.toContain('--no-sandbox')
    expect(browserArguments('/p', 'file:///o', true)).toContain('--no-sandbox')
  })

  test('needs a display, which Linux names in its environment', () => {
    expect(hasDisplay(machine('linux', {}))).toBe(false)
    expect(hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true)
    expect(hasDisplay(machine('darwin', {}))).toBe(true)
  })
})
