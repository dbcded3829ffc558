import { describe, expect, test } from 'vitest'
import { fillMessage, findingToJson, formatFinding, formatMessage, runChecks } from '#shared/checks/index.ts'
import { createRegister } from '#shared/register/register.ts'
import { aMandate, anActivity, anInstrument, aPlan, on } from '../../builders/plan.ts'

const register = createRegister([anInstrument('AG/RES. 2816 (XLIV-O/14)')])

describe('words of a finding', () => {
  test('name days and weekdays in the reader’s language', () => {
    const plan = aPlan({ activities: [anActivity({ when: { ...on('2021-01-26'), weekday: 1 } })] })
    const [finding] = runChecks(plan, register).filter(({ rule }) => rule === 'date/weekday')
    if (finding === undefined) throw new Error('The weekday is wrong.')
    expect(formatFinding(finding)).toBe('January 26, 2021 is a Tuesday, not a Monday.')
    expect(formatFinding(finding, 'es')).toBe('El 26 de enero de 2021 es martes, no lunes.')
    expect(formatFinding(finding, 'fr')).toBe('Le 26 janvier 2021 est un mardi, non un lundi.')
    expect(formatFinding(finding, 'pt')).toBe('26 de janeiro de 2021 é terça-feira, não segunda-feira.')
  })

  test('say what a fix writes', () => {
    expect(formatMessage({ id: 'date/non-working-day#move', data: { date: '2021-01-25' } }, 'fr')).toBe('Déplacer au 25 janvier 2021')
  })

  test('refuse a message that no rule has, and a placeholder without a value', () => {
    expect(() => formatMessage({ id: 'no/rule#found', data: {} })).toThrow('No rule has the message no/rule#found.')
    expect(() => fillMessage('{missing}', {}, 'en')).toThrow(/missing/)
  })

  test('say months by name and leave other text and numbers as they are', () => {
    expect(fillMessage('{month}, {symbol}, {count}', { month: '2018-01', symbol: 'CIDI/doc.97/14', count: 3 }, 'pt')).toBe(
      'janeiro de 2018, CIDI/doc.97/14, 3',
    )
  })
})

describe('the command line’s JSON', () => {
  test('has the design’s fields', () => {
    const activity = anActivity({ items: ['Launch'] })
    const plan = aPlan({ mandates: [aMandate('AG/RES. 2816 (XLIII-O/14)')], activities: [activity] })
    expect(runChecks(plan, register).map((finding) => findingToJson(finding))).toEqual([
      {
        rule: 'symbol/session-year',
        severity: 'error',
        row: 0,
        activity: null,
        about: 'AG/RES. 2816 (XLIV-O/14)',
        provision: null,
        written: 'AG/RES. 2816 (XLIII-O/14)',
        message: 'The General Assembly’s ordinary session of 2014 was its 44th, not its 43rd.',
        fix: 'AG/RES. 2816 (XLIV-O/14)',
      },
      {
        rule: 'mandate/unserved',
        severity: 'warning',
        row: 0,
        activity: null,
        about: 'AG/RES. 2816 (XLIV-O/14)',
        provision: null,
        written: 'AG/RES. 2816 (XLIII-O/14)',
        message: 'No activity cites AG/RES. 2816 (XLIV-O/14).',
        fix: 'AG/RES. 2816 (XLIV-O/14)',
      },
      {
        rule: 'activity/no-mandate',
        severity: 'error',
        row: 1,
        activity: activity.id,
        about: null,
        provision: null,
        written: null,
        message: 'This activity cites no mandate.',
        fix: null,
      },
    ])
  })
})
