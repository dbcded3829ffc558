import { createRouterClient, implement } from '@orpc/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { DocumentOptions } from '#shared/contract/documents.ts'
import { type Api, provideApi } from '../../renderer/api.ts'
import { leavePreview, refreshPreview, usePreview } from '../../renderer/features/documents/preview-store.ts'
import { writeDocument } from '../../renderer/features/documents/write-document.ts'
import { numberedId } from '../builders/plan.ts'

const planId = numberedId(1)
const options = (language: DocumentOptions['language'] = 'en'): DocumentOptions => ({ layout: 'calendar', paper: 'letter', language })

/** Writes of which the test decides when they end. The document is its language's name. */
function aWriter() {
  const started: string[] = []
  const ended: string[] = []
  const gates = new Map<string, PromiseWithResolvers<void>>()
  const gate = (language: string) => {
    const held = gates.get(language) ?? Promise.withResolvers<void>()
    gates.set(language, held)
    return held
  }
  const server = implement(contract)
  const write = server.documents.write.handler(async function* ({ input, errors, signal }) {
    const { language } = input.options
    started.push(language)
    signal?.addEventListener('abort', () => ended.push(language))
    yield { kind: 'progress', share: 0.5 }
    await gate(language).promise
    if (language === 'fr') throw errors.NOT_WRITTEN()
    const file = { name: 'plan.pdf', mediaType: 'application/pdf', base64: btoa(language) }
    yield { kind: 'written', ...file, pages: 1, missingCharacters: ['中'], leftOut: [] }
  })
  provideApi({ documents: createRouterClient({ write }) } as unknown as Api)
  return { started, ended, open: (language: string) => gate(language).resolve() }
}

const shown = (): string => new TextDecoder().decode(usePreview.getState().bytes ?? new Uint8Array())

beforeEach(() => leavePreview())

describe('the preview', () => {
  test('shows the document when it is written, and until then how far it is', async () => {
    const { open } = aWriter()
    const refreshed = refreshPreview(planId, options())
    await expect.poll(() => usePreview.getState().share).toBe(0.5)
    expect(usePreview.getState()).toMatchObject({ state: 'working', bytes: null })
    open('en')
    await refreshed
    expect(shown()).toBe('en')
    expect(usePreview.getState()).toMatchObject({ state: 'idle', missingCharacters: ['中'] })
  })

  test('shows the newest: what was begun before is given up, and the last one stays in view meanwhile', async () => {
    const { open, started, ended } = aWriter()
    open('en')
    await refreshPreview(planId, options('en'))
    const older = refreshPreview(planId, options('es'))
    await expect.poll(() => started).toEqual(['en', 'es'])
    const newer = refreshPreview(planId, options('pt'))
    expect(ended).toContain('es')
    expect(shown()).toBe('en')
    open('pt')
    open('es')
    await Promise.all([older, newer])
    expect(shown()).toBe('pt')
  })

  test('waits for a pause in the typing before it writes again', async () => {
    const { open, started } = aWriter()
    open('en')
    open('pt')
    await refreshPreview(planId, options('en'))
    await Promise.all([refreshPreview(planId, options('es')), refreshPreview(planId, options('fr')), refreshPreview(planId, options('pt'))])
    expect(started).toEqual(['en', 'pt'])
  })

  test('says that it failed, and works again', async () => {
    const { open } = aWriter()
    open('fr')
    open('en')
    await refreshPreview(planId, options('fr'))
    expect(usePreview.getState().state).toBe('failed')
    await refreshPreview(planId, options('en'))
    expect(usePreview.getState().state).toBe('idle')
  })

  test('lets go of what another plan showed', async () => {
    const { open } = aWriter()
    open('en')
    await refreshPreview(planId, options('en'))
    const other = refreshPreview(numberedId(2), options('es'))
    expect(usePreview.getState().bytes).toBeNull()
    open('es')
    await other
    expect(shown()).toBe('es')
  })
})

test('a document comes as a file under its name', async () => {
  const { open } = aWriter()
  open('en')
  const shares: number[] = []
  const { file, pages } = await writeDocument(planId, 'pdf', options(), { onProgress: (share) => shares.push(share) })
  expect([file.name, file.type, await file.text(), pages]).toEqual(['plan.pdf', 'application/pdf', 'en', 1])
  expect(shares).toEqual([0.5])
})
