import type { Browser } from './browser.ts'

/** What `--shell=` may ask for. `url` is loopback that opens nothing and prints its address. */
export const shellNames = ['electron', 'loopback', 'url'] as const
export type ShellName = (typeof shellNames)[number]

/** What the choice depends on. */
export interface Circumstances {
  /** What `--shell=` asked for; null when it did not. */
  readonly asked: ShellName | null
  /** Electron's program; null where its runtime is not installed. */
  readonly electron: string | null
  readonly browser: Browser | null
  readonly display: boolean
}

/** The shell to show the window in, and the sentence that says why; or why what was asked for cannot be. */
export type Choice =
  | { readonly shell: 'electron'; readonly program: string; readonly reason: string }
  | { readonly shell: 'loopback'; readonly browser: Browser; readonly reason: string }
  | { readonly shell: 'url'; readonly reason: string }
  | { readonly shell: 'none'; readonly reason: string }

/** Chooses how to show the window: Electron where it can run, else an installed browser, else an address to open by hand. */
export function chooseShell({ asked, electron, browser, display }: Circumstances): Choice {
  switch (asked) {
    case 'electron':
      if (electron === null) {
        return {
          shell: 'none',
          reason: 'Electron’s runtime is not installed here. Start without --shell=electron to use an installed browser.',
        }
      }
      return { shell: 'electron', program: electron, reason: 'Mandato opens in Electron, as asked.' }
    case 'url':
      return { shell: 'url', reason: 'Open this address in a browser on this machine, as asked:' }
    case 'loopback':
      if (browser === null)
        return { shell: 'url', reason: 'No Chromium, Chrome or Edge was found. Open this address in a browser on this machine:' }
      return { shell: 'loopback', browser, reason: `Mandato opens in ${browser.name}, as asked.` }
    case null:
  }
  if (!display) return { shell: 'url', reason: 'There is no display here. Open this address in a browser on this machine:' }
  if (electron !== null) return { shell: 'electron', program: electron, reason: 'Mandato opens in Electron.' }
  if (browser !== null)
    return { shell: 'loopback', browser, reason: `Electron’s runtime is not installed; Mandato opens in ${browser.name}.` }
  return {
    shell: 'url',
    reason: 'Neither Electron’s runtime nor Chromium, Chrome or Edge was found. Open this address in a browser on this machine:',
  }
}
