import type { Outcome } from '../../model/decision.ts'
import type { Language } from '../../model/language.ts'
import type { ProposalKind } from '../../negotiation/change-kind.ts'

/** The words that compilations, comparisons and decision logs add to those of the plan and of the delegations. */
export interface NegotiationLabels {
  readonly compilation: string
  /** Under the title: `Proposals received on rev. 1`. */
  readonly proposalsOn: (revision: string) => string
  readonly comparison: string
  /** Under the title of a comparison: `rev. 1 compared with rev. 2`. */
  readonly compared: (then: string, now: string) => string
  /** What a state of the plan without a revision is called. */
  readonly firstIssue: string
  readonly row: string
  readonly proposals: string
  readonly delegation: string
  readonly proposal: string
  readonly state: string
  readonly decision: string
  readonly text: string
  readonly kinds: Readonly<Record<ProposalKind, string>>
  readonly states: Readonly<Record<Outcome | 'open' | 'withdrawn' | 'obsolete', string>>
  /** Stands in brackets where a row is to go: `after row 3`. */
  readonly movedAfter: (row: string) => string
  readonly movedFirst: string
  readonly deleteRow: string
  readonly newRow: string
  readonly noProposals: string
  readonly noDecisions: string
  readonly noDifference: string
  /** How much differs between two states. */
  readonly counts: (added: number, removed: number, changed: number) => string
  readonly decisionLog: string
  readonly date: string
  readonly reason: string
  readonly answers: (delegation: string) => string
}

const en: NegotiationLabels = {
  compilation: 'Compilation of proposals',
  proposalsOn: (revision) => `Proposals received on ${revision}`,
  comparison: 'Comparison',
  compared: (then, now) => `${then} compared with ${now}`,
  firstIssue: 'the first issue',
  row: 'NO.',
  proposals: 'Proposals by delegation',
  delegation: 'DELEGATION',
  proposal: 'PROPOSAL',
  state: 'STATE',
  decision: 'Decision',
  text: 'Text',
  kinds: { text: 'words', insert: 'new', delete: 'delete', move: 'move', date: 'date', cite: 'mandate', uncite: 'mandate' },
  states: {
    open: 'open',
    deferred: 'deferred',
    accepted: 'accepted',
    'accepted-with-changes': 'accepted with changes',
    rejected: 'rejected',
    'ad-referendum': 'agreed ad referendum',
    withdrawn: 'withdrawn',
    obsolete: 'no longer fits the text',
  },
  movedAfter: (row) => `move after row ${row}`,
  movedFirst: 'move to the beginning',
  deleteRow: 'delete',
  newRow: 'new row',
  noProposals: 'No proposals were received.',
  noDecisions: 'No decision has been taken.',
  noDifference: 'The two texts say the same.',
  counts: (added, removed, changed) => `${added} added, ${removed} removed, ${changed} changed`,
  decisionLog: 'Decision log',
  date: 'DATE',
  reason: 'REASON',
  answers: (delegation) => `in answer to ${delegation}`,
}

const es: NegotiationLabels = {
  compilation: 'Compilación de propuestas',
  proposalsOn: (revision) => `Propuestas recibidas sobre ${revision}`,
  comparison: 'Comparación',
  compared: (then, now) => `${then} comparada con ${now}`,
  firstIssue: 'la primera versión',
  row: 'N.º',
  proposals: 'Propuestas por delegación',
  delegation: 'DELEGACIÓN',
  proposal: 'PROPUESTA',
  state: 'ESTADO',
  decision: 'Decisión',
  text: 'Texto',
  kinds: { text: 'texto', insert: 'nueva', delete: 'suprimir', move: 'mover', date: 'fecha', cite: 'mandato', uncite: 'mandato' },
  states: {
    open: 'abierta',
    deferred: 'aplazada',
    accepted: 'aceptada',
    'accepted-with-changes': 'aceptada con cambios',
    rejected: 'rechazada',
    'ad-referendum': 'acordada ad referéndum',
    withdrawn: 'retirada',
    obsolete: 'ya no corresponde al texto',
  },
  movedAfter: (row) => `mover después de la fila ${row}`,
  movedFirst: 'mover al principio',
  deleteRow: 'suprimir',
  newRow: 'fila nueva',
  noProposals: 'No se recibieron propuestas.',
  noDecisions: 'No se ha tomado ninguna decisión.',
  noDifference: 'Los dos textos dicen lo mismo.',
  counts: (added, removed, changed) => `${added} agregadas, ${removed} suprimidas, ${changed} modificadas`,
  decisionLog: 'Registro de decisiones',
  date: 'FECHA',
  reason: 'MOTIVO',
  answers: (delegation) => `en respuesta a ${delegation}`,
}

const fr: NegotiationLabels = {
  compilation: 'Compilation des propositions',
  proposalsOn: (revision) => `Propositions reçues sur ${revision}`,
  comparison: 'Comparaison',
  compared: (then, now) => `${then} comparée à ${now}`,
  firstIssue: 'la première version',
  row: 'N°',
  proposals: 'Propositions par délégation',
  delegation: 'DÉLÉGATION',
  proposal: 'PROPOSITION',
  state: 'ÉTAT',
  decision: 'Décision',
  text: 'Texte',
  kinds: { text: 'texte', insert: 'nouvelle', delete: 'supprimer', move: 'déplacer', date: 'date', cite: 'mandat', uncite: 'mandat' },
  states: {
    open: 'ouverte',
    deferred: 'reportée',
    accepted: 'acceptée',
    'accepted-with-changes': 'acceptée avec modifications',
    rejected: 'rejetée',
    'ad-referendum': 'convenue ad referendum',
    withdrawn: 'retirée',
    obsolete: 'ne correspond plus au texte',
  },
  movedAfter: (row) => `déplacer après la ligne ${row}`,
  movedFirst: 'déplacer au début',
  deleteRow: 'supprimer',
  newRow: 'nouvelle ligne',
  noProposals: 'Aucune proposition n’a été reçue.',
  noDecisions: 'Aucune décision n’a été prise.',
  noDifference: 'Les deux textes disent la même chose.',
  counts: (added, removed, changed) => `${added} ajoutées, ${removed} supprimées, ${changed} modifiées`,
  decisionLog: 'Registre des décisions',
  date: 'DATE',
  reason: 'MOTIF',
  answers: (delegation) => `en réponse à ${delegation}`,
}

const pt: NegotiationLabels = {
  compilation: 'Compilação de propostas',
  proposalsOn: (revision) => `Propostas recebidas sobre ${revision}`,
  comparison: 'Comparação',
  compared: (then, now) => `${then} comparada com ${now}`,
  firstIssue: 'a primeira versão',
  row: 'N.º',
  proposals: 'Propostas por delegação',
  delegation: 'DELEGAÇÃO',
  proposal: 'PROPOSTA',
  state: 'SITUAÇÃO',
  decision: 'Decisão',
  text: 'Texto',
  kinds: { text: 'texto', insert: 'nova', delete: 'suprimir', move: 'mover', date: 'data', cite: 'mandato', uncite: 'mandato' },
  states: {
    open: 'aberta',
    deferred: 'adiada',
    accepted: 'aceita',
    'accepted-with-changes': 'aceita com alterações',
    rejected: 'rejeitada',
    'ad-referendum': 'acordada ad referendum',
    withdrawn: 'retirada',
    obsolete: 'já não corresponde ao texto',
  },
  movedAfter: (row) => `mover para depois da linha ${row}`,
  movedFirst: 'mover para o início',
  deleteRow: 'suprimir',
  newRow: 'nova linha',
  noProposals: 'Nenhuma proposta foi recebida.',
  noDecisions: 'Nenhuma decisão foi tomada.',
  noDifference: 'Os dois textos dizem o mesmo.',
  counts: (added, removed, changed) => `${added} acrescentadas, ${removed} suprimidas, ${changed} alteradas`,
  decisionLog: 'Registro de decisões',
  date: 'DATA',
  reason: 'MOTIVO',
  answers: (delegation) => `em resposta a ${delegation}`,
}

export const negotiationLabels: Readonly<Record<Language, NegotiationLabels>> = { en, es, fr, pt }
