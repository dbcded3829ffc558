export { numberToRoman, romanToNumber, sloppyRomanToNumber } from '../lib/roman.ts'
