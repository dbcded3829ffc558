import { describe, expect, it } from 'vitest'
import type { Deadline, Objection } from '#shared/model/deadline.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Revision } from '#shared/model/revision.ts'
import { deadlineState, objectionsInTime, upcoming } from '#shared/negotiation/deadlines.ts'
import { rowLabels } from '#shared/negotiation/numbering.ts'
import { nameRevision } from '#shared/negotiation/revisions.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { insertActivity } from '#shared/operations/edits.ts'
import { anActivity, aPlan, counterIds } from '../../builders/plan.ts'

const makeId = counterIds(0x4000)
const hash = 'a'.repeat(64)
let minute = 0

function named(plan: Plan, kind: Revision['kind'], language: Revision['language'] = null): Plan {
  minute += 1
  const at = `2026-10-01T10:${String(minute).padStart(2, '0')}:00Z`
  const applied = applyChanges(plan, nameRevision(plan, hash, { id: makeId(), kind, language, date: '2026-10-01', at, note: '' }))
  if (!applied.ok) throw new Error(JSON.stringify(applied.error))
  return applied.value
}

const plan = aPlan({ symbol: 'CIDI/CAM/doc.3/26', activities: [anActivity(), anActivity(), anActivity()] })

describe('Naming a revision', () => {
  it('counts within its kind, and the document’s symbol follows', () => {
    const issues = ['first', 'rev', 'rev', 'corr', 'add', 'corr', 'rev'] as const
    const suffixes: (string | null)[] = []
    let current = plan
    for (const kind of issues) {
      current = named(current, kind)
      suffixes.push(current.header.revision)
    }
    expect(suffixes).toEqual([null, 'rev. 1', 'rev. 2', 'rev. 2 corr. 1', 'rev. 2 add. 1', 'rev. 2 corr. 2', 'rev. 3'])
  })

  it('goes on from the symbol of a paper that came from elsewhere', () => {
    const imported = aPlan({ symbol: 'CIDI/CAM/doc.32/16', revision: 'rev. 1' })
    expect(named(imported, 'rev').header.revision).toBe('rev. 2')
    expect(named(imported, 'corr').header.revision).toBe('rev. 1 corr. 1')
  })

  it('may correct one language version alone', () => {
    const [revision] = named(plan, 'corr', 'es').revisions
    expect(revision).toMatchObject({ kind: 'corr', number: 1, language: 'es' })
  })

  it('holds the numbers of the rows until the next one: what is put after row 2 is 2bis and 2ter, then 3 and 4', () => {
    let current = named(plan, 'rev')
    for (const index of [2, 3]) {
      const { changes } = insertActivity(current, index, makeId)
      const applied = applyChanges(current, changes)
      if (applied.ok) current = applied.value
    }
    expect([...rowLabels(current).values()]).toEqual(['1', '2', '2bis', '2ter', '3'])
    expect([...rowLabels(named(current, 'rev')).values()]).toEqual(['1', '2', '3', '4', '5'])
  })

  it('names what is put before all numbered rows by the first of them: there is no row 0', () => {
    let current = named(plan, 'rev')
    const labels: string[][] = []
    for (const index of [0, 1, 1]) {
      const { changes } = insertActivity(current, index, makeId)
      const applied = applyChanges(current, changes)
      if (applied.ok) current = applied.value
      labels.push([...rowLabels(current).values()])
    }
    expect(labels).toEqual([
      ['1ante', '1', '2', '3'],
      ['1ante', '1ante bis', '1', '2', '3'],
      ['1ante', '1ante bis', '1ante ter', '1', '2', '3'],
    ])
  })

  it('counts rows where a revision had none', () => {
    const empty = named({ ...plan, activities: [] }, 'rev')
    expect([...rowLabels({ ...empty, activities: plan.activities }).values()]).toEqual(['1', '2', '3'])
  })
})

const silence: Deadline = {
  type: 'deadline',
  id: makeId(),
  kind: 'silence',
  title: 'rev. 2',
  opened: '2026-10-01T12:00:00-04:00',
  expires: '2026-10-08T18:00:00-04:00',
  timeZone: 'America/New_York',
  note: '',
}
const objection = (at: string): Objection => ({
  type: 'objection',
  id: makeId(),
  deadline: silence.id,
  author: { name: '', delegation: 'Mexico', role: 'delegation', key: null },
  at,
  reason: 'The paragraph is not agreed.',
  sent: null,
})

describe('A silence procedure', () => {
  it.each([
    ['runs until its exact expiry', [], '2026-10-08T22:00:00Z', 'running'],
    ['adopts the text when nobody objected', [], '2026-10-08T22:00:01Z', 'adopted'],
    ['is broken by an objection in time', ['2026-10-08T21:59:00Z'], '2026-10-09T00:00:00Z', 'broken'],
    ['is broken at once, before it expires', ['2026-10-02T09:00:00Z'], '2026-10-02T10:00:00Z', 'broken'],
    [
      'is not broken by an objection after its expiry, whatever the zone it was written in',
      ['2026-10-08T18:00:01-04:00'],
      '2026-10-09T00:00:00Z',
      'adopted',
    ],
  ] as const)('%s', (_, objections, now, state) => {
    const negotiated = { objections: objections.map(objection) }
    expect(deadlineState(negotiated, silence, now)).toBe(state)
    expect(objectionsInTime(negotiated, silence)).toHaveLength(state === 'broken' ? 1 : 0)
  })

  it('a mere deadline expires, and is no longer to come', () => {
    const deadline = { ...silence, kind: 'deadline' as const }
    expect(deadlineState({ objections: [] }, deadline, '2026-10-09T00:00:00Z')).toBe('expired')
    expect(upcoming({ deadlines: [deadline] }, '2026-10-09T00:00:00Z')).toEqual([])
    expect(upcoming({ deadlines: [deadline] }, '2026-10-08T00:00:00Z')).toEqual([deadline])
  })
})
