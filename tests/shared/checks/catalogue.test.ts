import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages, ruleMetas, rules } from '#shared/checks/catalogue.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'shared/checks/rules')
const tests = join(root, 'tests/shared/checks/rules')

const files = (parent: string, ending: string): string[] =>
  readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length).replaceAll('\\', '/'))
    .sort()

const ids = rules.map(({ meta }) => meta.id).sort()

/** Headings of a page by the ending of its file: `weekday.md`, `weekday.es.md`. */
const headings = {
  '.md': ['Why', 'Example', 'How to fix it', 'When to waive it'],
  '.es.md': ['Por qué', 'Ejemplo', 'Cómo corregirlo', 'Cuándo aceptarlo'],
  '.fr.md': ['Pourquoi', 'Exemple', 'Comment corriger', 'Quand l’accepter'],
  '.pt.md': ['Por quê', 'Exemplo', 'Como corrigir', 'Quando aceitar'],
}
const endings = Object.keys(headings)

/** Defaults of the design's table: id and severity. */
const designed = `activity/no-mandate error
activity/empty-item warning
activity/duplicate info
citation/unknown-instrument error
citation/unknown-provision error
citation/unreadable warning
citation/no-provision info
citation/not-listed warning
citation/title-mismatch warning
symbol/spelling warning
symbol/session-year error
symbol/register-mismatch error
symbol/number-order warning
mandate/unserved warning
mandate/term-lapsed warning
mandate/superseded warning
mandate/not-addressed info
date/unreadable error
date/weekday error
date/outside-term error
date/order warning
date/clash warning
date/non-working-day warning
date/tentative info
calendar/gap info
sequence/order warning
text/topic-not-scheduled warning
text/topic-not-announced info
text/translator-note warning
text/unbalanced warning
text/terminology info
text/missing-language info
document/numbering error`.split('\n')

describe('the catalogue', () => {
  test('holds the 33 rules of the design, with their severities, each once', () => {
    expect(rules.map(({ meta }) => `${meta.id} ${meta.severity}`).sort()).toEqual([...designed].sort())
    expect(new Set(ids).size).toBe(33)
  })

  test('has a file, a page in each language and a test for each rule, and none besides', () => {
    expect(files(folder, '.ts')).toEqual(ids)
    expect(files(folder, '.md')).toEqual(ids.flatMap((id) => endings.map((ending) => `${id}${ending}`.slice(0, -3))).sort())
    expect(files(tests, '.test.ts')).toEqual(ids)
  })

  test.each([...ids, 'waiver/unused'])('%s: its pages have their headings and words below each', (id) => {
    const path = id === 'waiver/unused' ? join(folder, '../waivers') : join(folder, id)
    for (const [ending, names] of Object.entries(headings)) {
      const page = readFileSync(`${path}${ending}`, 'utf8')
      expect(page.startsWith(`# ${id}\n`)).toBe(true)
      expect([...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(names)
      for (const name of names) {
        const words = page.split(`## ${name}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
        expect(words.length, `${name} in ${ending}`).toBeGreaterThan(5)
      }
    }
  })

  test('knows the page of what the engine itself reports', () => {
    expect(ruleMetas.map(({ id }) => id)).toContain('waiver/unused')
  })

  test('says in a few words what each rule protects', () => {
    for (const { protects } of ruleMetas) expect(protects.length).toBeGreaterThan(10)
  })

  test('names every message by its rule', () => {
    for (const id of messages.keys()) expect(id).toMatch(/^[a-z]+\/[a-z-]+#[a-z-]+$/)
  })

  test('lets no rule import another', () => {
    for (const id of ids) {
      const source = readFileSync(join(folder, `${id}.ts`), 'utf8')
      expect([...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]).filter((path) => path?.startsWith('./'))).toEqual([])
      expect(source).not.toContain('/rules/')
    }
  })
})
