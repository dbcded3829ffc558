import { EventPublisher } from '@orpc/server'
import type { MenuBar } from '#shared/contract/menu.ts'

/** The menu bar of the system. */
export interface SystemMenu {
  /** Puts the window's menus between those that a platform's users expect. */
  show(bar: MenuBar): void
  /** The ids of the commands chosen from now on, until the signal. */
  chosen(signal: AbortSignal | undefined): AsyncIteratorObject<string, unknown, void>
}

/** An entry as Electron takes it. */
export interface MenuTemplate {
  readonly role?: 'appMenu' | 'fileMenu' | 'editMenu' | 'windowMenu' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen'
  readonly type?: 'separator'
  readonly label?: string
  readonly accelerator?: string
  /** False: the key is shown, and the window answers to it. It knows when a key belongs to a text that is being written. */
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly click?: () => void
  readonly submenu?: MenuTemplate[]
}

const signs: Readonly<Record<string, string>> = { Ctrl: 'CmdOrCtrl', '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right' }

/** A combination such as `Ctrl+K` as Electron writes it. */
const accelerator = (keys: string): string =>
  keys
    .split('+')
    .map((part) => signs[part] ?? part)
    .join('+')

const zooming: MenuTemplate[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
]

function template(platform: NodeJS.Platform, bar: MenuBar, choose: (id: string) => void): MenuTemplate[] {
  const menus = bar.map(({ id: menu, title, entries }): MenuTemplate => {
    const commands = entries.map(
      ({ id, label, keys, enabled }): MenuTemplate => ({
        label,
        enabled,
        click: () => choose(id),
        ...(keys === null ? {} : { accelerator: accelerator(keys), registerAccelerator: false }),
      }),
    )
    return { label: title, submenu: menu === 'view' ? [...commands, { type: 'separator' }, ...zooming] : commands }
  })
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    ...menus,
    // Until the window has said what it can do.
    ...(bar.some(({ id }) => id === 'view') ? [] : [{ label: 'View', submenu: zooming }]),
    { role: 'windowMenu' },
  ]
}

/** Choices that wait for a window; older ones mean nothing any more. */
const unread = 10

/** The menu bar, given how a template becomes one. It has the standard entries at once. */
export function systemMenu(platform: NodeJS.Platform, install: (template: MenuTemplate[]) => void): SystemMenu {
  const choices = new EventPublisher<{ chosen: string }>({ maxBufferedEvents: unread })
  const show = (bar: MenuBar) => install(template(platform, bar, (id) => choices.publish('chosen', id)))
  show([])
  return { show, chosen: (signal) => choices.subscribe('chosen', signal === undefined ? {} : { signal }) }
}
