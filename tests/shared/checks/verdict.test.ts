import { describe, expect, test } from 'vitest'
import { runChecks, verdictOf, verdictsOf } from '#shared/checks/index.ts'
import type { Activity } from '#shared/model/activity.ts'
import { createRegister } from '#shared/register/register.ts'
import { aCitation, aMandate, anActivity, anInstrument, aPlan, aProvision, aWaiver } from '../../builders/plan.ts'

const register = createRegister([
  anInstrument('AG/RES. 2904 (XLVII-O/17)', {
    titles: { en: 'Advancing Initiatives', es: 'Impulsando iniciativas' },
    year: 2017,
    provisions: [
      aProvision('4', 'To request the Council to convene a meeting.', { addressees: ['council'] }),
      aProvision('5', '', { summary: { en: 'Asks for a report.' }, term: { from: 2014, to: 2015 } }),
    ],
  }),
  anInstrument('CP/RES. 760 (1217/99)', { body: 'Permanent Council' }),
  anInstrument('AG/RES. 2 (LI-E/16) rev. 2', { body: '' }),
])

const symbol = 'AG/RES. 2904 (XLVII-O/17)'
const mandates = [aMandate(symbol), aMandate('CP/RES. 760 (1217/99)'), aMandate('AG/RES. 2 (LI-E/16) rev. 2')]
const verdict = (activity: Activity, waivers = [] as ReturnType<typeof aWaiver>[]) => {
  const plan = aPlan({ mandates, activities: [activity], waivers })
  return verdictOf(activity, runChecks(plan, register), register)
}

describe('a verdict', () => {
  test('is grounded when nothing speaks against the cited provision, and shows the chain', () => {
    const activity = anActivity({ mandate: [aCitation(symbol, ['4'])], items: ['Meeting'] })
    const { standing, reasons, chain } = verdict(activity)
    expect(standing).toBe('grounded')
    expect(reasons).toEqual([])
    expect(chain).toMatchObject([
      {
        provisions: [{ label: '4', text: 'To request the Council to convene a meeting.', official: true }],
        instrument: { symbol, title: 'Advancing Initiatives' },
        session: { number: 47, kind: 'regular', year: 2017 },
        body: 'General Assembly',
      },
    ])
  })

  test('is weak with a warning, and shows the register’s summary where it has no text', () => {
    const { standing, reasons, chain } = verdict(anActivity({ mandate: [aCitation(symbol, ['5'])], items: ['Report'] }))
    expect([standing, reasons.map(({ rule }) => rule)]).toEqual(['weak', ['mandate/term-lapsed']])
    expect(chain[0]?.provisions).toEqual([{ label: '5', text: 'Asks for a report.', official: false }])
  })

  test('is ungrounded with an error, the error first', () => {
    const activity = anActivity({ mandate: [aCitation('AG/RES. 1 (I-O/71)', ['1'])], items: ['Report'] })
    const { standing, reasons, chain } = verdict(activity)
    expect([standing, reasons.map(({ rule }) => rule)]).toEqual(['ungrounded', ['citation/unknown-instrument', 'citation/not-listed']])
    expect(chain).toMatchObject([{ instrument: null, body: null, session: { number: 1, kind: 'regular', year: 1971 } }])
  })

  test('is ungrounded without a mandate, waived or not', () => {
    const activity = anActivity({ items: ['Report'] })
    expect(verdict(activity).standing).toBe('ungrounded')
    expect(verdict(activity, [aWaiver('activity/no-mandate', { target: activity.id })])).toMatchObject({
      standing: 'ungrounded',
      reasons: [],
    })
  })

  test('does not count what the Chair has waived', () => {
    const activity = anActivity({ mandate: [aCitation(symbol, ['5'])], items: ['Report'] })
    expect(verdict(activity, [aWaiver('mandate/term-lapsed', { target: activity.id })]).standing).toBe('grounded')
  })

  test('knows special sessions, meetings of the Council, and citations by name', () => {
    const activity = anActivity({
      mandate: [
        'AG/RES. 2 (LI-E/16) rev. 2',
        'CP/RES. 760 (1217/99)',
        aCitation('x', [], { symbol: null, title: 'Pact', written: 'Pact' }),
      ],
    })
    expect(verdict(activity).chain.map(({ session, body }) => [session, body])).toEqual([
      [{ number: 51, kind: 'special', year: 2016 }, null],
      [null, 'Permanent Council'],
      [null, null],
    ])
  })

  test('comes for all activities at once, in the language asked for', () => {
    const activities = [anActivity({ mandate: [aCitation(symbol, ['4'])], items: ['Meeting'] }), anActivity({ items: ['Report'] })]
    const plan = aPlan({ mandates, activities })
    const verdicts = verdictsOf(plan.activities, runChecks(plan, register), register, 'es')
    expect([...verdicts.values()].map(({ standing }) => standing)).toEqual(['grounded', 'ungrounded'])
    expect([...verdicts.values()][0]?.chain[0]?.instrument?.title).toBe('Impulsando iniciativas')
  })
})
