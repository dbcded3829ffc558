import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyring, type SecretBox } from '../../../main/exchange/keyring.ts'
import { temporaryFolder } from '../store/temporary.ts'

const box: SecretBox = {
  seal: (text) => Buffer.from(text, 'utf8').reverse(),
  open: (sealed) => Buffer.from(sealed).reverse().toString('utf8'),
}

test('a key is made when it is first needed, and is the same ever after', () => {
  const folder = temporaryFolder()
  const keys = keyring(folder, null)
  expect([keys.place(), keys.key()]).toEqual([null, null])
  const made = keys.make()
  expect(made?.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  expect(keys.make()?.fingerprint).toBe(made?.fingerprint)
  expect(keyring(folder, null).key()?.fingerprint).toBe(made?.fingerprint)
})

test.skipIf(process.platform === 'win32')('without a secret store the key is a file that only its user can read', () => {
  const folder = temporaryFolder()
  const keys = keyring(folder, null)
  keys.make()
  expect(keys.place()).toBe('file')
  expect(statSync(join(folder, 'signing-key.pem')).mode & 0o777).toBe(0o600)
})

test('with a secret store the key is sealed, and another shell neither reads nor replaces it', () => {
  const folder = temporaryFolder()
  const keys = keyring(folder, box)
  const made = keys.make()
  expect(keys.place()).toBe('system')
  expect(readFileSync(join(folder, 'signing-key.sealed'), 'utf8')).not.toContain('PRIVATE KEY')
  expect(keyring(folder, box).key()?.fingerprint).toBe(made?.fingerprint)
  const elsewhere = keyring(folder, null)
  expect([elsewhere.place(), elsewhere.key(), elsewhere.make()]).toEqual(['locked', null, null])
  expect(keyring(folder, box).key()?.fingerprint).toBe(made?.fingerprint)
})

test('a key that is damaged is not replaced', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'signing-key.pem'), 'not a key')
  const keys = keyring(folder, null)
  expect([keys.place(), keys.make()]).toEqual(['locked', null])
  expect(readFileSync(join(folder, 'signing-key.pem'), 'utf8')).toBe('not a key')
})
