import { describe, expect, it } from 'vitest'
import { bareInstrument } from '#shared/register/bare-instrument.ts'
import { numberedId } from '../../builders/plan.ts'

const known = { id: numberedId(1), title: null, language: 'en' } as const

describe('what a symbol alone says of an instrument', () => {
  it.each([
    ['AG/RES. 3100 (LIV-O/24)', 'resolution', 'General Assembly of the Organization of American States', 2024],
    ['AG/DEC. 95 (XLVII-O/17)', 'declaration', 'General Assembly of the Organization of American States', 2017],
    ['CP/RES. 760 (1217/99)', 'resolution', 'Permanent Council of the Organization of American States', 1999],
    ['CIDI/CAM/doc.32/16 rev. 1', 'document', '', 2016],
    ['A/RES/75/136', 'resolution', '', null],
    ['A/75/427', 'other', '', null],
  ])('%s', (symbol, kind, body, year) => {
    expect(bareInstrument(symbol, known)).toMatchObject({ symbol, kind, body, year, complete: false, provisions: [] })
  })

  it('keeps the title that stands beside it, in the plan’s language', () => {
    expect(bareInstrument('AG/RES. 3100 (LIV-O/24)', { ...known, title: 'Migración', language: 'es' }).titles).toEqual({ es: 'Migración' })
  })
})
