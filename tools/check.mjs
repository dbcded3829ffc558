// `npm run check`: the quick gate. Types, lint and import rules, formatting, unused code, a build, and the tests without the browser.
import { join } from 'node:path'
import { install, packageScript, root, run } from './setup.mjs'

/** @type {[name: string, script: string, args: string[]][]} */
const steps = [
  ['types', packageScript('typescript', 'bin', 'tsc'), ['-b']],
  [
    'lint',
    packageScript('oxlint', 'bin', 'oxlint'),
    ['-c', 'oxlint.json', '--type-aware', '--deny-warnings', 'main', 'renderer', 'shared', 'tests', 'tools'],
  ],
  ['format', packageScript('@biomejs', 'biome', 'bin', 'biome'), ['format']],
  ['unused code', packageScript('knip', 'bin', 'knip.js'), []],
  ['build', join(root, 'tools', 'build.mjs'), ['--stale']],
  [
    'tests',
    packageScript('vitest', 'vitest.mjs'),
    ['run', '-c', join('tests', 'vitest.config.ts'), '--project', 'unit', '--project', 'system'],
  ],
]

install()
for (const [name, script, args] of steps) {
  const from = performance.now()
  run(script, args)
  console.log(`check: ${name} in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}
