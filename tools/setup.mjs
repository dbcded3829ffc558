// Readies a fresh clone. Runs under any Node from 20, before anything is installed, so it imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')

/** Newest modification time, in milliseconds, of a file or of anything below a folder; 0 when it is missing. */
export function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path, { withFileTypes: true }).reduce((latest, entry) => {
    const inside = join(path, entry.name)
    return Math.max(latest, entry.isDirectory() ? newest(inside) : statSync(inside).mtimeMs)
  }, stat.mtimeMs)
}

/** Whether node_modules holds every package of the lockfile in its version. Optional ones for other platforms may be missing. */
function holdsLockfile(done) {
  const packages = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([path]) => path !== '')
  const held = new Map(packages(done).map(([path, { version }]) => [path, version]))
  return packages(join(root, 'package-lock.json')).every(([path, { version, optional }]) =>
    held.has(path) ? held.get(path) === version : optional === true,
  )
}

/** Installs exactly what the lockfile names, unless that was done already. Install scripts never run. */
export function install() {
  const done = join(root, 'node_modules', '.package-lock.json')
  if (newest(done) >= Math.max(newest(join(root, 'package-lock.json')), 1)) return
  if (existsSync(done) && holdsLockfile(done)) {
    utimesSync(done, new Date(), new Date())
    return
  }
  console.error('Setting up: installing the packages that package-lock.json names …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'Setting up failed: the packages could not be installed. Nothing else was changed; run the command again when the registry can be reached.',
    )
    process.exit(1)
  }
}

/** The Node to run the project with: the one its packages bring, since the store needs a newer one than may be installed. */
export function node() {
  const own = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  const direct = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(direct)) return direct
  if (existsSync(own) && process.platform !== 'win32') return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `Mandato needs Node 24 on this machine (found ${process.versions.node}): its packages bring none for ${process.platform} ${process.arch}.`,
  )
  process.exit(1)
}

const environment = (extra) => ({ ...process.env, PATH: bin + delimiter + process.env.PATH, ...extra })

/** Runs a script with the project's Node and ends with its exit code when it fails. */
export function run(script, args = [], extra = {}) {
  const { status, signal } = spawnSync(node(), [script, ...args], { cwd: root, stdio: 'inherit', env: environment(extra) })
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1))
}

/** Runs a script with the project's Node until it ends by itself or is interrupted; resolves to its exit code. */
export function runUntilClosed(script, args = []) {
  const child = spawn(node(), [script, ...args], { cwd: root, stdio: 'inherit', env: environment({}) })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 0)))
}

/** A package's own command line, to be run with the project's Node: on every platform the same. */
export const packageScript = (...path) => join(root, 'node_modules', ...path)
