// `npm run guide`: walks the user's guide in a real browser and writes its pictures anew; smaller ones where ImageMagick is installed.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { install, packageScript, root, run } from './setup.mjs'

install()
run(join(root, 'tools', 'build.mjs'), ['--stale'])
run(packageScript('vitest', 'vitest.mjs'), ['run', '-c', join('tests', 'vitest.config.ts'), join('tests', 'e2e', 'guide.test.ts')], {
  MANDATO_GUIDE: 'write',
})
const pictures = globSync(join(root, 'docs', 'guide', 'pictures', '*.png'))
const made = pictures.map((picture) => spawnSync('convert', [picture, '+dither', '-colors', '128', `PNG8:${picture}`]).status)
if (made.some((status) => status !== 0)) console.log('The pictures were left as large as they are: ImageMagick is not here.')
