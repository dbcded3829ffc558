import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from '#shared/lib/zod.ts'
import { contentHash } from '#shared/exchange/content-hash.ts'
import { migrateFile, newestVersion } from '#shared/exchange/migrations/index.ts'
import { type FileContents, readFile, writeFile } from '#shared/exchange/plan-file.ts'
import { planFileSchema } from '#shared/exchange/schema.ts'
import { anAuthor, anObjection, aProposal, aRejection, aRevision } from '../../builders/negotiation.ts'
import { aMandate, anActivity, anInstrument, aPlan, aSection, on } from '../../builders/plan.ts'

const row = anActivity({ when: on('2026-09-15', '14:30'), items: ['Election'] })
const bare = aPlan({ title: 'Work plan', activities: [row], sections: [aSection({ heading: 'INTRODUCTION' })] })
const deadline = {
  type: 'deadline' as const,
  id: crypto.randomUUID(),
  kind: 'silence' as const,
  title: 'Adoption of rev. 1',
  opened: '2026-10-01T10:00:00Z',
  expires: '2026-10-15T17:00:00-04:00',
  timeZone: 'America/New_York',
  note: '',
}
const proposal = aProposal(row, 'Mexico', 'Postpone')
const objection = anObjection('Mexico', deadline.id)
const plan = {
  ...bare,
  proposals: [proposal],
  decisions: [aRejection(proposal)],
  revisions: [aRevision(bare, 1)],
  deadlines: [deadline],
  objections: [objection],
}
const frame = {
  generator: 'Mandato 0.1.0',
  exportedAt: '2026-10-01T10:00:00+00:00',
  exportedBy: anAuthor('Mexico', { name: 'Luis Vega', key: 'ABCD' }),
  unknown: {},
}
const base = { plan: plan.header.id, title: 'Work plan', revision: plan.revisions[0]?.id ?? null, hash: contentHash(plan) }
const kinds: Readonly<Record<FileContents['kind'], FileContents>> = {
  plan: { kind: 'plan', ...frame, plan, instruments: [anInstrument('AG/RES. 2910 (XLVII-O/17)')] },
  proposals: { kind: 'proposals', ...frame, base, proposals: [proposal], objections: [objection] },
  register: { kind: 'register', ...frame, instruments: [anInstrument('AG/RES. 2910 (XLVII-O/17)')] },
}
const conforms = z.fromJSONSchema(JSON.parse(JSON.stringify(planFileSchema())))

describe.each(Object.entries(kinds))('a file of the kind %s', (_, contents) => {
  const text = writeFile(contents)

  test('reads back to what was written, and conforms to the published schema', () => {
    expect(readFile(text)).toEqual({ ok: true, value: { ...contents, setAside: [], mended: [] } })
    expect(conforms.safeParse(JSON.parse(text)).error).toBeUndefined()
    const read = readFile(text)
    expect(read.ok && writeFile(read.value)).toBe(text)
  })

  test('carries a signature over all of it but the signature', () => {
    const covered: string[] = []
    const signed = writeFile(contents, (said) => {
      covered.push(said)
      return { algorithm: 'Ed25519', key: 'QQ==', value: 'QUI=' }
    })
    expect(covered).toEqual([text])
    expect(JSON.parse(signed)).toEqual({ ...JSON.parse(text), signatures: [{ algorithm: 'Ed25519', key: 'QQ==', value: 'QUI=' }] })
    expect(readFile(signed)).toEqual(readFile(text))
    expect(conforms.safeParse(JSON.parse(signed)).error).toBeUndefined()
  })

  test('keeps fields of a newer program', () => {
    const newer = JSON.parse(text) as Record<string, unknown[]>
    for (const list of ['proposals', 'objections', 'register', 'deadlines']) {
      const [first] = newer[list] ?? []
      if (typeof first === 'object' && first !== null) Object.assign(first, { colour: 'red' })
    }
    Object.assign(newer, { colour: 'blue' })
    const read = readFile(JSON.stringify(newer))
    expect(read.ok && JSON.parse(writeFile(read.value))).toEqual(newer)
  })

  test('sets bad records aside and keeps the rest', () => {
    const bad = JSON.parse(text) as Record<string, unknown[]>
    for (const list of ['proposals', 'objections', 'decisions', 'revisions', 'deadlines', 'register'])
      bad[list]?.unshift({ type: 'nothing' })
    const read = readFile(JSON.stringify(bad))
    if (!read.ok) throw new Error(read.error.sentence)
    const { setAside, mended: _, ...rest } = read.value
    expect(rest).toEqual(contents)
    expect(setAside.map(({ index }) => index)).toEqual(setAside.map(() => 0))
    expect(setAside.length).toBeGreaterThan(0)
  })
})

describe('a file of version 0', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../fixtures/plan-version-0.mandato'), 'utf8')

  test('opens as one of today, with nothing lost', () => {
    const read = readFile(text)
    if (!read.ok || read.value.kind !== 'plan') throw new Error('It holds a plan.')
    const { plan: old, generator, exportedAt, setAside } = read.value
    expect([generator, exportedAt, setAside]).toEqual(['Mandato trial 3', '2026-02-02T09:00:00-05:00', []])
    expect(old.header.title).toBe('Calendar of the board')
    expect(old.activities.map(({ items }) => items.map((item) => item.text))).toEqual([['Opening']])
    const now = JSON.parse(writeFile(read.value)) as { plan: { activities: unknown[] } }
    expect(now).toMatchObject({ version: 1, kind: 'plan', colour: 'blue', plan: { activities: [{ room: 'Blue room' }] } })
    expect(conforms.safeParse(now).error).toBeUndefined()
  })

  test('is led step by step to the newest version, from which there is no step', () => {
    expect(migrateFile({ version: 0, program: 'P', generator: 'G' }, 0)).toMatchObject({ version: newestVersion, generator: 'G' })
    expect(migrateFile({ version: 1, rows: [] }, newestVersion)).toEqual({ version: 1, rows: [] })
  })
})

describe('the fingerprint of a document', () => {
  test('is that of its content: the same for a copy, and after a revision was named', () => {
    expect(contentHash(plan)).toMatch(/^[0-9a-f]{64}$/)
    const copy = { ...plan, header: { ...plan.header, id: crypto.randomUUID(), revision: 'rev. 2', issued: '2026-11-01', severities: {} } }
    expect(contentHash(copy)).toBe(contentHash(plan))
    expect(contentHash(bare)).toBe(contentHash(plan))
  })

  test('changes with every word that the document shows', () => {
    const hashes = [
      plan,
      { ...plan, header: { ...plan.header, title: 'Other' } },
      { ...plan, header: { ...plan.header, note: 'Draft' } },
      { ...plan, activities: [{ ...row, notes: 'Other' }] },
      { ...plan, activities: [] },
      { ...plan, sections: [] },
      { ...plan, mandates: [aMandate('AG/RES. 1 (I-O/71)')] },
    ].map(contentHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('is the SHA-256 of the canonical text', () => {
    const empty = aPlan({ id: '00000000-0000-7000-8000-000000000001', title: '', term: null })
    // Worked out with sha256sum over the canonical JSON.
    expect(contentHash(empty)).toBe('5d9ee2e6003a6c680c26acf6940c0c8d688b49749966626b626b129555ada1e6')
  })
})
