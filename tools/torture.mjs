// `npm run torture` (with `-- --times=N --seed=S`): kills the store 2,000 times at random moments; five in eight of the kills come while it is edited.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { install, packageScript, run } from './setup.mjs'

const { times, seed } = parseArgs({
  options: { times: { type: 'string', default: '2000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
}).values
install()
console.log(`torture: ${times} kills from seed ${seed}; --seed=${seed} makes the same choices again, the moments are the machine's`)
run(packageScript('vitest', 'vitest.mjs'), ['run', '-c', join('tests', 'vitest.config.ts'), join('tests', 'torture', 'kill.test.ts')], {
  TORTURE_TIMES: String(Math.round((Number(times) * 5) / 8)),
  TORTURE_SEED: seed,
})
