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
import { mutate } from './mutations.ts'
import { seeded } from './random-edits.ts'

/** `MUTATIONS` asks for more, `MUTATIONS_SEED` for others. */
const times = Number(process.env['MUTATIONS'] ?? 20_000)
const seed = Number(process.env['MUTATIONS_SEED'] ?? 20_261_123)

/** Longest that one file may keep the processor, in milliseconds: a limit against hanging, hundreds of times what a file takes. */
const patience = 2000

/** Milliseconds of the processor that this process has used: others on the same machine do not count. */
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

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

test(`${times} mutated files: each is read or refused by a sentence, and does no harm (MUTATIONS_SEED=${seed})`, {
  timeout: 60_000 + times * 10,
}, async () => {
  const random = seeded(seed)
  const outer = temporaryFolder()
  const folder = join(outer, 'store')
  mkdirSync(folder)
  const store = await anOpenStore(folder)
  valueOf(store.addPlan(plan))
  const desk = { store, now: () => new Date('2026-11-01T10:00:00Z'), makeId: uuid }
  const before = treeOf(outer)
  const tally = { read: 0, refused: 0, received: 0, slowest: 0 }
  const kinds = new Map<string, number>()
  for (let index = 0; index < times; index++) {
    const bytes = mutate(files[index % files.length] ?? '', random)
    const from = worked()
    const came = readReceived(bytes, 'mutated.mandato', { own: null, known: [] })
    if (came.ok) {
      tally.read += 1
      // Every tenth goes all the way into the store: a plan as one more, proposals into the plan that is there.
      if (index % 10 === 0) {
        const outcome =
          came.value.file.kind === 'proposals' ? collectFile(desk, plan.header.id, came.value) : receive(desk, came.value, 'own')
        expect([index, outcome.ok]).toEqual([index, true])
        tally.received += 1
      }
    } else {
      tally.refused += 1
      kinds.set(came.error.kind, (kinds.get(came.error.kind) ?? 0) + 1)
      expect(came.error.sentence).toMatch(/^mutated\.mandato.*\.$/s)
    }
    const took = worked() - from
    if (took > patience) throw new Error(`File ${index} of seed ${seed} took ${Math.round(took)} ms.`)
    tally.slowest = Math.max(tally.slowest, took)
    if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error(`File ${index} of seed ${seed} reached what all objects share.`)
  }
  expect(treeOf(outer)).toEqual(before)
  expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
  for (const { id } of store.listPlans()) expect(store.openPlan(id).ok).toBe(true)
  const refusals = [...kinds].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`)
  process.stdout.write(
    `mutated files: ${tally.read} read, ${tally.refused} refused (${refusals.join(', ')}), ${tally.received} received, the slowest in ${Math.round(tally.slowest)} ms\n`,
  )
  expect(tally.read + tally.refused).toBe(times)
})
