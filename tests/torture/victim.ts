import { createRouterClient } from '@orpc/server'
import { rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { recordsOf } from '#shared/operations/apply.ts'
import { createRouter } from '../../main/api/router.ts'
import { keyring } from '../../main/exchange/keyring.ts'
import { openedFiles } from '../../main/exchange/opened-files.ts'
import { migrations } from '../../main/store/migrate.ts'
import { openStore } from '../../main/store/open.ts'
import { aPlan, aProvision, anActivity, anInstrument } from '../builders/plan.ts'
import { choose, operationOf, seeded } from './random-edits.ts'
import { heavyMigration, type Task } from './tasks.ts'

/*
 * The process that is killed: works on a store as fast as it can, and says on standard output what was acknowledged, each line written
 * before the next piece of work begins. `node victim.ts FOLDER TASK SEED`.
 */

const [folder = '', task = 'edit', seed = '1'] = process.argv.slice(2)
const random = seeded(Number(seed))
const at = '2021-03-01T12:00:00Z'
const say = (line: string) => void writeSync(1, `${line}\n`)

const steps = (task as Task) === 'migrate' ? [...migrations, heavyMigration] : migrations
if (task === 'migrate') say('ready')
const opened = await openStore({ folder, now: () => new Date(), makeId: uuid, shipped: [], migrations: steps })
if (!opened.ok) throw new Error(opened.error.sentence)
const store = opened.value
const api = createRouterClient(
  createRouter({
    store,
    keys: keyring(folder, null),
    opened: openedFiles(() => {}),
    chooseFolder: null,
    menu: null,
    shell: 'loopback',
    version: '0',
    samplePlan: '',
    now: () => new Date(),
    makeId: uuid,
  }),
)

/** One random step through the contract: mostly an edit, now and then undo or redo. */
async function edit(planId: string): Promise<void> {
  const plan = store.plan(planId)
  if (!plan.ok) throw new Error('The plan is gone.')
  const kind = random() < 0.75 ? 'edit' : random() < 0.6 ? 'undo' : 'redo'
  if (kind === 'edit') {
    const operation = operationOf(plan.value, choose(random), uuid, at)
    if (operation === null) return
    const { sequence } = await api.plan.apply({ planId, operation })
    return say(`step ${planId} ${operation.id} ${sequence}`)
  }
  const { position } = await api.plan.open({ planId })
  const turn = position[kind]
  if (turn === null) return
  const taken = await api.plan[kind]({ planId, step: turn.id, id: uuid(), at })
  say(`step ${planId} ${taken.operation.id} ${taken.position.sequence}`)
}

/** A plan of many rows with a register of its own, added in one transaction. */
function importPlan(): void {
  const plan = aPlan({
    id: uuid(),
    title: 'Imported',
    activities: Array.from({ length: 150 }, (_, row) => anActivity({ id: uuid(), items: [`Row ${row}`] })),
  })
  const brought = Array.from({ length: 20 }, (_, count) =>
    anInstrument(`AG/RES. ${Math.floor(random() * 1e6)} (L-O/20)`, {
      id: uuid(),
      provisions: Array.from({ length: 10 }, (__, label) => aProvision(String(label), `Words ${count} ${label} ${plan.header.id}`)),
    }),
  )
  const added = store.addPlan(plan, brought)
  if (!added.ok) throw new Error(added.error.cause)
  say(`plan ${added.value.planId} ${recordsOf(plan).length}`)
}

const existing = store.listPlans()[0]?.id
const planId = existing ?? (await api.library.create({ title: 'Tortured', term: null, language: 'en' })).planId
if (existing === undefined) say(`plan ${planId} 1`)
if (task !== 'migrate') say('ready')
for (;;) {
  if (task === 'import') importPlan()
  else if (task === 'backup') {
    const made = store.backUpDaily()
    for (let count = 0; count < 5; count += 1) await edit(planId)
    const name = await made
    if (name !== null) rmSync(join(folder, 'backups', name), { force: true })
  } else await edit(planId)
}
