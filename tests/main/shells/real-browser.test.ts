import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findBrowser, openBrowser, thisMachine } from '../../../main/shells/browser.ts'
import { startLoopback } from '../../../main/shells/loopback.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { aBuiltWindow, aRouter } from './a-window.ts'

const installed = process.platform === 'linux' ? findBrowser(thisMachine()) : null

if (installed === null)
  process.stderr.write('SKIPPED: no Chromium, Chrome or Edge is installed here; the way in was not tried with a real one.\n')

/** The installed browser without a display: a script of the same arguments. */
function headless(): string {
  const path = join(temporaryFolder(), 'headless')
  writeFileSync(path, `#!/bin/sh\nexec '${installed?.path}' --headless=new "$@"\n`)
  chmodSync(path, 0o700)
  return path
}

/** The arguments of every process there is, as anyone on the machine can read them. */
const allArguments = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readFileSync(join('/proc', name, 'cmdline'), 'utf8')]
      } catch {
        return []
      }
    })

test.skipIf(installed === null)('a real browser enters by the file, connects, reloads, and its closing ends the program', async () => {
  const { router } = await aRouter()
  const folder = aBuiltWindow()
  const home = temporaryFolder()
  writeFileSync(
    join(folder, 'assets', 'app-1a.js'),
    `new WebSocket('/rpc').onopen = () => {
       const loads = Number(sessionStorage.getItem('loads') ?? 0) + 1
       sessionStorage.setItem('loads', String(loads))
       if (loads < 3) setTimeout(() => location.reload(), 100)
     }`,
  )
  const [onEntered, onDeserted] = [vi.fn(), vi.fn()]
  const loopback = await startLoopback({ folder, router, grace: 1500, onEntered, onDeserted })
  onTestFinished(() => loopback.close())
  const browser = openBrowser({ name: 'Headless', path: headless() }, loopback.entrance, home)
  onTestFinished(() => void browser.process.kill('SIGKILL'))
  const file = join(home, 'window', 'open.html')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain(loopback.entrance)
  await vi.waitFor(() => expect(onEntered).toHaveBeenCalledTimes(1), 20_000)
  const token = new URL(loopback.entrance).searchParams.get('token') ?? ''
  expect(allArguments().some((line) => line.includes(home))).toBe(true)
  expect(allArguments().filter((line) => line.includes(token))).toEqual([])
  // A reload that lost the session would leave the program without a window, and the last window's closing is told only if there was one.
  await wait(4000)
  expect(onDeserted).not.toHaveBeenCalled()
  browser.forgetEntrance()
  expect(existsSync(file)).toBe(false)
  browser.process.kill('SIGTERM')
  await vi.waitFor(() => expect(onDeserted).toHaveBeenCalledTimes(1), 20_000)
})
