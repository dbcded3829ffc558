/** In whose manner characters are drawn that Chinese, Japanese and Korean share. */
export type EastAsian = 'chinese' | 'japanese' | 'korean'

/** The manner of a text: kana make it Japanese and hangul Korean. */
export const eastAsianOf = (text: string): EastAsian =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'japanese' : /\p{Script=Hangul}/u.test(text) ? 'korean' : 'chinese'

const eastAsian = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Hangul}\u3000-\u303f\uff00-\uffef]/u

/** Whether a character is one of those that Chinese, Japanese and Korean are written with, and looks best among them. */
export const isEastAsian = (character: string): boolean => eastAsian.test(character)
