// Bundles the main process, the command line and the window into out/. With --stale, only what is older than its sources.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { notePackages, writeLicences } from './packaging/licences.mjs'
import { newest, root } from './setup.mjs'

const common = ['shared', 'docs/guide', 'package-lock.json', 'tools/build.mjs', 'tools/packaging/licences.mjs'].map((path) =>
  join(root, path),
)

const stampOf = (part) => join(root, 'out', `.${part}-built`)

/** Whether a part of out/ is older than the sources it is made of. */
export const isStale = (part) => newest(stampOf(part)) <= Math.max(newest(join(root, part)), ...common.map(newest))

async function buildMain() {
  const { rolldown } = await import('rolldown')
  const external = ['electron', 'better-sqlite3', /^node:/]
  const resolve = { alias: { '#shared': join(root, 'shared') } }
  const entries = Object.fromEntries(
    ['program.ts', 'index.ts', 'serve.ts', 'cli.ts', 'jobs/document-thread.ts'].map((file) => [parse(file).name, join(root, 'main', file)]),
  )
  rmSync(join(root, 'out', 'main'), { recursive: true, force: true })
  const main = await rolldown({ input: entries, platform: 'node', external, resolve, cwd: root, transform: { target: 'node24' } })
  const { output } = await main.write({
    dir: join(root, 'out', 'main'),
    format: 'es',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
    minify: false,
  })
  await main.close()
  if (existsSync(join(root, 'main', 'preload.ts'))) {
    const preload = await rolldown({
      input: join(root, 'main', 'preload.ts'),
      platform: 'browser',
      external: ['electron'],
      resolve,
      cwd: root,
    })
    await preload.write({ file: join(root, 'out', 'main', 'preload.cjs'), format: 'cjs' })
    await preload.close()
  }
  for (const [from, to] of copies)
    if (existsSync(join(root, from))) cpSync(join(root, from), join(root, 'out', 'main', to), { recursive: true })
  const { fontFiles } = await import('../main/files/pdf/font-files.ts')
  for (const font of fontFiles)
    cpSync(join(root, 'node_modules', font.package, 'files', font.file), join(root, 'out', 'main', 'fonts', font.file))
  const fonts = fontFiles.map((font) => join(root, 'node_modules', font.package, 'package.json'))
  notePackages('main', [...output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])), ...fonts])
  writeFileSync(stampOf('main'), '')
}

/** Files that the bundles read beside themselves: [in the repository, in out/main]. */
const copies = [['main/assets', 'assets']]

async function buildWindow() {
  const { build } = await import('vite')
  const { output } = await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
  const modules = output.flatMap((made) => (made.type === 'chunk' ? made.moduleIds : made.originalFileNames))
  notePackages('renderer', modules)
  writeFileSync(stampOf('renderer'), '')
}

/** Builds the named parts, or those of them that are stale. */
export async function build({ parts = ['main', 'renderer'], staleOnly = false } = {}) {
  mkdirSync(join(root, 'out'), { recursive: true })
  if (parts.includes('main') && (!staleOnly || isStale('main'))) await buildMain()
  if (parts.includes('renderer') && (!staleOnly || isStale('renderer'))) await buildWindow()
  writeLicences()
}

if (process.argv[1] === import.meta.filename) {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  await build({ staleOnly: process.argv.includes('--stale'), ...(named.length > 0 ? { parts: named } : {}) })
}
