import { describe, expect, test } from 'vitest'
import { updateRecord } from '#shared/operations/edits.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { anObjection, aProposal } from '../../builders/negotiation.ts'
import { valueOf } from '../store/temporary.ts'
import { aDesk, aDraft, type Desk, insert } from './desks.ts'

/** The Chair's desk with a plan, and delegations' desks that received it and propose on its first row. */
async function aRound(delegations: readonly string[]) {
  const chair = await aDesk('Chair')
  const { planId } = valueOf(chair.store.addPlan(aDraft()))
  const { file } = await chair.client.exchange.exportPlan({ planId, withProposals: true })
  const desks: Record<string, Desk> = {}
  for (const delegation of delegations) {
    const desk = await aDesk(delegation)
    await desk.client.exchange.receive({ file, as: 'delegation' })
    desks[delegation] = desk
  }
  const row = () => {
    const first = chair.plan(planId).activities[0]
    if (first === undefined) throw new Error('The plan has rows.')
    return first
  }
  const desk = (delegation: string): Desk => desks[delegation] ?? chair
  /** One more proposal of a delegation, and the file that carries all of its proposals. */
  const propose = async (delegation: string, notes: string) => {
    const { author } = await desk(delegation).client.identity.get()
    const proposal = aProposal(row(), delegation, notes, author === null ? {} : { author })
    await desk(delegation).step(planId, [insert(proposal)])
    return (await desk(delegation).client.exchange.exportProposals({ planId })).file
  }
  const collect = async (...files: File[]) => (await chair.client.exchange.collect({ planId, files })).files
  const notes = () =>
    chair
      .plan(planId)
      .proposals.map(({ change }) => (change.kind === 'set' && typeof change.value === 'string' ? change.value : ''))
      .toSorted((a, b) => (a < b ? -1 : 1))
  return { chair, planId, desk, propose, collect, notes, row }
}

describe('a file of proposals', () => {
  test('carries what the delegation asks for and the text that it was made on, and is marked sent', async () => {
    const { chair, desk, planId, propose } = await aRound(['Mexico'])
    const file = await propose('Mexico', 'Postpone')
    expect(file.name).toBe('Work plan 2026-2027 - Mexico.mandato')
    expect(JSON.parse(await file.text())).toMatchObject({
      kind: 'proposals',
      exportedBy: { delegation: 'Mexico' },
      base: { plan: planId, title: 'Work plan 2026-2027', revision: null },
      proposals: [{ change: { value: 'Postpone' } }],
    })
    expect(
      desk('Mexico')
        .plan(planId)
        .proposals.map(({ sent }) => sent !== null),
    ).toEqual([true])
    const { position } = await desk('Mexico').client.plan.open({ planId })
    expect(position.undo?.label).toEqual({ id: 'step.sent', data: { count: 1 } })
    expect(await chair.client.exchange.inspect({ file })).toMatchObject({
      kind: 'proposals',
      planId,
      counts: { proposals: 1 },
      held: { mode: 'own', title: 'Work plan 2026-2027' },
    })
  })

  test('carries objections, too, which are marked sent with the proposals, once', async () => {
    const { desk, planId, row, collect, chair } = await aRound(['Mexico'])
    const mexico = desk('Mexico')
    const objection = anObjection('Mexico', crypto.randomUUID())
    await mexico.step(planId, [insert(aProposal(row(), 'Mexico', 'Postpone')), insert(objection)])
    const { file, proposals, objections } = await mexico.client.exchange.exportProposals({ planId })
    expect([proposals, objections]).toEqual([1, 1])
    const { position } = await mexico.client.plan.open({ planId })
    expect(position.undo?.label).toEqual({ id: 'step.sent-entries', data: { count: 2 } })
    const [sent] = mexico.plan(planId).objections
    expect(sent).toEqual({ ...objection, sent: expect.any(String) })
    await collect(file)
    expect(chair.plan(planId).objections).toEqual([sent])
    await mexico.client.exchange.exportProposals({ planId })
    expect(mexico.plan(planId).objections).toEqual([sent])
  })

  test('is refused where nobody said who they are, or nothing is proposed', async () => {
    const { desk, planId } = await aRound(['Mexico'])
    await expect(desk('Mexico').client.exchange.exportProposals({ planId })).rejects.toMatchObject({ code: 'NOTHING_TO_SEND' })
    const nobody = await aDesk()
    const other = valueOf(nobody.store.addPlan(aDraft())).planId
    await expect(nobody.client.exchange.exportProposals({ planId: other })).rejects.toMatchObject({ code: 'NO_IDENTITY' })
  })

  test('says again what was sent and then withdrawn, and not what was withdrawn before it was sent', async () => {
    const { desk, planId, propose, row } = await aRound(['Mexico'])
    await propose('Mexico', 'Postpone')
    const mexico = desk('Mexico')
    const [sent] = mexico.plan(planId).proposals
    if (sent === undefined) throw new Error('One was sent.')
    const withdraw = updateRecord<Proposal>(sent, { withdrawn: '2026-10-03T10:00:00Z', at: '2026-10-03T10:00:00Z' })
    const unsent = aProposal(row(), 'Mexico', 'Never sent', { withdrawn: '2026-10-03T10:00:00Z' })
    await mexico.step(planId, [...(withdraw === null ? [] : [withdraw]), insert(unsent)])
    const { file, proposals } = await mexico.client.exchange.exportProposals({ planId })
    expect([proposals, await file.text()]).toEqual([1, expect.not.stringContaining('Never sent')])
  })
})

describe('collecting proposals', () => {
  test('takes each file in one step that can be undone, and leaves the text alone', async () => {
    const { chair, planId, propose, collect, notes } = await aRound(['Mexico', 'Canada'])
    const before = chair.plan(planId)
    const reports = await collect(await propose('Mexico', 'Postpone'), await propose('Canada', 'Advance'))
    expect(reports).toMatchObject([
      { name: 'Work plan 2026-2027 - Mexico.mandato', sender: { delegation: 'Mexico' }, added: 1, updated: 0, known: 0, problem: null },
      { sender: { delegation: 'Canada' }, added: 1, signature: { kind: 'new' } },
    ])
    expect(notes()).toEqual(['Advance', 'Postpone'])
    expect({ ...chair.plan(planId), proposals: [] }).toEqual(before)
    const { position } = await chair.client.plan.open({ planId })
    expect([position.sequence, position.undo?.label]).toEqual([2, { id: 'step.collect', data: { delegation: 'Canada' } }])
    await chair.client.plan.undo({ planId, step: position.undo?.id ?? '', id: crypto.randomUUID(), at: '2026-10-09T10:00:00Z' })
    expect(notes()).toEqual(['Postpone'])
    const { collected } = await chair.client.exchange.standing({ planId })
    expect(collected.map(({ sender }) => sender?.delegation)).toEqual(['Canada', 'Mexico'])
  })

  test('changes nothing the second time, and comes to the same in any order', async () => {
    const [one, two] = [await aRound(['Mexico', 'Canada']), await aRound(['Mexico', 'Canada'])]
    const first = await one.propose('Mexico', 'Postpone')
    const second = await one.propose('Mexico', 'Cancel')
    const other = await one.propose('Canada', 'Advance')
    await one.collect(first, second, other)
    const plan = one.chair.plan(one.planId)
    expect(await one.collect(other, first, second)).toMatchObject([
      { added: 0, known: 1 },
      { added: 0, known: 1 },
      { added: 0, known: 2 },
    ])
    expect(one.chair.plan(one.planId)).toEqual(plan)
    // The same files on a second desk of the Chair's, the other way round.
    const { file } = await one.chair.client.exchange.exportPlan({ planId: one.planId, withProposals: false })
    const received = await two.chair.client.exchange.receive({ file, as: 'own' })
    await two.chair.client.exchange.collect({ planId: received.planId ?? '', files: [other, second, first] })
    expect(two.chair.plan(one.planId)).toEqual(plan)
  })

  test('takes a later version of a proposal, and keeps it when the earlier one comes after it', async () => {
    const { desk, planId, propose, collect, notes } = await aRound(['Mexico'])
    const early = await propose('Mexico', 'Postpone')
    const [proposal] = desk('Mexico').plan(planId).proposals
    if (proposal?.change.kind !== 'set') throw new Error('One was proposed.')
    const rewritten = updateRecord<Proposal>(proposal, { change: { ...proposal.change, value: 'Cancel' }, at: '2026-10-04T10:00:00Z' })
    await desk('Mexico').step(planId, rewritten === null ? [] : [rewritten])
    const late = (await desk('Mexico').client.exchange.exportProposals({ planId })).file
    expect(await collect(early, late, early)).toMatchObject([{ added: 1 }, { updated: 1 }, { known: 1 }])
    expect(notes()).toEqual(['Cancel'])
  })

  test('lets a file speak for its sender alone', async () => {
    const { chair, planId, propose, collect, notes, row } = await aRound(['Mexico', 'Canada'])
    await collect(await propose('Canada', 'Advance'))
    const [canadian] = chair.plan(planId).proposals
    const file = JSON.parse(await (await propose('Mexico', 'Postpone')).text()) as { proposals: unknown[]; objections?: unknown[] }
    file.proposals.push(
      { ...canadian, at: '2027-01-01T10:00:00Z', withdrawn: '2027-01-01T10:00:00Z' },
      aProposal(row(), 'Canada', 'Forged'),
    )
    file.objections = [anObjection('Canada', crypto.randomUUID()), anObjection('Mexico', crypto.randomUUID())]
    const [report] = await collect(new File([JSON.stringify(file)], 'forged.mandato'))
    expect(report).toMatchObject({ added: 2, foreign: 3, signature: { kind: 'changed' } })
    expect(notes()).toEqual(['Advance', 'Postpone'])
    expect(chair.plan(planId).proposals.find(({ id }) => id === canadian?.id)).toEqual(canadian)
  })

  test('says of each file that cannot be used why, and takes the others', async () => {
    const { planId, chair, propose, collect } = await aRound(['Mexico'])
    const good = await propose('Mexico', 'Postpone')
    const text = await good.text()
    const { file: plan } = await chair.client.exchange.exportPlan({ planId, withProposals: true })
    const reports = await collect(
      new File(['{'], 'cut.mandato'),
      plan,
      new File([text.replaceAll(planId, crypto.randomUUID())], 'other.mandato'),
      new File([text.replace('"exportedBy"', '"by"')], 'anonymous.mandato'),
      good,
    )
    expect(reports.map(({ problem, added }) => problem?.kind ?? added)).toEqual(['not-json', 'no-proposals', 'other-plan', 'no-sender', 1])
  })

  test('warns of a file by another key than the delegation’s', async () => {
    const { propose, collect, planId, desk } = await aRound(['Mexico'])
    await collect(await propose('Mexico', 'Postpone'))
    const impostor = await aDesk('Mexico')
    const { file } = await desk('Chair').client.exchange.exportPlan({ planId, withProposals: false })
    await impostor.client.exchange.receive({ file, as: 'delegation' })
    const row = impostor.plan(planId).activities[0]
    if (row === undefined) throw new Error('The plan has rows.')
    await impostor.step(planId, [insert(aProposal(row, 'Mexico', 'Cancel'))])
    const sent = await impostor.client.exchange.exportProposals({ planId })
    expect(await collect(sent.file)).toMatchObject([{ added: 1, signature: { kind: 'other-key' } }])
  })
})
