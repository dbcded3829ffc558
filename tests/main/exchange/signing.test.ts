import { describe, expect, test } from 'vitest'
import { writePlanFile } from '#shared/exchange/plan-file.ts'
import { signedTextOf } from '#shared/exchange/signed-text.ts'
import type { KnownKey } from '#shared/exchange/signature.ts'
import { fingerprintOf, judge, keyToRemember, makeKey, signingKey } from '../../../main/exchange/signing.ts'
import { anAuthor } from '../../builders/negotiation.ts'
import { anActivity, aPlan } from '../../builders/plan.ts'

const mexico = signingKey(makeKey())
const canada = signingKey(makeKey())
const sender = anAuthor('Mexico', { key: mexico.fingerprint })
const since = '2026-09-01T10:00:00Z'

const file = (by = sender, key = mexico): string =>
  writePlanFile(
    {
      plan: aPlan({ title: 'Work plan', activities: [anActivity({ items: ['Opening'] })] }),
      instruments: [],
      generator: 'Mandato 0.1.0',
      exportedAt: '2026-10-01T10:00:00Z',
      exportedBy: by,
      unknown: { colour: 'blue' },
    },
    key.sign,
  )

const verdict = (text: string, known: readonly KnownKey[] = [], own: string | null = null, by = sender) =>
  judge(signedTextOf(text), by, { own, known })

const knownAs = (delegation: string, fingerprint = mexico.fingerprint): KnownKey => ({ fingerprint, delegation, name: '', since })

describe('a signed file', () => {
  test('is by an unknown key at first, then by a known one, since when', () => {
    const state = verdict(file())
    expect(state).toEqual({ kind: 'new', fingerprint: mexico.fingerprint })
    const key = keyToRemember(state, sender, since)
    expect(key).toEqual({ fingerprint: mexico.fingerprint, delegation: 'Mexico', name: '', since })
    expect(verdict(file(), key === null ? [] : [key])).toEqual({
      kind: 'known',
      fingerprint: mexico.fingerprint,
      delegation: 'Mexico',
      since,
    })
  })

  test('is one’s own when one’s own key signed it', () => {
    expect(verdict(file(), [], mexico.fingerprint)).toEqual({ kind: 'own', fingerprint: mexico.fingerprint })
  })

  test('warns when another key is known for the delegation that it names', () => {
    const known = [knownAs('México', canada.fingerprint)]
    expect(verdict(file(), known)).toEqual({ kind: 'other-key', fingerprint: mexico.fingerprint, known: canada.fingerprint, since })
    expect(keyToRemember(verdict(file(), known), sender, since)).toBeNull()
  })

  test('says the name that a key came under first when it comes under another', () => {
    expect(verdict(file(), [knownAs('Permanent Mission of Mexico')])).toMatchObject({
      kind: 'known',
      delegation: 'Permanent Mission of Mexico',
    })
  })

  test('may be written in another way without being changed: only its content is signed', () => {
    expect(verdict(JSON.stringify(JSON.parse(file()), null, 2))).toMatchObject({ kind: 'new' })
  })

  test.each([
    ['a letter', (text: string) => text.replace('Opening', 'Opened')],
    ['a field that we do not know', (text: string) => text.replace('"blue"', '"red"')],
    ['the sender', (text: string) => text.replace('"delegation":"Mexico"', '"delegation":"Canada"')],
    ['a field that was added', (text: string) => text.replace('{"', '{"added":1,"')],
    ['the signature', (text: string) => text.replace(/"value":"..../, '"value":"AAAA')],
    ['the key', (text: string) => text.replace(mexico.sign('').key, canada.sign('').key)],
    ['the algorithm', (text: string) => text.replace('Ed25519', 'none')],
  ])('is known to be changed when %s is', (_, change) => {
    const signed = file()
    expect(change(signed)).not.toBe(signed)
    expect(verdict(change(signed))).toMatchObject({ kind: 'changed' })
  })

  test('is not believed when it names a key that did not sign it', () => {
    expect(verdict(file(sender, canada))).toEqual({ kind: 'changed', fingerprint: mexico.fingerprint })
  })

  test('may carry several signatures, all of which must hold', () => {
    const signed = file()
    const whole = JSON.parse(signed) as { signatures: unknown[] }
    const covered = signedTextOf(signed)?.text ?? ''
    const both = JSON.stringify({ ...whole, signatures: [canada.sign(covered), ...whole.signatures] })
    expect(verdict(both)).toEqual({ kind: 'new', fingerprint: mexico.fingerprint })
    const bad = JSON.stringify({ ...whole, signatures: [...whole.signatures, canada.sign('other words')] })
    expect(verdict(bad)).toMatchObject({ kind: 'changed' })
  })

  test('whose signature was taken off is unsigned', () => {
    const { signatures: _gone, ...rest } = JSON.parse(file()) as Record<string, unknown>
    expect(verdict(JSON.stringify(rest))).toEqual({ kind: 'unsigned' })
    expect(verdict(JSON.stringify({ ...rest, signatures: [] }))).toEqual({ kind: 'unsigned' })
    expect(verdict(JSON.stringify({ ...rest, signatures: 'mine' }))).toMatchObject({ kind: 'changed' })
  })
})

test('a fingerprint is eight groups of four, the beginning of the key’s SHA-256', () => {
  expect(fingerprintOf(new TextEncoder().encode('abc'))).toBe('BA78 16BF 8F01 CFEA 4141 40DE 5DAE 2223')
})
