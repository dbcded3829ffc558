import { stemsOf, stemsOfFolded } from '../register/words.ts'

/** The steps that a text goes through in a committee, in order. */
export type StepName = 'distribution' | 'negotiation' | 'approval'

export interface Step {
  readonly name: StepName
  /** The sort of text it is about. */
  readonly text: string
  readonly stems: ReadonlySet<string>
}

const order: readonly StepName[] = ['distribution', 'negotiation', 'approval']

/** Words of each step, folded, in the four languages. "Adoption" of an agenda or plan without negotiation is no step of a negotiated text. */
const stepWords: Readonly<Record<StepName, RegExp>> = {
  distribution: /\b(?:distribution|circulation|distribucion|circulacion|distribuicao|circulacao)\b/,
  negotiation: /\b(?:negotiat\w*|negociacion\w*|negociac\w*|negociation\w*)\b/,
  approval: /\b(?:approval|approve|aprobacion|aprobar|approbation|aprovacao)\b/,
}

/** Texts that are negotiated. What is none of these ("material to disseminate") is not negotiated, only released. */
const negotiated: readonly (readonly [string, RegExp])[] = [
  ['resolution', /\b(?:resolution|resolutions|resolucion|resoluciones|resolucao|resolucoes)\b/],
  ['declaration', /\b(?:draft declaration|declaracion|projet de declaration|declaracao)\b/],
  ['program', /\b(?:draft program\w*|proyecto de programa|projet de programme|projeto de programa)\b/],
]

/** Stems of step words and of the names of texts, which all rows of a negotiation share. */
const common = new Set(
  stemsOf(
    'distribution circulation negotiation negotiate final consideration approval approve draft resolution resolutions paragraph paragraphs declaration included inclusion text distribución negociación aprobación consideración proyecto resolución párrafos distribution négociation approbation projet résolution paragraphes distribuição negociação aprovação projeto resolução parágrafos',
  ),
)

/** One look that tells most lines to be about no step at all. */
const anyStep = /distri|circul|negoc|negot|appro|aprob|aprov/

/** The steps that the lines of an activity name, none for most. */
export function stepsOf(lines: readonly { readonly folded: string }[]): Step[] {
  const steps: Step[] = []
  for (const { folded } of lines) {
    if (!anyStep.test(folded)) continue
    const text = negotiated.find(([, pattern]) => pattern.test(folded))?.[0]
    if (text === undefined) continue
    for (const name of order) {
      if (!stepWords[name].test(folded)) continue
      steps.push({ name, text, stems: new Set(stemsOfFolded(folded).filter((stem) => !common.has(stem))) })
    }
  }
  return steps
}
