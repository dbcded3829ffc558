import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/temporary.ts'

const serve = (...given: string[]) => {
  const home = join(temporaryFolder(), 'home')
  const path = join(import.meta.dirname, '../../../main/serve.ts')
  const { status, stdout } = spawnSync(process.execPath, [path, ...given], {
    encoding: 'utf8',
    env: { ...process.env, MANDATO_HOME: home, ELECTRON_OVERRIDE_DIST_PATH: join(home, 'nowhere') },
  })
  return { status, stdout, made: existsSync(home) }
}

test('what was asked for and cannot be ends with 2, a sentence, and nothing made', () => {
  expect(serve('--shell=window')).toEqual({ status: 2, stdout: expect.stringContaining('There is no shell "window".'), made: false })
  expect(serve('--shell=electron')).toEqual({ status: 2, stdout: expect.stringContaining('runtime is not installed'), made: false })
  expect(serve('--restore=daily-1999-01-01.sqlite')).toEqual({
    status: 2,
    stdout: 'There is no backup of this name. Nothing was changed.\n',
    made: false,
  })
  expect(serve('--help')).toEqual({ status: 0, stdout: expect.stringContaining('--restore=NAME'), made: false })
})
