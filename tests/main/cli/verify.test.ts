import { spawnSync } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writePlanFile } from '#shared/exchange/plan-file.ts'
import { keyring } from '../../../main/exchange/keyring.ts'
import { makeKey, signingKey } from '../../../main/exchange/signing.ts'
import { anAuthor } from '../../builders/negotiation.ts'
import { anActivity, aPlan } from '../../builders/plan.ts'
import { anOpenStore, temporaryFolder, valueOf } from '../store/temporary.ts'

const root = resolve(import.meta.dirname, '../../..')

/** What was built; `MANDATO_OUT` names another place for it. */
const built = process.env['MANDATO_OUT'] ?? join(root, 'out')

function verify(home: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'main', 'cli.mjs'), 'verify', ...args], {
    cwd: root,
    env: { ...process.env, MANDATO_HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, out: stdout, error: stderr }
}

const mexico = signingKey(makeKey())
const text = (key = mexico, signed = true): string =>
  writePlanFile(
    {
      plan: aPlan({ activities: [anActivity({ items: ['Opening'] })] }),
      instruments: [],
      generator: 'Mandato 0.1.0',
      exportedAt: '2026-10-01T10:00:00Z',
      exportedBy: anAuthor('Mexico', { name: 'Luis Vega', key: key.fingerprint }),
      unknown: {},
    },
    signed ? key.sign : undefined,
  )

const put = (folder: string, name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('mandato verify', () => {
  test('says who signed a file, with the fingerprint to compare', () => {
    const folder = temporaryFolder()
    const file = put(folder, 'plan.mandato', text())
    expect(verify(folder, file)).toEqual({
      code: 0,
      out: [
        'From Luis Vega, Mexico',
        'Written October 1, 2026 at 10:00 AM UTC',
        'The signature holds, by a key that is not known here. Compare its fingerprint by telephone.',
        `Fingerprint: ${mexico.fingerprint}`,
        '',
      ].join('\n'),
      error: '',
    })
    expect(verify(folder, file, '--lang', 'es').out).toContain('La firma es válida')
    expect(JSON.parse(verify(folder, file, '--json').out)).toMatchObject({
      file: 'plan.mandato',
      kind: 'plan',
      sender: { delegation: 'Mexico' },
      signature: { kind: 'new', fingerprint: mexico.fingerprint },
      holds: true,
    })
  })

  test('says since when this machine knows the key, also while the program is open', async () => {
    const home = temporaryFolder()
    const store = await anOpenStore(home)
    const key = { fingerprint: mexico.fingerprint, delegation: 'Mexico', name: '', since: '2026-09-01T10:00:00Z' }
    valueOf(store.addPlan(aPlan({ id: crypto.randomUUID() }), [], { key }))
    const folder = temporaryFolder()
    const known = verify(home, put(folder, 'plan.mandato', text()))
    expect([known.code, known.out]).toEqual([0, expect.stringContaining('The key of Mexico is known here since September 1, 2026.')])
    const other = verify(home, put(folder, 'other.mandato', text(signingKey(makeKey()))))
    expect([other.code, other.out]).toEqual([1, expect.stringContaining(`Known key: ${mexico.fingerprint}`)])
    expect(other.out).toContain('It is signed, but not with the key known here for Luis Vega, Mexico since September 1, 2026.')
  })

  test('knows a file of this desk', () => {
    const home = temporaryFolder()
    const own = keyring(home, null).make()
    if (own === null) throw new Error('The key was made.')
    const said = verify(home, put(home, 'plan.mandato', text(own)))
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('It was made at this desk.')])
  })

  test('does not rely on a file that was changed, or that nobody signed', () => {
    const folder = temporaryFolder()
    const tampered = verify(folder, put(folder, 'tampered.mandato', text().replace('Opening', 'Closing')))
    expect([tampered.code, tampered.out]).toEqual([1, expect.stringContaining('It was changed after it was signed.')])
    const unsigned = verify(folder, put(folder, 'unsigned.mandato', text(mexico, false)))
    expect([unsigned.code, unsigned.out]).toEqual([1, expect.stringContaining('It is not signed.')])
  })

  test.each<[string, (folder: string) => string, string]>([
    [
      'from the future',
      (folder) => put(folder, 'a.mandato', text().replace('"version":1', '"version":2')),
      'a.mandato was written by Mandato 0.1.0 in version 2 of the format; this program reads up to version 1. Update Mandato to open it.',
    ],
    [
      'truncated',
      (folder) => put(folder, 'a.mandato', text().slice(0, -9)),
      'a.mandato is damaged: it ends early or holds characters that a plan file never has. Ask for it again.',
    ],
    [
      'an archive under another name',
      (folder) => put(folder, 'a.mandato', zipSync({ 'b.mandato': new Uint8Array([1]) })),
      'a.mandato is an archive (zip), not a plan file. Unpack it and open the plan file in it.',
    ],
    ['missing', (folder) => join(folder, 'a.mandato'), 'a.mandato was not found.'],
    ['empty', (folder) => put(folder, 'a.mandato', ''), 'a.mandato is empty.'],
    [
      'of 500 MB',
      (folder) => {
        const path = put(folder, 'a.mandato', '')
        // A hole: it takes no room on the disk, and no time unless it is read.
        truncateSync(path, 500 * 1024 * 1024)
        return path
      },
      'a.mandato is larger than 64 MB, more than any plan.',
    ],
  ])('refuses a file that is %s by one sentence', (_, make, sentence) => {
    const folder = temporaryFolder()
    expect(verify(folder, make(folder))).toEqual({ code: 2, out: '', error: `mandato: ${sentence}\n` })
  })
})
