// `npm run pack:dry` (with `-- --no-build` for out/ as it is): packs the built program for the three systems without the network, with a stand-in
// for Electron, and proves what is in the packages: the files and no others, each system's own binary of the store, the fuses; then runs the
// packed program's command line.
import { extractAll, listPackage, statFile } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { fuseMark, standIns } from './packaging/stand-ins.mjs'
import { packageScript, root } from './setup.mjs'

/** Systems, what the builder calls them, what it needs to leave undone here, and where it puts what is looked at. */
const systems = [
  { platform: 'linux', arch: 'x64', flag: '--linux', without: [], folder: 'linux-unpacked', program: 'mandato', resources: 'resources' },
  {
    platform: 'win32',
    arch: 'x64',
    flag: '--win',
    // The program file's version and integrity are written into a real one alone.
    without: ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'],
    folder: 'win-unpacked',
    program: 'Mandato.exe',
    resources: 'resources',
  },
  {
    platform: 'darwin',
    arch: 'arm64',
    flag: '--mac',
    without: ['-c.mac.identity=null'],
    folder: 'mac-arm64',
    program: 'Mandato.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
    resources: 'Mandato.app/Contents/Resources',
  },
]

const work = mkdtempSync(join(tmpdir(), 'mandato-pack-'))

const fail = (sentence) => {
  throw new Error(sentence)
}

const run = (args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, ...options })
  if (status !== 0) fail(`node ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`

/** The fuses by electron-builder.yml, in the order in which Electron keeps them. */
function wantedFuses() {
  const packaging = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  return [
    'runAsNode',
    'enableCookieEncryption',
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'enableEmbeddedAsarIntegrityValidation',
    'onlyLoadAppFromAsar',
    'loadBrowserProcessSpecificV8Snapshot',
    'grantFileProtocolExtraPrivileges',
  ]
    .map((fuse) => (new RegExp(`^  ${fuse}: true$`, 'm').test(packaging) ? '1' : '0'))
    .join('')
}

function fusesOf(program) {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(fuseMark) + fuseMark.length
  return bytes.subarray(at + 2, at + 10).toString('latin1')
}

/** What may stand in the package. Anything else is a leak. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(?:[\w-]+\.mjs|preload\.cjs|licences\.json|assets\/(?:icon\.png|sample-plan\.txt)|fonts\/[\w.-]+\.woff2?)$/,
  /^out\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:m?js|css|svg|woff2?|png))$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/[\w/-]+\.js|prebuilds\/[\w-]+\.node)$/,
]

function pack({ platform, arch, flag, without, folder, program, resources }) {
  const electron = join(work, `electron-${platform}`)
  standIns[platform](electron)
  const output = join(work, platform)
  run(
    [
      packageScript('electron-builder', 'cli.js'),
      flag,
      'dir',
      `--${arch}`,
      '--publish',
      'never',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${output}`,
      ...without,
    ],
    { env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  )
  const archive = join(output, folder, resources, 'app.asar')
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)))
  const strange = files.filter((path) => !allowed.some((pattern) => pattern.test(path)))
  if (strange.length > 0) fail(`${platform}: ${strange.length} files have no place in the package:\n  ${strange.slice(0, 40).join('\n  ')}`)
  for (const needed of [
    'package.json',
    'out/main/licences.json',
    'out/main/program.mjs',
    'out/main/index.mjs',
    'out/main/cli.mjs',
    'out/main/preload.cjs',
    'out/renderer/index.html',
  ])
    if (!files.includes(needed)) fail(`${platform}: ${needed} is missing from the package`)
  const binaries = files.filter((path) => path.endsWith('.node'))
  const own = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`
  if (binaries.join() !== own) fail(`${platform}: the store’s binaries are ${binaries.join(', ') || 'missing'}, not ${own}`)
  if (!existsSync(join(`${archive}.unpacked`, own))) fail(`${platform}: ${own} is packed where no system can load it`)
  const fuses = fusesOf(join(output, folder, program))
  if (fuses !== wantedFuses()) fail(`${platform}: the fuses are ${fuses}, not ${wantedFuses()}`)
  const sizes = files.map((path) => ({ path, size: statFile(archive, path).size })).sort((a, b) => b.size - a.size)
  const all = sizes.reduce((sum, { size }) => sum + size, 0)
  console.log(
    `pack: ${platform} ${arch}: ${files.length} files, ${megabytes(all)}; archive ${megabytes(statSync(archive).size)}, fuses ${fuses}`,
  )
  return { archive, sizes }
}

/** Runs what was packed, out of its own tree, where nothing of the repository can be found. */
function tryOut(archive) {
  const folder = join(work, 'unpacked')
  extractAll(archive, folder)
  run([
    '-e',
    `const Database = require(${JSON.stringify(join(folder, 'node_modules/better-sqlite3'))}); new Database(':memory:').exec('create virtual table t using fts5(a)')`,
  ])
  console.log('pack: the packed store’s library opens a database')
  const cli = join(folder, 'out', 'main', 'cli.mjs')
  const sample = join(folder, 'out', 'main', 'assets', 'sample-plan.txt')
  const here = join(work, 'desk')
  mkdirSync(here)
  const mandato = (...args) => run([cli, ...args], { cwd: here })
  mandato('import', sample, '-o', 'plan.mandato')
  const { rows } = JSON.parse(mandato('rows', 'plan.mandato', '--json'))
  if (rows.length === 0) fail('the packed command line read no rows out of the sample plan')
  for (const name of ['plan.pdf', 'plan.ics', 'plan.xlsx', 'plan.csv']) {
    mandato('print', 'plan.mandato', '-o', name)
    if (statSync(join(here, name)).size === 0) fail(`the packed command line wrote an empty ${name}`)
  }
  // The program's own entry, told that it runs in Electron, which no window follows.
  const preload = join(work, 'as-in-electron.cjs')
  writeFileSync(preload, "Object.defineProperty(process.versions, 'electron', { value: '0' }); process.defaultApp = true")
  const said = run(['-r', preload, join(folder, 'out', 'main', 'program.mjs'), 'rows', 'plan.mandato', '--json'], { cwd: here })
  if (JSON.parse(said).rows.length !== rows.length) fail('the program’s own entry read other rows than its command line')
  console.log('pack: the program’s own entry is the command line where a command is named')
  const licences = JSON.parse(mandato('licences', '--json'))
  if (licences.length === 0) fail('the packed program knows no licences')
  console.log(`pack: the packed command line lists ${licences.length} licences`)
  console.log(`pack: the packed command line read ${rows.length} rows and wrote a PDF, a calendar, a workbook and a table`)
}

if (!process.argv.includes('--no-build')) await build({ staleOnly: true })
try {
  const packed = systems.map((system) => ({ system, ...pack(system) }))
  for (const { path, size } of packed[0].sizes.slice(0, 8)) console.log(`pack:   ${megabytes(size).padStart(8)}  ${path}`)
  const mine = packed.find(({ system }) => system.platform === process.platform && system.arch === process.arch)
  if (mine === undefined) console.log(`pack: SKIPPED running the packed program: none was packed for ${process.platform} ${process.arch}`)
  else tryOut(mine.archive)
} catch (error) {
  console.error(`pack: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
