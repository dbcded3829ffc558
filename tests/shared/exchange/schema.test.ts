import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from '#shared/lib/zod.ts'
import { nameIndex } from '#shared/citations/read.ts'
import { readPlanFile, writePlanFile } from '#shared/exchange/plan-file.ts'
import { planFileSchema } from '#shared/exchange/schema.ts'
import { importText } from '#shared/importing/import-text.ts'
import { counterIds } from '../../builders/plan.ts'

const root = resolve(import.meta.dirname, '../../..')
const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8')
const conforms = z.fromJSONSchema(JSON.parse(JSON.stringify(planFileSchema())))

const fileOf = (path: string): string => {
  const imported = importText(textOf(path), { makeId: counterIds(), register: { names: nameIndex([]) } })
  if (!imported.ok) throw new Error(imported.error.sentence)
  const { plan, instruments } = imported.value
  return writePlanFile({ plan, instruments, generator: 'Mandato', exportedAt: '2026-11-23T10:00:00Z', unknown: { colour: 'blue' } })
}

/** The example on the page that describes the format. */
const example = /```json\n([\s\S]*?)```/.exec(textOf('docs/plan-file.md'))?.[1] ?? ''

describe('the published schema', () => {
  // Written anew by: node -p "JSON.stringify(require('./shared/exchange/schema.ts').planFileSchema())" > docs/plan-file.schema.json, then formatted.
  it('is the one that the validators make', () => {
    expect(JSON.parse(textOf('docs/plan-file.schema.json'))).toEqual(JSON.parse(JSON.stringify(planFileSchema())))
  })

  it.each([
    'tests/fixtures/plan-artefacts.txt',
    'tests/fixtures/plan-es.txt',
    'tests/fixtures/plan-fr-pipes.md',
    'main/assets/sample-plan.txt',
  ])('holds for the file made of %s', (path) => {
    expect(conforms.safeParse(JSON.parse(fileOf(path))).error).toBeUndefined()
  })

  it('holds for the example on its page, which opens with nothing set aside', () => {
    expect(conforms.safeParse(JSON.parse(example)).error).toBeUndefined()
    expect(readPlanFile(example)).toMatchObject({
      ok: true,
      value: { setAside: [], plan: { activities: [{ items: [{ text: 'Opening' }] }] } },
    })
  })

  it('refuses a file of another format, and a row whose date is none', () => {
    expect(conforms.safeParse(JSON.parse(example.replace('"mandato"', '"other"'))).success).toBe(false)
    expect(conforms.safeParse(JSON.parse(example.replace('"2027-01-26"', '"26 January"'))).success).toBe(false)
  })
})
