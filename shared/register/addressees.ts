import type { Addressee } from '../model/instrument.ts'
import type { Language } from '../model/language.ts'
import { foldWords } from './words.ts'

/** Who is meant by the first words after "To instruct …", most telling first. Matched against folded words. */
const parties: readonly (readonly [Addressee, RegExp])[] = [
  ['chair', /^(?:the )?(?:chair|chairman|chairperson|presidente|presidenta|presidencia|president|presidence|presidencia)\b/],
  [
    'committee',
    /^(?:(?:oas )?committee on migra|comision de asuntos migratorios|commission des questions migratoires|comissao de assuntos migratorios|special committee on migration|cam\b|ceam\b|this committee|esta comision|cette commission|esta comissao|committee$)/,
  ],
  [
    'council',
    /^(?:inter american council for integral|consejo interamericano para el desarrollo|conseil interamericain pour le developpement|conselho interamericano de desenvolvimento|cidi\b|permanent council|consejo permanente|conseil permanent|conselho permanente)/,
  ],
  ['assembly', /^(?:general assembly|asamblea general|assemblee generale|assembleia geral)/],
  [
    'secretariat',
    /^(?:(?:oas )?(?:general secretariat|secretary general|secretariat|executive secretariat|technical secretariat)|secretari[ao] (?:general|geral|ejecutiv|executiv|tecnic)|secretariat general|secretaire general|secretariat executif|sedi\b|secretaria\b|department of|departamento de)/,
  ],
  [
    'states',
    /^(?:all |the |oas )*(?:member states|states|governments|countries|member countries)|^(?:estados miembros|los estados|estados\b|gobiernos|paises|etats membres|etats|gouvernements|pays|estados membros|governos)/,
  ],
]

const skip =
  /^(?:to |the |all |oas |al |a |la |el |los |las |au |aux |le |les |l |o |os |as |ao |aos |a l |ses |its |sus |seus |todos |todas )+/

/** Directive verbs, folded: what follows names the addressee. */
const directives: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:to )?(?:instruct|request|urge|invite|call upon|call on|encourage|entrust|recommend to|recommend that|ask|direct|commission|charge|authorize|reiterate to|exhort|requests|instructs|urges|invites|calls upon|encourages)s?\b /g,
  es: /\b(?:encomendar|encargar|solicitar|pedir|instar|exhortar|invitar|instruir|alentar|recomendar|urgir|autorizar|encomienda|solicita|insta|exhorta|invita|alienta)\b /g,
  fr: /\b(?:charger|demander|prier instamment|prier|exhorter|inviter|encourager|recommander|donner instruction|donner pour instruction|engager|autoriser|charge|demande|prie|exhorte|invite|encourage)\b /g,
  pt: /\b(?:encarregar|incumbir|solicitar|instar|exortar|convidar|pedir|instruir|incentivar|encorajar|recomendar|autorizar|encarrega|solicita|insta|exorta|convida)\b /g,
}

/** "The CAM shall …", "El CAM funcionará …": the subject of a duty is its addressee. */
const subjects: Readonly<Record<Language, RegExp>> = {
  en: /^(?:that )?(.{2,90}?) (?:shall|will|is to|are to|should)\b/,
  es: /^(?:que )?(.{2,90}?) (?:debera|deberan|funcionara|sera|seran|considerara)\b/,
  fr: /^(?:que )?(.{2,90}?) (?:devra|devront|sera|seront|fonctionne|fonctionnera)\b/,
  pt: /^(?:que )?(.{2,90}?) (?:devera|deverao|funcionara|sera|serao)\b/,
}

function partyOf(words: string): Addressee | null {
  const bare = words.replace(skip, '')
  return parties.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/**
 * Whom a provision speaks to, in the order named: "To instruct the CAM …" the committee, "To urge member states …" the states. A directive
 * whose addressee is none of the known ones counts as `others`. Empty when the text directs nobody ("To acknowledge …").
 */
export function addresseesOf(text: string, language: Language = 'en'): Addressee[] {
  const folded = foldWords(text.slice(0, 4000))
  const found: Addressee[] = []
  for (const match of folded.matchAll(directives[language])) {
    const rest = folded.slice(match.index + match[0].length, match.index + match[0].length + 160)
    const party = partyOf(rest) ?? (found.length === 0 && match.index < 40 ? 'others' : null)
    if (party !== null && !found.includes(party)) found.push(party)
  }
  const subject = found.length === 0 ? subjects[language].exec(folded)?.[1] : undefined
  const party = subject === undefined ? null : partyOf(subject)
  if (party !== null) found.push(party)
  return found
}
