import { expect, test } from 'vitest'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { aProposal } from '../../builders/negotiation.ts'
import { anActivity } from '../../builders/plan.ts'

const written = '2026-10-01T10:00:00Z'
const proposal = aProposal(anActivity(), 'Mexico', 'In hybrid form', { at: written })

test('A proposal goes out once, and again when its author said something of it since', () => {
  expect(isUnsent(proposal)).toBe(true)
  const sent = { ...proposal, sent: '2026-10-02T10:00:00Z' }
  expect(isUnsent(sent)).toBe(false)
  expect(isUnsent({ ...sent, at: '2026-10-03T10:00:00Z', justification: 'For those who travel.' })).toBe(true)
  expect(isUnsent({ ...sent, withdrawn: '2026-10-03T10:00:00Z' })).toBe(true)
  expect(isUnsent({ ...sent, withdrawn: '2026-10-03T10:00:00Z', sent: '2026-10-04T10:00:00Z' })).toBe(false)
})

test('One that was taken back before anybody had it never goes out', () => {
  expect(isUnsent({ ...proposal, withdrawn: '2026-10-02T10:00:00Z' })).toBe(false)
})
