import { foldForms } from '../lib/text.ts'
import type { ActivityKind, Item } from '../model/activity.ts'

/** What an item's first words say of it, most telling first. Compared without accents or case. */
const openings: readonly (readonly [ActivityKind, RegExp])[] = [
  [
    'thematic-meeting',
    /\b(?:thematic (?:meeting|session)|(?:reunion|sesion|reuniao|sessao|seance) tematica|(?:reunion|seance) thematique)\b/,
  ],
  ['election', /^(?:election|nominations?|eleccion|eleicao|candidaturas|candidatures|designacion|indicacao)\b/],
  [
    'distribution',
    /^(?:distribution|circulation|presentation by the chair|distribucion|circulacion|distribuicao|circulacao|diffusion par)\b.*\b(?:paragraphs?|draft|parrafos?|proyecto|paragraphes?|projet|paragrafos?|projeto)\b/,
  ],
  ['negotiation', /^(?:negotiations?|negociacion(?:es)?|negociations?|negociacao|negociacoes)\b/],
  [
    'adoption',
    /\b(?:adoption|consideration|adopcion|consideracion|aprobacion|examen|adocao|consideracao)\b.*\b(?:work plan|plan de trabajo|plan de travail|plano de trabalho)\b/,
  ],
  [
    'approval',
    /^(?:final |consideration and |final consideration and )*approval\b|^(?:consideracion (?:final )?y |examen (?:final )?et |consideracao (?:final )?e )?(?:aprobacion|approbation|aprovacao)\b/,
  ],
  ['dissemination', /\b(?:disseminat\w+|difusion|divulgacion|diffusion|difusao|divulgacao)\b/],
]

/**
 * What sort of work a row's items say it is: the kind of the first item that says one. For rows whose kind the Chair has not set.
 */
export function inferActivityKind(items: readonly Pick<Item, 'text'>[]): ActivityKind {
  for (const { text } of items) {
    const words = foldForms(text).trim()
    const kind = openings.find(([, opening]) => opening.test(words))?.[0]
    if (kind !== undefined) return kind
  }
  return 'other'
}
