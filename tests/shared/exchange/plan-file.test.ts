import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlanFile, type PlanFileContents, readPlanFile, registerExcerpt, writePlanFile } from '#shared/exchange/plan-file.ts'
import { longestPlanFile } from '#shared/exchange/limits.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aProvision, aRemark, aSection, aWaiver, on } from '../../builders/plan.ts'

const resolution = anInstrument('AG/RES. 2910 (XLVII-O/17)', { provisions: [aProvision('20', 'To urge member states to act.')] })
const plan = aPlan({
  sections: [aSection({ kind: 'introduction', heading: 'INTRODUCTION', blocks: ['Première ligne — “été”.'] })],
  mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'])],
  activities: [
    anActivity({
      when: on('2021-01-26', '14:30'),
      mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20']), aRemark('2017 Resolution')],
      items: ['Meeting', '· Ports'],
    }),
  ],
  waivers: [aWaiver('date/weekday')],
})
const contents: PlanFileContents = {
  plan,
  instruments: [resolution],
  generator: 'Mandato 0.1.0',
  exportedAt: '2026-11-23T10:00:00+00:00',
  exportedBy: null,
  unknown: {},
}
const text = writePlanFile(contents)

/** A plan file whose members a test may spoil. */
interface LooseFile {
  version?: unknown
  plan?: unknown
  register: unknown[]
}
interface LoosePlan {
  header: object
  activities: object[]
  mandates: unknown
}

/** The file's JSON with changes made to it. */
const changed = (change: (file: LooseFile, plan: LoosePlan) => void): string => {
  const file: LooseFile & { plan: LoosePlan } = JSON.parse(text)
  change(file, file.plan)
  return JSON.stringify(file)
}

const errorOf = (file: string): string => {
  const read = readPlanFile(file)
  return read.ok ? 'none' : read.error.kind
}

describe('a plan file', () => {
  it('reads back to what was written', () => {
    expect(readPlanFile(text)).toEqual({ ok: true, value: { ...contents, setAside: [], mended: [] } })
    expect(isPlanFile(text)).toBe(true)
    expect(isPlanFile('INTRODUCTION')).toBe(false)
  })

  it('is canonical: equal content is equal bytes, with members in order', () => {
    const read = readPlanFile(changed(() => undefined))
    expect(read.ok && writePlanFile(read.value)).toBe(text)
    expect(Object.keys(JSON.parse(text))).toEqual(['exportedAt', 'format', 'generator', 'kind', 'plan', 'register', 'version', 'waivers'])
  })

  it('keeps fields that it does not know and writes them back', () => {
    const read = readPlanFile(changed((file) => Object.assign(file, { seal: [{ by: 'x' }], colour: 'blue' })))
    expect(read.ok && read.value.unknown).toEqual({ seal: [{ by: 'x' }], colour: 'blue' })
    expect(read.ok && JSON.parse(writePlanFile(read.value))).toMatchObject({ seal: [{ by: 'x' }], colour: 'blue' })
  })

  it('never lets an unknown field take the place of a known one', () => {
    expect(JSON.parse(writePlanFile({ ...contents, unknown: { version: 9, plan: null } }))).toMatchObject({ version: 1, kind: 'plan' })
  })

  it('writes half a surrogate pair as a replacement character', () => {
    const odd = writePlanFile({ ...contents, plan: aPlan({ title: 'Plan \ud800' }) })
    expect(readPlanFile(odd)).toMatchObject({ ok: true, value: { plan: { header: { title: 'Plan \ufffd' } } } })
    expect(JSON.parse(writePlanFile({ ...contents, unknown: { '\udfff': 1 } }))).toMatchObject({ '\ufffd': 1 })
  })

  it('holds the instruments that the plan lists or cites, each once', () => {
    const register = { resolve: () => ({ instrument: resolution }) }
    expect(registerExcerpt(plan, register)).toEqual([resolution])
    expect(registerExcerpt(aPlan(), register)).toEqual([])
  })

  it('holds them in the order of their symbols, those without one last', () => {
    const held = [
      anInstrument('Rules', { symbol: null, titles: { en: 'Rules' } }),
      anInstrument('CIDI/doc.5/13'),
      anInstrument('AG/DEC. 88 (XLVI-O/16)'),
    ]
    const cited = ['Rules', 'CIDI/doc.5/13', 'AG/DEC. 88 (XLVI-O/16)', 'AG/RES. 1 (I-O/71)'].map((symbol) => aCitation(symbol))
    const register = {
      resolve: ({ symbol }: { readonly symbol: string | null }) => {
        const instrument = held.find((each) => each.symbol === (symbol === 'Rules' ? null : symbol))
        return instrument === undefined ? null : { instrument }
      },
    }
    const excerpt = registerExcerpt(aPlan({ activities: [anActivity({ mandate: cited })] }), register)
    expect(excerpt.map(({ symbol }) => symbol)).toEqual(['AG/DEC. 88 (XLVI-O/16)', 'CIDI/doc.5/13', null])
  })

  it('may leave open when it was written', () => {
    const undated = writePlanFile({ ...contents, exportedAt: null })
    expect(undated).not.toContain('exportedAt')
    expect(readPlanFile(undated)).toMatchObject({ ok: true, value: { exportedAt: null } })
  })
})

describe('a plan file that cannot be opened', () => {
  it.each([
    ['damaged', () => text.slice(0, -40), 'not-json'],
    ['too deep', () => '['.repeat(5000) + ']'.repeat(5000), 'too-deep'],
    ['not an object', () => '[]', 'not-a-plan-file'],
    ['of another program', () => '{"format":"other"}', 'not-a-plan-file'],
    ['without a version', () => changed((file) => delete file.version), 'not-a-plan-file'],
    ['without a plan', () => changed((file) => delete file.plan), 'not-a-plan-file'],
    ['newer', () => changed((file) => Object.assign(file, { version: 2 })), 'newer-version'],
    ['of instruments alone', () => changed((file) => Object.assign(file, { kind: 'register' })), 'no-plan'],
    ['of a kind that is not known', () => changed((file) => Object.assign(file, { kind: 'minutes' })), 'other-kind'],
    ['of proposals on no plan', () => changed((file) => Object.assign(file, { kind: 'proposals' })), 'bad-base'],
    ['without a usable header', () => changed((_file, { header }) => Object.assign(header, { language: 'de' })), 'bad-header'],
  ])('%s: says so', (_, file, kind) => {
    const read = readPlanFile(file())
    expect(read).toMatchObject({ ok: false, error: { kind, sentence: /^[A-Z].*\.$/ } })
  })

  it('says who wrote a newer one', () => {
    expect(readPlanFile(changed((file) => Object.assign(file, { version: 3, generator: 'Mandato 4.0' })))).toMatchObject({
      error: { sentence: /^The file was written by Mandato 4\.0 in version 3/ },
    })
  })

  it('says so too where a newer one does not say who wrote it, and where a file is too large', () => {
    expect(readPlanFile('{"format":"mandato","version":2}')).toMatchObject({
      error: { sentence: /written by a newer program in version 2/ },
    })
    expect(errorOf(' '.repeat(longestPlanFile + 1))).toBe('too-large')
  })

  it('refuses more values than a plan can have, before it parses them', () => {
    expect(errorOf(`[${'0,'.repeat(4_000_001)}0]`)).toBe('too-many')
  })
})

describe('a plan file with bad records', () => {
  it('sets them aside with their content, and opens with the rest', () => {
    const read = readPlanFile(
      changed((file, loose) => {
        loose.activities.push({ ...loose.activities[0], id: 'not an id' }, { ...loose.activities[0] })
        loose.mandates = 'none'
        file.register.push(null)
      }),
    )
    expect(read).toMatchObject({
      ok: true,
      value: { plan: { activities: [{ items: [{ text: 'Meeting' }, { text: 'Ports' }] }], mandates: [] } },
    })
    expect(read.ok && read.value.setAside.map(({ list, index, reason }) => `${list} ${index} ${reason.split(':')[0]}`)).toEqual([
      'mandates 0 not a list',
      'activities 1 id',
      'activities 2 id',
      'register 1 Invalid input',
    ])
  })

  it('is not led astray by names that objects inherit', () => {
    const evil = text
      .replace('"waivers":', '"__proto__":{"polluted":true},"waivers":')
      .replace('"severities":{}', '"severities":{"__proto__":"off","constructor":"off"}')
    const read = readPlanFile(evil)
    expect(read).toMatchObject({ ok: true })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(read.ok && Object.keys(read.value.unknown)).toEqual([])
  })

  it('never fails in any other way, whatever the bytes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.integer({ min: 0, max: 30 }),
        (at, put, cut) => {
          const read = readPlanFile(text.slice(0, at) + put + text.slice(at + cut))
          expect(read.ok || read.error.sentence).toBeTruthy()
        },
      ),
      { seed: 5, numRuns: 2000 },
    )
  })
})
