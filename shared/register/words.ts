import { fold } from '../lib/text.ts'

/** Letters and punctuation of which what follows can be said without asking Unicode. Most text is such once it is folded. */
const simple = /^[\n -~]*$/

/** Lower case without accents or punctuation, single spaces: the form in which names and titles are compared. */
export function foldWords(text: string): string {
  const folded = fold(text)
  if (simple.test(folded)) {
    const joined = folded.includes("'") ? folded.replace(/'(?=[a-z])/g, '') : folded
    return joined.replace(/[^a-z0-9 ][^a-z0-9]*| [^a-z0-9]+/g, ' ').trim()
  }
  return folded
    .replace(/['’](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that carry no subject, folded, in the four languages. */
const emptyWords = new Set(
  `a about above after all also among an and any are as at be been before being both but by can could did do does each for from further had has have
  how if in inter into is it its itself may might more most must no nor not of off on or other our out over own shall she should so some such than
  that the their them then there these they this those through to under until up upon was we were what when where which while who whom whose will
  with within would you your
  al ante asi aun como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre era es esa ese eso esta estas este esto estos
  fue ha han hasta la las le les lo los mas mediante muy ni o otra otras otro otros para pero por que se sea sean ser si sin sobre son su sus tal
  tales tambien tanto toda todas todo todos un una unas uno unos y
  afin ainsi au aux avec avoir ce ces cette comme dans des dont du elle elles est et ete etre eux il ils je leur leurs lors mais meme ne nos notre
  nous ont ou par pas plus pour qu qui sa sans se selon ses soit sont sous sur tous tout toute toutes tres une vers vos vous
  ainda ao aos aquela aquele as ate com da das deve do dos ela ele eles em entre essa esse foi foram isso ja mais mas na nao nas nem no nos num numa
  os ou outra outras outro outros pela pelas pelo pelos quando que quem sao sem seu seus sob sua suas tambem todas todos uma umas um uns`.split(
    /\s+/,
  ),
)

/** Letters of a word that are kept: enough to tell subjects apart, few enough to drop endings in all four languages. */
const stemLength = 6

const stemOf = (word: string): string => {
  if (word.length < 2 || emptyWords.has(word)) return ''
  return word.length > stemLength ? word.slice(0, stemLength) : word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}

/** Stems of words met before; papers use a few thousand. */
const known = new Map<string, string>()
const mostKnown = 50_000

/** The subject words of a folded text. */
export function stemsOfFolded(folded: string): string[] {
  const stems: string[] = []
  for (const word of folded.split(' ')) {
    let stem = known.get(word)
    if (stem === undefined) {
      stem = stemOf(word)
      if (known.size >= mostKnown) known.clear()
      known.set(word, stem)
    }
    if (stem !== '') stems.push(stem)
  }
  return stems
}

/**
 * The subject words of a text, cut to their stems, in order and with repetitions. Romance and English endings differ but all come
 * last, so cutting serves the four languages alike.
 */
export const stemsOf = (text: string): string[] => stemsOfFolded(foldWords(text))

/** A name reduced to what tells it from others: "Rules of Procedures for the Regular …" and "Rules of procedure for regular …" are one. */
export const nameKey = (name: string): string => stemsOf(name).join(' ')
