import type { Committee } from '../model/plan.ts'

/** Small words of a body's name; the others have capitals, save in French, which writes them small. */
const small = String.raw`of|on|for|the|and|to|in|de|del|la|el|los|las|y|e|para|sobre|da|do|das|dos`
const capitals = String.raw`(?:\p{Lu}[\p{L}’'-]*|${small})`
const anyCase = String.raw`\p{L}[\p{L}’'-]*`

/** A body's name with its acronym: "Committee on Migration Issues (CAM)". */
const named = (heads: string, frenchHeads: string): RegExp =>
  new RegExp(
    String.raw`\b((?:(?:\p{Lu}[\p{L}-]* ){0,4}?(?:${heads})(?:[ \u00a0]${capitals}){0,14})|(?:(?:${frenchHeads})(?: ${anyCase}){1,8})) \(([A-Z][A-Za-z/-]{1,11})[),]`,
    'gu',
  )

const committees = named(
  'Committee|Working Group|Subcommittee|Comisión|Commission|Comissão|Comité|Comitê|Grupo de Trabajo|Grupo de Trabalho',
  'Commission|Comité|Groupe de travail',
)
const councils = named('Council|Consejo|Conselho|Organization|Organización|Organização', 'Conseil|Organisation')

interface Body {
  readonly name: string
  readonly acronym: string
}

/** The bodies that a text names with an acronym, the one whose acronym it uses most first. */
function bodiesIn(text: string, pattern: RegExp, title: string): Body[] {
  const uses = new Map<string, number>()
  for (const [acronym] of text.matchAll(/\b[A-Z]{2,8}\b/g)) uses.set(acronym, (uses.get(acronym) ?? 0) + 1)
  const inTitle = new Set(title.match(/\b[A-Z]{2,8}\b/g) ?? [])
  const weight = ({ acronym }: Body): number => (inTitle.has(acronym) ? 1e9 : 0) + (uses.get(acronym) ?? 0)
  const bodies = new Map<string, Body>()
  for (const [, name = '', acronym = ''] of text.matchAll(pattern)) {
    if (!bodies.has(acronym)) bodies.set(acronym, { name: name.replace(/\s+/g, ' ').replace(/^(?:The|La|El|Le|A|O)\s/u, ''), acronym })
  }
  return [...bodies.values()].toSorted((a, b) => weight(b) - weight(a))
}

/** Enough of a text to learn whose plan it is. */
const sample = 200_000

/** The committee whose plan a text is, and the body above it, as far as it names them with their acronyms. */
export function committeeOf(text: string, title: string): Committee {
  const part = text.slice(0, sample)
  const [committee] = bodiesIn(part, committees, title)
  const [parent] = bodiesIn(part, councils, title).filter(({ acronym }) => acronym !== committee?.acronym)
  return {
    name: committee?.name ?? '',
    acronym: committee?.acronym ?? '',
    parentName: parent?.name ?? '',
    parentAcronym: parent?.acronym ?? '',
  }
}

const nameAndAcronym = (line: string): Body => {
  const [, name = line, acronym = ''] = /^(.+) \(([^()]+)\)$/.exec(line) ?? []
  return { name, acronym }
}

/** The bodies that a document's styles tell, as far as they do. */
export function committeeSet({
  committee,
  parent,
}: {
  readonly committee: string | null
  readonly parent: string | null
}): Partial<Committee> {
  const above = parent === null ? null : nameAndAcronym(parent)
  return {
    ...(committee === null ? {} : nameAndAcronym(committee)),
    ...(above === null ? {} : { parentName: above.name, parentAcronym: above.acronym }),
  }
}
