import type { MenuBar } from '#shared/contract/menu.ts'
import { api } from '../api.ts'
import { useFindings } from '../stores/findings.ts'
import { usePlace } from '../stores/place.ts'
import { usePlan } from '../stores/plan.ts'
import { usePreferences } from '../stores/preferences.ts'
import { commandMenus, commands } from './commands.ts'

/** The window's commands as the system's menu bar lists them. */
export const menuBar = (): MenuBar =>
  commandMenus.map(({ id, title, commands: entries }) => ({
    id,
    title: title(),
    entries: entries
      // The same keys' second sign is no entry of its own.
      .filter((command) => command.id !== 'keyboard-sign')
      .map((command) => ({ id: command.id, label: command.title(), keys: command.keys?.[0] ?? null, enabled: command.applies() })),
  }))

/** How long the menu bar may lag behind: nobody reads it while typing. */
const patience = 150

/** Keeps the system's menu bar in step with what the window can do, and does what is chosen there. Only Electron has one. */
export async function followMenu(): Promise<void> {
  const { shell } = await api().app.info()
  if (shell !== 'electron') return
  let shown = ''
  let waiting = false
  const show = () => {
    waiting = false
    const bar = menuBar()
    const next = JSON.stringify(bar)
    if (next !== shown) void api().menu.show(bar)
    shown = next
  }
  const later = () => {
    if (!waiting) setTimeout(show, patience)
    waiting = true
  }
  for (const store of [usePlan, usePlace, usePreferences, useFindings]) store.subscribe(later)
  show()
  for await (const id of await api().menu.chosen()) {
    const command = commands.find((one) => one.id === id)
    // A dialog is answered before anything else is done, as with keys.
    if (command?.applies() === true && document.querySelector('[role=dialog]') === null) command.run()
  }
}
