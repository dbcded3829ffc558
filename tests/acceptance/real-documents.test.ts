import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedData } from './shared-data.ts'

const root = resolve(import.meta.dirname, '../..')

/** Runs one of the measuring tools beside the data, in the repository, and returns its last line. */
function measure(tool: string, ...args: string[]): { status: number | null; output: string; summary: string } {
  const { status, stdout, stderr } = spawnSync('python3', [resolve(sharedData, 'tools', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const output = stdout + stderr
  return { status, output, summary: stdout.trimEnd().split('\n').at(-1) ?? '' }
}

describe.skipIf(!hasSharedData)('the two real work plans', () => {
  it('are imported and checked exactly as the hand-made truth says', { timeout: 120_000 }, () => {
    const { status, output, summary } = measure('eval-plan-truth')
    expect(output, output).toContain('0 differences')
    expect(status, summary).toBe(0)
  })
})

describe.skipIf(!hasSharedData)('the resolutions of one session of the United Nations', () => {
  it.each([
    ['English', 'en'],
    ['French', 'fr'],
    ['Spanish', 'es'],
  ])('in %s: what their hyperlinks cite is read with precision and recall of 0.99 or better', { timeout: 240_000 }, (name, language) => {
    const { status, summary } = measure('eval-un-citations', resolve(sharedData, `data/un-resolutions/session-75-${name}.zip`), language)
    console.log(summary)
    expect(status, summary).toBe(0)
  })
})
