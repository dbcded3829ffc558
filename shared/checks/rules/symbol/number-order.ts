import { expectedSession, seriesPlace } from '../../../register/series.ts'
import { nothing, type RuleOf } from '../../rule.ts'

export const numberOrder: RuleOf<'citation'> = {
  meta: {
    id: 'symbol/number-order',
    severity: 'warning',
    protects: 'A mistyped number does not pass for a text nobody has read',
    scope: 'citation',
    messages: {
      below: '{symbol} cannot be of {year}: the lower number {neighbour} is of a later year.',
      above: '{symbol} cannot be of {year}: the higher number {neighbour} is of an earlier year.',
    },
  },
  check: ({ citation: { symbol, written }, resolution }, { register }) => {
    if (symbol === null || resolution !== null) return nothing
    const place = seriesPlace(symbol)
    if (place === null || place.year === null) return nothing
    const session = expectedSession(symbol)
    if (session !== null && session.written !== session.expected) return nothing
    const { below, above } = register.neighbours(symbol)
    const data = { symbol, year: place.year.toString() }
    if (below !== null && (below.place.year ?? 0) > place.year) {
      return [{ message: 'below', data: { ...data, neighbour: below.symbol }, about: symbol, written }]
    }
    if (above !== null && (above.place.year ?? place.year) < place.year) {
      return [{ message: 'above', data: { ...data, neighbour: above.symbol }, about: symbol, written }]
    }
    return nothing
  },
}
