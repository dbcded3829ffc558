// `npm run fuzz` (with `-- --times=N --seed=S`): reads 1,000,000 mutated files of each format, others each time. A file that fails is named by its seed.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { install, packageScript, run } from './setup.mjs'

const { times, seed } = parseArgs({
  options: { times: { type: 'string', default: '1000000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000_000) } },
}).values
install()
console.log(`fuzz: ${times} files of each format from seed ${seed}; --seed=${seed} makes the same again`)
run(packageScript('vitest', 'vitest.mjs'), ['run', '-c', join('tests', 'vitest.config.ts'), join('tests', 'torture', 'mutated-')], {
  MUTATIONS: times,
  MUTATIONS_SEED: seed,
})
