// `npm test`: sets up, builds, and runs every suite, the browser ones included. Arguments go to vitest.
import { join } from 'node:path'
import { install, packageScript, root, run } from './setup.mjs'

install()
run(join(root, 'tools', 'build.mjs'), ['--stale'])
run(packageScript('vitest', 'vitest.mjs'), ['run', '-c', join('tests', 'vitest.config.ts'), ...process.argv.slice(2)])
