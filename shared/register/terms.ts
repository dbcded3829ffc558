import type { Language } from '../model/language.ts'

/** A name that differs from the official one. */
export interface Term {
  readonly language: Language
  /** Matches what is written, whole words, case kept apart where names need capitals. */
  readonly written: RegExp
  readonly official: string
}

const term = (language: Language, written: string, official: string, flags = 'giu'): Term => ({
  language,
  written: new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, flags),
  official,
})

/** A vice president "of Guatemala" or "of the Republic" holds another office, and so does one whose name follows. */
const noState = String.raw`(?!\s+(?:of|de|del|da|do|du|des)\s+(?:the\s+|la\s+|el\s+|a\s+|o\s+)?(?!CAM|Com|com|CIDI))(?!\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll})`

/**
 * The committee's term base: names that its papers get wrong, by language. English and the Romance languages differ: the English text says
 * Chair, the Spanish, French and Portuguese say president.
 */
export const terms: readonly Term[] = [
  term(
    'en',
    'Committee (?:on|for) (?:Migratory|Migration) (?:Issues|Affairs|Matters)(?<!Migration Issues)',
    'Committee on Migration Issues',
  ),
  term('en', 'Committee (?:on|for) Migrants?(?: Issues)?', 'Committee on Migration Issues', 'gu'),
  term('en', String.raw`Vice[ -]President${noState}`, 'Vice Chair', 'gu'),
  term('en', 'Vice[ -]?(?:Chairman|Chairwoman|Chairperson)|Vicechair', 'Vice Chair', 'gu'),
  term('en', 'Chairman|Chairwoman|Chairperson', 'Chair', 'gu'),
  // with capitals it is part of other bodies' names
  term('en', 'migratory workers', 'migrant workers', 'gu'),
  term('en', 'Inter-American Council (?:on|of) Integral Development', 'Inter-American Council for Integral Development'),
  term(
    'en',
    'Inter-American Program on the (?:Promotion and Protection of the )?Human Rights of Migrants',
    'Inter-American Program for the Promotion and Protection of the Human Rights of Migrants',
  ),
  term('en', 'Rules of Procedures', 'Rules of Procedure', 'gu'),
  term('en', 'illegal migrants', 'irregular migrants', 'gu'),
  term(
    'es',
    'Comisi[oó]n (?:de|sobre) (?:Asuntos de Migraci[oó]n|Temas Migratorios|Cuestiones Migratorias|Migraci[oó]n)',
    'Comisión de Asuntos Migratorios',
  ),
  term('es', 'Comit[eé] de Asuntos Migratorios', 'Comisión de Asuntos Migratorios'),
  term('es', 'Vice[ -]Presidente', 'Vicepresidente', 'gu'),
  term('es', 'Vice[ -]Presidenta', 'Vicepresidenta', 'gu'),
  term('es', 'Consejo Interamericano (?:de|para) Desarrollo Integral', 'Consejo Interamericano para el Desarrollo Integral'),
  term('es', 'migrantes ilegales', 'migrantes irregulares', 'gu'),
  term(
    'fr',
    'Comit[ée] (?:des|sur les) (?:questions migratoires|affaires migratoires|questions de migration)',
    'Commission des questions migratoires',
  ),
  term(
    'fr',
    'Commission (?:des affaires migratoires|sur les questions migratoires|des questions de migration)',
    'Commission des questions migratoires',
  ),
  term('fr', 'Vice[ ]Pr[ée]sident', 'Vice-président', 'gu'),
  term('fr', 'Conseil interam[ée]ricain (?:du|de) d[ée]veloppement int[ée]gral', 'Conseil interaméricain pour le développement intégré'),
  term('fr', 'migrants ill[ée]gaux', 'migrants en situation irrégulière', 'gu'),
  term('pt', 'Comit[êe] de Assuntos Migrat[óo]rios', 'Comissão de Assuntos Migratórios'),
  term(
    'pt',
    'Comiss[ãa]o (?:de Quest[õo]es Migrat[óo]rias|sobre Assuntos Migrat[óo]rios|de Migra[çc][ãa]o)',
    'Comissão de Assuntos Migratórios',
  ),
  term('pt', 'Vice[ ]Presidente', 'Vice-Presidente', 'gu'),
  term('pt', 'Conselho Interamericano para o Desenvolvimento Integral', 'Conselho Interamericano de Desenvolvimento Integral'),
  term('pt', 'migrantes ilegais', 'migrantes irregulares', 'gu'),
]
