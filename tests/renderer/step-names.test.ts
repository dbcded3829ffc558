import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { say } from '#shared/locales/message.ts'
import { refusedWords, stepName } from '../../renderer/app/words.ts'
import { usePreferences } from '../../renderer/stores/preferences.ts'

// Preferences are kept where the window is; here there is nothing to read them from.
vi.hoisted(() => {
  vi.stubGlobal('location', { protocol: 'mandato:' })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} })
})
afterAll(() => vi.unstubAllGlobals())

describe('The name of a step', () => {
  beforeEach(() => usePreferences.setState({ language: 'fr' }))
  afterEach(() => usePreferences.setState({ language: 'en' }))

  test('calls delegations and offices as the reader does, whoever took the step', () => {
    expect(stepName(say('step.decide-accepted', { who: 'Mexico' }))).toBe('Accepter une proposition (Mexique)')
    expect(stepName(say('step.collect', { delegation: 'Brazil' }))).toBe('Propositions (Brésil)')
    expect(stepName(say('step.received', { sender: 'Chair' }))).toBe('Texte reçu (Présidence)')
  })

  test('leaves names alone that no delegation has', () => {
    expect(stepName(say('step.received', { sender: 'plan.mandato' }))).toBe('Texte reçu (plan.mandato)')
    expect(stepName(say('step.heading', { heading: 'Mexico' }))).toBe('Intertitre Mexico')
  })

  test('says the first issue in the reader’s language, and what a later version calls a step as far as it is known', () => {
    expect(stepName(say('step.name-revision', { revision: '' }))).toBe('Nommer la première version')
    expect(stepName(say('step.name-revision', { revision: 'rev. 2' }))).toBe('Nommer rev. 2')
    expect(stepName(say('step.of-the-future'))).toBe('Une modification antérieure')
  })
})

describe('Why a file is refused', () => {
  test('is said with what the file itself says; a reason of a later version in general', () => {
    expect(refusedWords({ kind: 'newer-version', values: { name: 'a.mandato', by: 'unknown', version: 2, newest: 1 } }, 'a.mandato')).toBe(
      'a.mandato was written by a newer program in version 2 of the format; this program reads up to version 1. Update Mandato to open it.',
    )
    expect(refusedWords({ kind: 'haunted', values: {} }, 'a.mandato')).toBe(
      'a.mandato cannot be used as a plan: it is damaged, or of another kind.',
    )
  })
})
