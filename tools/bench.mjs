// `npm run bench [name …]`: runs tests/bench/*.bench.ts, prints one table and writes it as JSON to out/bench.json.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, root, run } from './setup.mjs'

install()
if (Number(process.versions.node.split('.')[0]) < 24) {
  run(process.argv[1] ?? '', process.argv.slice(2))
  process.exit(0)
}
run(join(root, 'tools', 'build.mjs'), ['main', '--stale'])
const { benchTable } = await import('../tests/bench/table.ts')
const folder = join(root, 'tests', 'bench')
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))),
)
const rows = []
for (const file of files) {
  console.error(`bench: ${file}`)
  rows.push(...(await (await import(pathToFileURL(join(folder, file)).href)).run()))
}
const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
}
console.log(benchTable(rows))
console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores, ${machine.cpu}`)
mkdirSync(join(root, 'out'), { recursive: true })
writeFileSync(join(root, 'out', 'bench.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
