import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanFile, writePlanFile } from '#shared/exchange/plan-file.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aProvision, aRemark, aSection, aWaiver, on } from '../../builders/plan.ts'

const text = writePlanFile({
  plan: aPlan({
    sections: [aSection({ kind: 'introduction', heading: 'INTRODUCTION', blocks: ['One.', 'Two.'] })],
    mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])],
    activities: [
      anActivity({
        when: on('2021-01-26'),
        mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20']), aRemark('Remark')],
        items: ['One', 'Two'],
      }),
      anActivity({ when: on('2021-02-26'), items: ['Three'] }),
    ],
    waivers: [aWaiver('date/weekday')],
  }),
  instruments: [
    anInstrument('AG/RES. 2910 (XLVII-O/17)', { provisions: [aProvision('20', 'To act.'), aProvision('20', 'To act again.')] }),
  ],
  generator: 'Mandato 0.1.0',
  exportedAt: '2026-11-23T10:00:00+00:00',
  unknown: {},
})

/** The objects of a file into which a newer program may have put fields: all but maps by language and by rule. */
function placesIn(value: unknown, field = ''): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => placesIn(entry))
  if (typeof value !== 'object' || value === null || ['titles', 'text', 'summary', 'severities'].includes(field)) return []
  return [value as Record<string, unknown>, ...Object.entries(value).flatMap(([name, member]) => placesIn(member, name))]
}

const written = (file: string): string => {
  const read = readPlanFile(file)
  if (!read.ok) throw new Error(read.error.sentence)
  expect(read.value.setAside).toEqual([])
  return writePlanFile(read.value)
}

describe('fields that a newer program added', () => {
  it('come back as they were, wherever they stand', () => {
    const name = fc.oneof(
      fc.constantFrom('constructor', 'prototype', 'toString', 'hasOwnProperty', '#0', 'x id'),
      fc.string().map((own) => `x ${own}`),
    )
    const content = fc.jsonValue({ depthSize: 'small' }).filter((value) => !JSON.stringify(value).includes('__proto__'))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), name, content), { maxLength: 6 }), (fields) => {
        const file: unknown = JSON.parse(text)
        const places = placesIn(file)
        for (const [place, field, value] of fields) Object.assign(places[place % places.length] ?? {}, { [field]: value })
        expect(written(JSON.stringify(file))).toBe(canonicalize(file))
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  it('stay with their row when another row is put before it, and go with the row', () => {
    const file: { plan: { activities: object[] } } = JSON.parse(text)
    Object.assign(file.plan.activities[0] ?? {}, { colour: 'blue' })
    const read = readPlanFile(JSON.stringify(file))
    if (!read.ok) throw new Error(read.error.sentence)
    const { plan } = read.value
    const saved = (activities: typeof plan.activities): unknown =>
      JSON.parse(writePlanFile({ ...read.value, plan: { ...plan, activities } }))
    expect(saved([anActivity({ id: crypto.randomUUID() }), ...plan.activities])).toMatchObject({
      plan: { activities: [{}, { colour: 'blue' }, {}] },
    })
    expect(JSON.stringify(saved(plan.activities.slice(1)))).not.toContain('blue')
  })

  it('never take the place of what the plan says', () => {
    const read = readPlanFile(text)
    if (!read.ok) throw new Error(read.error.sentence)
    const unknown = {
      plan: { header: { id: { x: 1 }, title: 'Other', committee: 'none' }, activities: 'none' },
      register: [],
      waivers: { x: 1 },
    }
    expect(writePlanFile({ ...read.value, unknown })).toBe(text)
  })

  it('are harmless under the names that objects inherit', () => {
    const evil = text
      .replaceAll('"type":"activity"', '"type":"activity","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}')
      .replace('"label":"20"', '"label":"__proto__","colour":"blue"')
    const again = written(evil)
    expect(again).toContain('"constructor":{"prototype":{"polluted":true}}')
    expect(again).toContain('"colour":"blue"')
    expect(again).not.toContain('"__proto__":')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(written(again)).toBe(again)
  })
})
