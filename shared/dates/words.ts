import { foldForms } from '../lib/text.ts'
import { type Language, languages } from '../model/language.ts'

export const monthNames: Record<Language, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  pt: ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
}

export const weekdayNames: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  pt: ['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado', 'domingo'],
}

const monthShorts: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene'],
  ['feb', 'febr', 'fev', 'fevr'],
  ['mar', 'marz'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai'],
  ['jun'],
  ['jul', 'juil'],
  ['aug', 'ago', 'agos', 'aou'],
  ['sep', 'sept', 'set', 'setiembre'],
  ['oct', 'out'],
  ['nov'],
  ['dec', 'dic', 'dez'],
]

const weekdayShorts: readonly (readonly string[])[] = [
  ['mon', 'lun', 'seg', 'segunda'],
  ['tue', 'tues', 'mar', 'ter', 'terca'],
  ['wed', 'weds', 'mie', 'mier', 'mer', 'qua', 'quarta'],
  ['thu', 'thur', 'thurs', 'jue', 'jeu', 'qui', 'quinta'],
  ['fri', 'vie', 'ven', 'sex', 'sexta'],
  ['sat', 'sab', 'sam'],
  ['sun', 'dom', 'dim'],
]

const numbered = (lists: readonly (readonly string[])[]): Map<string, number> =>
  new Map(lists.flatMap((words, index) => words.map((word): [string, number] => [foldForms(word), index + 1])))

const namesByNumber = (names: Record<Language, readonly string[]>, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => languages.map((language) => names[language][index] ?? ''))

const months = new Map([...numbered(monthShorts), ...numbered(namesByNumber(monthNames, 12))])

/** Weekdays by folded word; Portuguese ones without their `-feira`. */
export const weekdays = new Map([...numbered(weekdayShorts), ...numbered(namesByNumber(weekdayNames, 7))])

/** Whether two words differ by one letter added, left out, changed or swapped with its neighbour. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.length > restB.length) return restA.slice(1) === restB
  if (restA.length < restB.length) return restA === restB.slice(1)
  return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}

/** The month that a folded word names or abbreviates; null when none. */
export const monthOf = (word: string): number | null => months.get(word) ?? null

/**
 * The month that a folded word of four letters or more misses by one edit. Where names of different months are as near ("juln"), those of
 * `language` decide; null when they do not, or when none is near.
 */
export function misspeltMonthOf(word: string, language: Language | undefined): number | null {
  if (word.length < 4) return null
  const near = (of: readonly Language[]): Set<number> =>
    new Set(
      of.flatMap((each) =>
        monthNames[each].flatMap((name, index) => (name.length > 3 && oneEditApart(word, foldForms(name)) ? [index + 1] : [])),
      ),
    )
  const own = language === undefined ? new Set<number>() : near([language])
  const found = own.size === 1 ? own : near(languages)
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** What ordinals before "quarter" and "half" count; the last of a year is -1. */
export const ordinals = new Map<string, number>([
  ...['first', '1st', 'primer', 'primero', 'primera', 'premier', 'premiere', 'primeiro', 'primeira', 'i'].map((word): [string, number] => [
    word,
    1,
  ]),
  ...['second', '2nd', 'segundo', 'segunda', 'deuxieme', 'seconde', 'ii'].map((word): [string, number] => [word, 2]),
  ...['third', '3rd', 'tercer', 'tercero', 'troisieme', 'terceiro', 'iii'].map((word): [string, number] => [word, 3]),
  ...['fourth', '4th', 'cuarto', 'quatrieme', 'quarto', 'iv'].map((word): [string, number] => [word, 4]),
  ...['last', 'final', 'ultimo', 'ultima', 'dernier', 'derniere'].map((word): [string, number] => [word, -1]),
])

export const ordinalEndings = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'ero', 'era', 'o', 'a', 'e', 'eme'])

export const quarterWords = new Set(['quarter', 'trimestre', 'trimester'])
export const halfYearWords = new Set(['semester', 'semestre'])
export const halfWords = new Set(['half', 'mitad', 'metade', 'moitie', 'quincena', 'quinzena', 'quinzaine'])

/** Words between the parts of one date: "26 de enero de 2021", "the 3rd of May". */
export const joiners = new Set(['of', 'de', 'del', 'du', 'do', 'da', 'd', 'the'])

/** Words around a date that add nothing to it. */
export const fillers = new Set(
  (
    'on in at the of from by during for date dated day t el la los las en a de del desde durante para fecha dia le les du au aux des d l a ' +
    'pendant pour jour em no na nos nas o os ao aos as do da pelo data'
  ).split(' '),
)

/** Words and marks between the ends of a range. Those that list rather than span hold for neighbouring days only. */
export const rangeWords = new Set(['to', 'through', 'thru', 'till', 'until', 'al', 'a', 'hasta', 'au', 'ate', 'ao', 'as'])
export const rangeMarks = new Set(['-', '–', '—', '‐', '‑', '−'])
export const listWords = new Set(['and', 'y', 'et', 'e', '&', ','])

/** What a phrase of several words means in a date cell. */
export type PhraseMeaning = 'tentative' | 'open' | 'alternative' | 'early' | 'mid' | 'late'

const meanings: Record<PhraseMeaning, string> = {
  tentative:
    'tentative date|tentative dates|tentative|tentatively|provisional date|provisional|provisionally|date to be confirmed|to be confirmed|tbc|' +
    'fecha tentativa|tentativa|tentativo|fecha provisional|fecha por confirmar|por confirmar|' +
    'date provisoire|provisoire|sous reserve de confirmation|date a confirmer|a confirmer|' +
    'data tentativa|data provisoria|provisoria|provisorio|data a confirmar|a confirmar',
  open:
    'date to be determined|to be determined|date to be defined|to be defined|to be decided|to be announced|to be fixed|tbd|tba|open|' +
    'fecha por definir|por definir|fecha por determinar|por determinar|por decidir|a definirse|' +
    'date a determiner|a determiner|a definir|a fixer|data a definir|a determinar|a ser definida|a ser definido',
  alternative:
    'could be held in|could be held|could also be held|may be held|might be held|could be|or|or else|else|otherwise|alternatively|alternative date|alternative|' +
    'podria celebrarse|podria realizarse|podria llevarse a cabo|podria tener lugar|o|o bien|si no|de lo contrario|alternativamente|fecha alternativa|alternativa|' +
    'pourrait se tenir|pourrait avoir lieu|ou|ou bien|sinon|a defaut|date alternative|' +
    'poderia realizar se|podera realizar se|poderia ser realizada|senao|caso contrario|data alternativa',
  early:
    'early|early in|beginning of|at the beginning of|start of|principios de|a principios de|comienzos de|a comienzos de|inicios de|a inicios de|' +
    'debut|au debut de|debut de|inicio de|no inicio de|comeco de|no comeco de|principio de',
  mid: 'mid|middle of|mediados de|a mediados de|mi|a la mi|milieu de|milieu du mois de|meados de|em meados de',
  late: 'late|late in|end of|at the end of|finales de|a finales de|fines de|a fines de|fin de|fin|a la fin de|final de|no final de|fim de|no fim de|fins de',
}

/** Phrases by their first word, the longest first. */
export const phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly meaning: PhraseMeaning }[]> = Map.groupBy(
  (['tentative', 'open', 'alternative', 'early', 'mid', 'late'] as const)
    .flatMap((meaning) => meanings[meaning].split('|').map((phrase) => ({ words: phrase.split(' '), meaning })))
    .toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
)
