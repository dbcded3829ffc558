import { expect, test } from 'vitest'
import { isSafeLink, readLink } from '#shared/lib/links.ts'

test('links lead to the web and to mail, and nowhere else', () => {
  expect(['https://example.org', 'HTTP://example.org/a?b#c', 'mailto:a@b.example'].map(isSafeLink)).toEqual([true, true, true])
  expect(['javascript:alert(1)', 'file:///etc', 'data:text/html,x', 'https://', 'mailto:', '#note', '/a'].map(isSafeLink)).not.toContain(
    true,
  )
})

test('an address is read as people type it', () => {
  expect(readLink(' www.example.org/a ')).toBe('https://www.example.org/a')
  expect(readLink('cam@example.org')).toBe('mailto:cam@example.org')
  expect(readLink('https://example.org')).toBe('https://example.org')
  expect([readLink('two words'), readLink('javascript:x'), readLink(''), readLink('word')]).toEqual([null, null, null, null])
})
