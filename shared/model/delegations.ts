import { fold } from '../lib/text.ts'
import type { Language } from './language.ts'

/** A delegation or an office that speaks in the organization's committees. */
export interface Delegation {
  /** Its short name in each official language. The English one stands in files, so that one office has one name on every desk. */
  readonly name: Readonly<Record<Language, string>>
  /** The official languages in which it mostly works. Empty for offices that work in all of them. */
  readonly languages: readonly Language[]
}

const delegation = (en: string, es: string, fr: string, pt: string, ...languages: Language[]): Delegation => ({
  name: { en, es, fr, pt },
  languages,
})

/** The states that have ratified the organization's Charter, in the order of their English names. Older plans name those that since left, too. */
export const memberStates: readonly Delegation[] = [
  delegation('Antigua and Barbuda', 'Antigua y Barbuda', 'Antigua-et-Barbuda', 'Antígua e Barbuda', 'en'),
  delegation('Argentina', 'Argentina', 'Argentine', 'Argentina', 'es'),
  delegation('Bahamas', 'Bahamas', 'Bahamas', 'Bahamas', 'en'),
  delegation('Barbados', 'Barbados', 'Barbade', 'Barbados', 'en'),
  delegation('Belize', 'Belice', 'Belize', 'Belize', 'en'),
  delegation('Bolivia', 'Bolivia', 'Bolivie', 'Bolívia', 'es'),
  delegation('Brazil', 'Brasil', 'Brésil', 'Brasil', 'pt'),
  delegation('Canada', 'Canadá', 'Canada', 'Canadá', 'en', 'fr'),
  delegation('Chile', 'Chile', 'Chili', 'Chile', 'es'),
  delegation('Colombia', 'Colombia', 'Colombie', 'Colômbia', 'es'),
  delegation('Costa Rica', 'Costa Rica', 'Costa Rica', 'Costa Rica', 'es'),
  delegation('Cuba', 'Cuba', 'Cuba', 'Cuba', 'es'),
  delegation('Dominica', 'Dominica', 'Dominique', 'Dominica', 'en'),
  delegation('Dominican Republic', 'República Dominicana', 'République dominicaine', 'República Dominicana', 'es'),
  delegation('Ecuador', 'Ecuador', 'Équateur', 'Equador', 'es'),
  delegation('El Salvador', 'El Salvador', 'El Salvador', 'El Salvador', 'es'),
  delegation('Grenada', 'Granada', 'Grenade', 'Granada', 'en'),
  delegation('Guatemala', 'Guatemala', 'Guatemala', 'Guatemala', 'es'),
  delegation('Guyana', 'Guyana', 'Guyana', 'Guiana', 'en'),
  delegation('Haiti', 'Haití', 'Haïti', 'Haiti', 'fr'),
  delegation('Honduras', 'Honduras', 'Honduras', 'Honduras', 'es'),
  delegation('Jamaica', 'Jamaica', 'Jamaïque', 'Jamaica', 'en'),
  delegation('Mexico', 'México', 'Mexique', 'México', 'es'),
  delegation('Nicaragua', 'Nicaragua', 'Nicaragua', 'Nicarágua', 'es'),
  delegation('Panama', 'Panamá', 'Panama', 'Panamá', 'es'),
  delegation('Paraguay', 'Paraguay', 'Paraguay', 'Paraguai', 'es'),
  delegation('Peru', 'Perú', 'Pérou', 'Peru', 'es'),
  delegation('Saint Kitts and Nevis', 'San Cristóbal y Nieves', 'Saint-Kitts-et-Nevis', 'São Cristóvão e Névis', 'en'),
  delegation('Saint Lucia', 'Santa Lucía', 'Sainte-Lucie', 'Santa Lúcia', 'en'),
  delegation(
    'Saint Vincent and the Grenadines',
    'San Vicente y las Granadinas',
    'Saint-Vincent-et-les-Grenadines',
    'São Vicente e Granadinas',
    'en',
  ),
  delegation('Suriname', 'Suriname', 'Suriname', 'Suriname', 'en'),
  delegation('Trinidad and Tobago', 'Trinidad y Tobago', 'Trinité-et-Tobago', 'Trinidad e Tobago', 'en'),
  delegation('United States', 'Estados Unidos', 'États-Unis', 'Estados Unidos', 'en'),
  delegation('Uruguay', 'Uruguay', 'Uruguay', 'Uruguai', 'es'),
  delegation('Venezuela', 'Venezuela', 'Venezuela', 'Venezuela', 'es'),
]

/** Offices and groups that speak beside the states. */
export const offices: readonly Delegation[] = [
  delegation('Chair', 'Presidencia', 'Présidence', 'Presidência'),
  delegation('Vice Chair', 'Vicepresidencia', 'Vice-présidence', 'Vice-Presidência'),
  delegation('Secretariat', 'Secretaría', 'Secrétariat', 'Secretaria'),
  delegation('CARICOM', 'CARICOM', 'CARICOM', 'CARICOM', 'en'),
  delegation('SICA', 'SICA', 'SICA', 'SICA', 'es'),
]

/** In whose name a merge proposes what the other branch says, where nobody is named. No office is offered by this name. */
export const otherVersion: Delegation = delegation('The other version', 'La otra versión', 'L’autre version', 'A outra versão')

const byName: ReadonlyMap<string, Delegation> = new Map(
  [...memberStates, ...offices, otherVersion].flatMap((each) =>
    Object.values(each.name).map((name): [string, Delegation] => [fold(name), each]),
  ),
)

/** The delegation of this name, in whichever language it is written; null for one that is not listed. */
export const delegationNamed = (name: string): Delegation | null => byName.get(fold(name.trim())) ?? null

/** A delegation's name as it stands in files: `Mexico` for `México`. One that is not listed keeps the name it was given. */
export const delegationKey = (name: string): string => delegationNamed(name)?.name.en ?? name.trim()

/** A delegation's name in a language: `Mexique` for `Mexico`. One that is not listed keeps the name it was given. */
export const delegationName = (name: string, language: Language): string => delegationNamed(name)?.name[language] ?? name
