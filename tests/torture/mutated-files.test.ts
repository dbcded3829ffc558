import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { FileContents } from '#shared/exchange/plan-file.ts'
import { writeFile } from '#shared/exchange/plan-file.ts'
import { contentHash } from '#shared/exchange/content-hash.ts'
import { collectFile } from '../../main/exchange/collect-file.ts'
import { receive } from '../../main/exchange/receive.ts'
import { readReceived } from '../../main/exchange/received-file.ts'
import { signingKey } from '../../main/exchange/signing.ts'
import { anAuthor, anObjection, aProposal, aRejection, aRevision } from '../builders/negotiation.ts'
import {
  aCitation,
  aMandate,
  anActivity,
  anInstrument,
  aPlan,
  counterIds,
  aProvision,
  aRemark,
  aSection,
  aWaiver,
  on,
} from '../builders/plan.ts'
import { anOpenStore, temporaryFolder, valueOf } from '../main/store/temporary.ts'
import { readMutants, timeout, times } from './mutants.ts'
import { mutate, pick } from './mutations.ts'

/** The same key in every run (32 bytes of seed, after the head of a PKCS #8 document), so that a seed names the same files everywhere. */
const key = signingKey(
  `-----BEGIN PRIVATE KEY-----\n${Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]).toString('base64')}\n-----END PRIVATE KEY-----\n`,
)
const makeId = counterIds(0x20_0000)
const mexico = anAuthor('Mexico', { key: key.fingerprint })
const row = anActivity({
  id: makeId(),
  when: on('2026-09-15', '14:30'),
  mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20']), aRemark('2017 Resolution')],
  items: ['Election', '· Vice Chair'],
})
const bare = aPlan({
  id: makeId(),
  title: 'Work plan',
  sections: [aSection({ id: makeId(), kind: 'introduction', heading: 'INTRODUCTION', blocks: ['One — “two”.'] })],
  mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])],
  activities: [row, anActivity({ id: makeId(), items: ['Closing'] })],
  waivers: [aWaiver('date/weekday')],
})
const proposal = aProposal(row, 'Mexico', 'Postpone', { id: makeId(), author: mexico })
const plan = {
  ...bare,
  revisions: [aRevision(bare, 1, { id: makeId() })],
  proposals: [proposal],
  decisions: [aRejection(proposal, { id: makeId() })],
}

const frame = { generator: 'Mandato 0.1.0', exportedAt: '2026-10-01T10:00:00Z', exportedBy: mexico, unknown: { colour: 'blue' } }
const instruments = [anInstrument('AG/RES. 2910 (XLVII-O/17)', { provisions: [aProvision('20', 'To urge member states to act.')] })]
const base = { plan: plan.header.id, title: 'Work plan', revision: null, hash: contentHash(plan) }
const contents: readonly FileContents[] = [
  { kind: 'plan', ...frame, plan, instruments },
  { kind: 'proposals', ...frame, base, proposals: [proposal], objections: [anObjection('Mexico', makeId(), { id: makeId() })] },
  { kind: 'register', ...frame, instruments },
]
const files = contents.map((each) => writeFile(each, key.sign))

/** Everything below a folder, by path. */
const treeOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => (a < b ? -1 : 1))

test(`${times} mutated plan files: each is read or refused by a sentence, and does no harm`, { timeout }, async () => {
  const outer = temporaryFolder()
  const folder = join(outer, 'store')
  mkdirSync(folder)
  const store = await anOpenStore(folder)
  valueOf(store.addPlan(plan))
  const desk = { store, now: () => new Date('2026-11-01T10:00:00Z'), makeId: uuid }
  const before = treeOf(outer)
  const read = await readMutants('plan file', (random) => {
    const came = readReceived(mutate(pick(random, files) ?? '', random), 'mutated.mandato', { own: null, known: [] })
    if (!came.ok) {
      expect(came.error.sentence).toMatch(/^mutated\.mandato.*\.$/s)
      return `refused (${came.error.kind})`
    }
    if (random() > 0.1) return 'read'
    // Every tenth goes all the way into the store: a plan as one more, proposals into the plan that is there.
    const { kind } = came.value.file
    const outcome = kind === 'proposals' ? collectFile(desk, plan.header.id, came.value) : receive(desk, came.value, 'own')
    expect(outcome).toMatchObject({ ok: true })
    return 'received'
  })
  expect(treeOf(outer)).toEqual(before)
  expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
  for (const { id } of store.listPlans()) expect(store.openPlan(id).ok).toBe(true)
  expect(read).toBe(times)
})
