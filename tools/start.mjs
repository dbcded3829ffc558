// `npm start`: sets up, builds what is stale, tries once to get Electron's runtime, and opens the window in the best shell there is.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, newest, node, packageScript, root, run, runUntilClosed } from './setup.mjs'

const args = process.argv.slice(2)
const day = 24 * 60 * 60 * 1000

/** Electron's package brings its runtime only by download. One try a day: where it is refused, the loopback shell serves as well. */
function tryToGetElectron() {
  const tried = packageScript('.cache', 'electron-tried')
  if (existsSync(packageScript('electron', 'path.txt')) || Date.now() - newest(tried) < day) return
  console.error('Looking for Electron’s runtime (at most 60 s; once a day) …')
  const { status } = spawnSync(node(), [packageScript('electron', 'install.js')], { cwd: root, stdio: 'ignore', timeout: 60_000 })
  mkdirSync(packageScript('.cache'), { recursive: true })
  writeFileSync(tried, '')
  if (status !== 0) console.error('Electron’s runtime cannot be had here; Mandato opens in an installed browser instead.')
}

install()
run(join(root, 'tools', 'build.mjs'), ['--stale'])
if (!args.some((argument) => /^--shell=(?!electron)/.test(argument))) tryToGetElectron()
process.exit(await runUntilClosed(join(root, 'out', 'main', 'serve.mjs'), args))
