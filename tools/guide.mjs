// `npm run guide`: walks the user's guide in a real browser and writes its pictures anew.
import { join } from 'node:path'
import { install, packageScript, root, run } from './setup.mjs'

install()
run(join(root, 'tools', 'build.mjs'), ['--stale'])
run(packageScript('vitest', 'vitest.mjs'), ['run', '-c', join('tests', 'vitest.config.ts'), join('tests', 'e2e', 'guide.test.ts')], {
  MANDATO_GUIDE: 'write',
})
