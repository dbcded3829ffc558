import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'

const { ipcRenderer } = vi.hoisted(() => ({ ipcRenderer: { once: vi.fn(), send: vi.fn() } }))
vi.mock('electron', () => ({ ipcRenderer }))

test('the preload script asks for a port when the document is complete, hands it to the page’s own origin, and exposes nothing', async () => {
  const events = new EventEmitter()
  const postMessage = vi.fn()
  const page = {
    location: { origin: 'app://mandato' },
    postMessage,
    addEventListener: (name: string, listener: () => void) => void events.on(name, listener),
  }
  vi.stubGlobal('window', page)
  onTestFinished(() => void vi.unstubAllGlobals())
  const before = Object.keys(page)
  await import('../../../main/preload.ts')
  expect(Object.keys(page)).toEqual(before)
  expect(ipcRenderer.send).not.toHaveBeenCalled()
  events.emit('DOMContentLoaded')
  expect(ipcRenderer.send.mock.calls).toEqual([['mandato:connect']])
  const [channel, receive] = ipcRenderer.once.mock.lastCall ?? []
  expect(channel).toBe('mandato:port')
  receive({ ports: ['port'] })
  expect(postMessage.mock.calls).toEqual([['mandato:port', 'app://mandato', ['port']]])
})
