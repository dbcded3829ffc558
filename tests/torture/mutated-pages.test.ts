import { expect, test } from 'vitest'
import { columnsOfPasted, readPastedRows } from '#shared/importing/pasted-rows.ts'
import { readPastedLines, readPastedTable } from '#shared/importing/pasted-table.ts'
import { readPastedText } from '#shared/importing/pasted-text.ts'
import { termFrom } from '#shared/model/plan.ts'
import { orderKeysAt } from '#shared/operations/edits.ts'
import { aPlan, aSection, counterIds, numberedId } from '../builders/plan.ts'
import { mutateTags } from './document-mutations.ts'
import { fixture, readAsPlan, register, useAsPlan, writtenPlans } from './mutated-plans.ts'
import { readMutants, timeout, times } from './mutants.ts'
import { pick } from './mutations.ts'

test(`${times} mutated web pages: each is a plan that can be used, or refused by a sentence`, { timeout }, async () => {
  const pages = (await writtenPlans('html')).map((bytes) => Buffer.from(bytes).toString('utf8'))
  const read = await readMutants('web page', (random) => readAsPlan(mutateTags(pick(random, pages) ?? '', random), 'mutated.html'))
  expect(read).toBe(times)
})

/** What was copied in another program, as rows, as lines and as text, in a plan that can be used. */
function paste(html: string, text: string): string {
  const makeId = counterIds()
  const clipboard = { html, text }
  const table = readPastedTable(clipboard)
  const context = { makeId, names: register.names, language: 'en', term: termFrom(2026) } as const
  const rows = table === null ? [] : readPastedRows(table, columnsOfPasted(table), context)
  const keys = orderKeysAt([], 0, rows.length)
  const activities = rows.map((row, index) => ({ ...row, order: keys[index] ?? row.order }))
  const lines = readPastedLines(clipboard).map((line) => ({ id: makeId(), ...line }))
  const section = { ...aSection({ id: numberedId(0xf_0001) }), blocks: readPastedText(clipboard, makeId) }
  const [first, ...rest] = activities
  const all = first === undefined ? [] : [{ ...first, items: lines }, ...rest]
  useAsPlan(aPlan({ id: numberedId(0xf_0000), sections: [section], activities: all }))
  return table === null ? 'read as lines' : 'read as a table'
}

test(`${times} mutated clipboards: each gives rows, lines and text that can be used`, { timeout }, async () => {
  const copied = ['word', 'excel', 'writer', 'browser'].map((name) => fixture(`clipboard/${name}.html`))
  const read = await readMutants('clipboard', (random) => {
    const html = Buffer.from(mutateTags(pick(random, copied) ?? '', random)).toString('utf8')
    return paste(html, html.replaceAll(/<[^>]*>/g, '\t'))
  })
  expect(read).toBe(times)
})
