import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { writePlanFile } from '#shared/exchange/plan-file.ts'
import { openFile } from '../../../main/open-file.ts'
import { aPlan, anActivity } from '../../builders/plan.ts'
import { anOpenStore, temporaryFolder } from '../store/temporary.ts'

test('a plan file that is opened enters the library once, and again when it has changed', async () => {
  const store = await anOpenStore()
  const path = join(temporaryFolder(), 'received.mandato')
  const plan = aPlan({ id: uuid(), title: 'Received', activities: [anActivity({ id: uuid(), items: ['One'] })] })
  const save = (title: string) =>
    writeFileSync(
      path,
      writePlanFile({
        plan: { ...plan, header: { ...plan.header, title } },
        instruments: [],
        generator: 'test',
        exportedAt: null,
        unknown: {},
      }),
    )
  const services = { store, makeId: uuid }
  save('Received')
  expect(await openFile(services, path)).toBeNull()
  expect(await openFile(services, path)).toBeNull()
  expect(store.listPlans().map(({ title }) => title)).toEqual(['Received'])
  save('Received, revised')
  expect(await openFile(services, path)).toBeNull()
  expect(store.listPlans()).toHaveLength(2)
  writeFileSync(path, '{"format":"mandato"')
  expect(await openFile(services, path)).toContain('received.mandato')
  expect(await openFile(services, join(path, 'missing'))).toContain('was not found')
  expect(store.listPlans()).toHaveLength(2)
})
