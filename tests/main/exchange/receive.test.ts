import { ORPCError } from '@orpc/client'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { say } from '#shared/locales/message.ts'
import type { PlanRecord } from '#shared/model/plan.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { aProposal, aRejection, aRevision } from '../../builders/negotiation.ts'
import { anActivity, aWaiver } from '../../builders/plan.ts'
import { aDesk, aDraft, insert } from './desks.ts'
import { valueOf } from '../store/temporary.ts'

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'done'
  } catch (error) {
    return error instanceof ORPCError ? error.code : String(error)
  }
}

const sentenceOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call
  } catch (error) {
    return error instanceof ORPCError ? (error.data as unknown) : error
  }
}

/** The Chair's desk with a plan, and Mexico's that received it. */
async function twoDesks() {
  const [chair, mexico] = [await aDesk('Chair'), await aDesk('Mexico')]
  const { planId } = valueOf(chair.store.addPlan(aDraft()))
  const exported = async () => (await chair.client.exchange.exportPlan({ planId, withProposals: true })).file
  const file = await exported()
  await mexico.client.exchange.receive({ file, as: 'delegation' })
  return { chair, mexico, planId, file, exported }
}

const firstRow = (desk: Awaited<ReturnType<typeof aDesk>>, planId: string) => {
  const row = desk.plan(planId).activities[0]
  if (row === undefined) throw new Error('The plan has rows.')
  return row
}

const changed = <Record extends PlanRecord>(record: Record, set: Partial<Omit<Record, 'id' | 'type'>>) => {
  const change = updateRecord(record, set)
  return change === null ? [] : [change]
}

describe('a plan file that came', () => {
  test('says what it is, and writes nothing', async () => {
    const [chair, mexico] = [await aDesk('Chair'), await aDesk('Mexico')]
    const plan = aDraft()
    const { planId } = valueOf(chair.store.addPlan({ ...plan, revisions: [aRevision(plan, 1)] }))
    const { file, signed } = await chair.client.exchange.exportPlan({ planId, withProposals: true })
    expect([file.name, signed]).toEqual(['Work plan 2026-2027 rev. 1.mandato', true])
    expect(await mexico.client.exchange.inspect({ file })).toMatchObject({
      kind: 'plan',
      planId,
      title: 'Work plan 2026-2027',
      sender: { delegation: 'Chair', role: 'chair', name: 'Desk of Chair' },
      signature: { kind: 'new' },
      revision: 'rev. 1',
      base: null,
      counts: { rows: 2, proposals: 0, decisions: 0, objections: 0, instruments: 0 },
      setAside: [],
      held: null,
    })
    expect(mexico.store.listPlans()).toEqual([])
    expect(mexico.store.knownKeys()).toEqual([])
  })

  test('becomes the Chair’s text, with its receipt, and its key is remembered', async () => {
    const { mexico, planId, file } = await twoDesks()
    expect(mexico.plan(planId).header.title).toBe('Work plan 2026-2027')
    expect(await mexico.client.plan.open({ planId })).toMatchObject({ mode: 'delegation' })
    expect(await mexico.client.exchange.standing({ planId })).toMatchObject({
      mode: 'delegation',
      receipt: { fileName: 'Work plan 2026-2027.mandato', sender: { delegation: 'Chair' }, signature: { kind: 'new' } },
    })
    expect(await mexico.client.exchange.inspect({ file })).toMatchObject({
      signature: { kind: 'known', delegation: 'Chair' },
      held: { mode: 'delegation', difference: 'same' },
    })
    expect(await mexico.client.exchange.recent()).toMatchObject([{ planId, title: 'Work plan 2026-2027', as: 'delegation' }])
    const [key] = await mexico.client.identity.knownKeys()
    expect(await mexico.client.identity.forgetKey({ fingerprint: key?.fingerprint ?? '' })).toEqual([])
    expect(await mexico.client.exchange.inspect({ file })).toMatchObject({ signature: { kind: 'new' } })
  })

  test('received twice changes nothing', async () => {
    const { mexico, planId, file } = await twoDesks()
    expect(await mexico.client.exchange.receive({ file, as: 'delegation' })).toEqual({ planId, changed: false })
    expect(mexico.store.listPlans()).toHaveLength(1)
    expect(valueOf(mexico.store.openPlan(planId)).position.sequence).toBe(0)
  })

  test('as one’s own is edited like any other, and comes in as a second plan where it differs from the one held', async () => {
    const { mexico, planId, file } = await twoDesks()
    const copy = await mexico.client.exchange.receive({ file, as: 'own' })
    if (copy.planId === null) throw new Error('A plan came.')
    expect([copy.changed, copy.planId === planId]).toEqual([true, false])
    await mexico.step(copy.planId, changed(firstRow(mexico, copy.planId), { notes: 'Ours' }))
    expect(firstRow(mexico, copy.planId).notes).toBe('Ours')
    expect(await mexico.client.exchange.standing({ planId: copy.planId })).toMatchObject({ mode: 'own' })
  })

  test('cannot become the Chair’s text on the Chair’s own desk', async () => {
    const { chair, planId, file } = await twoDesks()
    expect(await codeOf(chair.client.exchange.receive({ file, as: 'delegation' }))).toBe('HELD_AS_OWN')
    expect(await chair.client.exchange.receive({ file, as: 'own' })).toEqual({ planId, changed: false })
  })

  test('keeps fields of a newer program through the store', async () => {
    const { chair, file } = await twoDesks()
    const newer = JSON.parse(await file.text()) as { plan: { activities: object[] } }
    Object.assign(newer, { colour: 'blue' })
    Object.assign(newer.plan.activities[0] ?? {}, { room: 'Simón Bolívar' })
    const desk = await aDesk('Canada')
    const { planId } = await desk.client.exchange.receive({ file: new File([JSON.stringify(newer)], 'newer.mandato'), as: 'own' })
    const again = await desk.client.exchange.exportPlan({ planId: planId ?? '', withProposals: true })
    expect(JSON.parse(await again.file.text())).toMatchObject({ colour: 'blue', plan: { activities: [{ room: 'Simón Bolívar' }, {}] } })
    expect(await chair.client.exchange.inspect({ file: again.file })).toMatchObject({ signature: { kind: 'new' } })
  })
})

describe('the Chair’s text', () => {
  test('is refused to every edit but proposals and objections, by the store itself', async () => {
    const { mexico, planId } = await twoDesks()
    const plan = mexico.plan(planId)
    const row = firstRow(mexico, planId)
    const proposal = aProposal(row, 'Mexico', 'Postpone')
    const edits = [
      changed(row, { notes: 'Ours' }),
      changed(plan.header, { title: 'Ours' }),
      [insert(anActivity({ id: crypto.randomUUID() }))],
      [{ kind: 'remove' as const, record: row }],
      [insert(aWaiver('date/clash', { id: crypto.randomUUID() }))],
      [insert(aRejection(proposal))],
      [insert(aRevision(plan, 1))],
      // One good change does not carry a bad one in.
      [insert(proposal), ...changed(row, { notes: 'Ours' })],
    ]
    for (const changes of edits) {
      expect(await codeOf(mexico.step(planId, changes))).toBe('CHAIRS_TEXT')
      const operation = { id: crypto.randomUUID(), label: say('step.insert-row'), changes, at: '2026-10-01T10:00:00Z' }
      expect(mexico.store.apply(planId, operation)).toEqual({ ok: false, error: { kind: 'chairs-text' } })
    }
    expect(mexico.plan(planId)).toEqual(plan)
    await mexico.step(planId, [insert(proposal)])
    expect(mexico.plan(planId)).toEqual({ ...plan, proposals: [proposal] })
  })

  test('moves to a later revision in one step, keeps the proposals made here, and can be taken back', async () => {
    const { chair, mexico, planId, exported } = await twoDesks()
    const proposal = aProposal(firstRow(mexico, planId), 'Mexico', 'Postpone')
    await mexico.step(planId, [insert(proposal)])
    const before = mexico.plan(planId)
    await chair.step(planId, [
      ...changed(firstRow(chair, planId), { notes: 'By the Chair' }),
      insert(anActivity({ id: crypto.randomUUID(), order: 'b00', items: ['Third'] })),
      insert(aRevision(chair.plan(planId), 1)),
    ])
    const file = await exported()
    expect(await mexico.client.exchange.inspect({ file })).toMatchObject({ revision: 'rev. 1', held: { difference: 'newer' } })
    expect(await mexico.client.exchange.receive({ file, as: 'delegation' })).toEqual({ planId, changed: true })
    const after = mexico.plan(planId)
    expect(after).toEqual({ ...chair.plan(planId), proposals: [proposal] })
    const { position } = await mexico.client.plan.open({ planId })
    expect(position.undo?.label).toEqual({ id: 'step.received', data: { sender: 'Chair' } })
    await mexico.client.plan.undo({ planId, step: position.undo?.id ?? '', id: crypto.randomUUID(), at: '2026-10-09T10:00:00Z' })
    expect(mexico.plan(planId)).toEqual(before)
    expect(await mexico.client.exchange.inspect({ file: await exported() })).toMatchObject({ held: { difference: 'newer' } })
  })

  test('brings the Chair’s decisions, and takes back those that the Chair took back', async () => {
    const { chair, mexico, planId, exported } = await twoDesks()
    const proposal = aProposal(firstRow(mexico, planId), 'Mexico', 'Postpone')
    const decision = aRejection(proposal)
    await chair.step(planId, [insert(proposal), insert(decision)])
    await mexico.client.exchange.receive({ file: await exported(), as: 'delegation' })
    expect(mexico.plan(planId).decisions).toEqual([decision])
    const bare = await chair.client.exchange.exportPlan({ planId, withProposals: false })
    await mexico.client.exchange.receive({ file: bare.file, as: 'delegation' })
    expect(mexico.plan(planId).decisions).toEqual([decision])
    await chair.step(planId, [{ kind: 'remove', record: decision }])
    await mexico.client.exchange.receive({ file: await exported(), as: 'delegation' })
    expect(mexico.plan(planId).decisions).toEqual([])
    expect(mexico.plan(planId).proposals).toEqual([proposal])
  })

  test('says when a file is older than what is held', async () => {
    const { chair, mexico, planId, file, exported } = await twoDesks()
    await chair.step(planId, [insert(aRevision(chair.plan(planId), 1))])
    await mexico.client.exchange.receive({ file: await exported(), as: 'delegation' })
    expect(await mexico.client.exchange.inspect({ file })).toMatchObject({ held: { difference: 'older' } })
  })
})

describe('a file that cannot be used', () => {
  test.each<[string, (text: string) => BlobPart[], string, string]>([
    ['empty', () => [], 'empty', 'plan.mandato is empty.'],
    [
      'truncated',
      (text) => [text.slice(0, -100)],
      'not-json',
      'plan.mandato is damaged: it ends early or holds characters that a plan file never has. Ask for it again.',
    ],
    [
      'an archive under another name',
      () => [new Uint8Array(zipSync({ 'plan.mandato': new Uint8Array([123, 125]) }))],
      'archive',
      'plan.mandato is an archive (zip), not a plan file. Unpack it and open the plan file in it.',
    ],
    [
      'from the future',
      (text) => [text.replace('"version":1', '"version":7').replace('Mandato 1.2.3', 'Mandato 9.0')],
      'newer-version',
      'plan.mandato was written by Mandato 9.0 in version 7 of the format; this program reads up to version 1. Update Mandato to open it.',
    ],
    [
      'of a kind that is not known',
      (text) => [text.replace('"kind":"plan"', '"kind":"minutes"')],
      'other-kind',
      'plan.mandato is a Mandato file of a kind that this version does not know. Update Mandato to open it.',
    ],
    ['a picture', () => [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])], 'not-a-plan-file', 'plan.mandato is not a Mandato plan file.'],
    ['of another program', () => ['{"format":"other"}'], 'not-a-plan-file', 'plan.mandato is not a Mandato plan file.'],
  ])('%s: says so in one sentence', async (_, spoil, kind, sentence) => {
    const { mexico, file } = await twoDesks()
    const spoilt = new File(spoil(await file.text()), 'plan.mandato')
    expect(await sentenceOf(mexico.client.exchange.inspect({ file: spoilt }))).toEqual({
      kind,
      values: expect.objectContaining({ name: 'plan.mandato' }),
      sentence,
    })
    expect(await sentenceOf(mexico.client.exchange.receive({ file: spoilt, as: 'own' }))).toEqual({
      kind,
      values: expect.objectContaining({ name: 'plan.mandato' }),
      sentence,
    })
    expect(mexico.store.listPlans()).toHaveLength(1)
  })

  test('tampered with: is read, and marked', async () => {
    const { mexico, file } = await twoDesks()
    const spoilt = new File([(await file.text()).replace('Opening', 'Opened')], 'plan.mandato')
    expect(await mexico.client.exchange.inspect({ file: spoilt })).toMatchObject({ signature: { kind: 'changed' }, counts: { rows: 2 } })
  })

  test('with a damaged record: the rest is read, and the record is listed', async () => {
    const { mexico, file } = await twoDesks()
    const spoilt = JSON.parse(await file.text()) as { plan: { activities: object[] }; proposals: unknown[] }
    Object.assign(spoilt.plan.activities[0] ?? {}, { state: 'done' })
    Object.assign(spoilt, { proposals: [{ type: 'proposal' }] })
    const inspected = await mexico.client.exchange.inspect({ file: new File([JSON.stringify(spoilt)], 'plan.mandato') })
    expect(inspected.counts.rows).toBe(1)
    expect(inspected.setAside.map(({ list, index }) => `${list} ${index}`)).toEqual(['activities 0', 'proposals 0'])
  })

  test('with rows whose keys of order are none: they stand as they are shown, and are counted', async () => {
    const { mexico, file } = await twoDesks()
    const spoilt = JSON.parse(await file.text()) as { plan: { activities: object[] } }
    for (const row of spoilt.plan.activities) Object.assign(row, { order: '!!' })
    const received = new File([JSON.stringify(spoilt)], 'plan.mandato')
    expect(await mexico.client.exchange.inspect({ file: received })).toMatchObject({ counts: { rows: 2 }, setAside: [], mended: 2 })
    const { planId } = await mexico.client.exchange.receive({ file: received, as: 'own' })
    const plan = mexico.store.plan(planId ?? '')
    expect(plan.ok && plan.value.activities.map(({ order }) => order)).toEqual(['a0', 'a1'])
  })
})

test('a register file is learned, once', async () => {
  const [chair, mexico] = [await aDesk('Chair'), await aDesk('Mexico')]
  const { addSample } = chair.client.library
  await addSample()
  const { file } = await chair.client.exchange.exportRegister()
  const inspected = await mexico.client.exchange.inspect({ file })
  expect(inspected).toMatchObject({ kind: 'register', planId: null, sender: { delegation: 'Chair' }, held: null })
  expect(await mexico.client.exchange.receive({ file, as: 'own' })).toEqual({ planId: null, changed: inspected.counts.instruments > 0 })
  expect(await mexico.client.exchange.receive({ file, as: 'own' })).toEqual({ planId: null, changed: false })
})
