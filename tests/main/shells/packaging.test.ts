import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const packaging = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

test.for([
  ['runAsNode', false],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['grantFileProtocolExtraPrivileges', false],
  ['enableCookieEncryption', true],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
] as const)('the fuse %s is set to %s', ([fuse, state]) => {
  expect(packaging).toMatch(new RegExp(`^  ${fuse}: ${state}$`, 'm'))
})

test('the packaged Electron is the one that is installed and checked against', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  expect(packaging).toContain(`electronVersion: ${version}\n`)
})

test('nothing is published, and the development Node stays out', () => {
  expect(packaging).toMatch(/^publish: null$/m)
  expect(packaging).toContain("'!**/node_modules/node-*/**'")
})
