const values: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** Writes a whole number from 1 to 3999 as a Roman numeral; numbers outside have none and give an empty string. */
export function numberToRoman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return ''
  let rest = number
  let roman = ''
  for (const [value, letters] of values) {
    while (rest >= value) {
      roman += letters
      rest -= value
    }
  }
  return roman
}

/** Reads a Roman numeral by its letters' values, well formed or not ("XXXXVIII" is 48); null when a character is none of its letters. */
export function sloppyRomanToNumber(text: string): number | null {
  if (text.length > 15) return null
  let sum = 0
  let previous = 0
  for (let index = text.length - 1; index >= 0; index--) {
    const value = digits[text.charAt(index).toUpperCase()]
    if (value === undefined) return null
    sum += value < previous ? -value : value
    previous = Math.max(previous, value)
  }
  return sum > 0 ? sum : null
}

/** Reads a well-formed Roman numeral in either case; null for anything else. */
export function romanToNumber(text: string): number | null {
  const number = sloppyRomanToNumber(text)
  return number !== null && numberToRoman(number) === text.toUpperCase() ? number : null
}
