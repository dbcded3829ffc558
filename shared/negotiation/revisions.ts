import type { Plan } from '../model/plan.ts'
import { type Revision, revisionName } from '../model/revision.ts'
import type { Change } from '../operations/change.ts'
import { updateRecord } from '../operations/edits.ts'

/** What the person says who names a revision. */
export interface NamedRevision {
  readonly id: string
  readonly kind: Revision['kind']
  /** The language version that a corrigendum concerns; null for all. */
  readonly language: Revision['language']
  readonly date: string
  /** RFC 3339 with offset. */
  readonly at: string
  readonly note: string
}

type Numbered = Pick<Plan, 'revisions' | 'header'>

/** The highest number of a kind: of the revisions named here, and of the one in the symbol of a paper that came from elsewhere. */
function highest({ revisions, header }: Numbered, kind: Revision['kind']): number {
  const written = new RegExp(`\\b${kind}\\. (\\d{1,4})`).exec(header.revision ?? '')?.[1] ?? '0'
  return revisions.reduce((most, revision) => (revision.kind === kind ? Math.max(most, revision.number) : most), Number(written))
}

/** The number that the next revision of a kind gets. Corrigenda of the languages are counted together, as their symbols are. */
export const nextNumber = (plan: Numbered, kind: Revision['kind']): number => (kind === 'first' ? 0 : highest(plan, kind) + 1)

/**
 * What stands behind the document's symbol once a revision of this kind is named. Suffixes combine: a corrigendum of the second revision is
 * `rev. 2 corr. 1`, an addendum to the first issue `add. 1`; a new revision takes up what was corrected before it.
 */
export function symbolSuffix(plan: Numbered, kind: Revision['kind'], number: number): string | null {
  const own = revisionName({ kind, number })
  if (kind === 'first' || kind === 'rev') return own === '' ? null : own
  const revision = highest(plan, 'rev')
  return [revision === 0 ? '' : revisionName({ kind: 'rev', number: revision }), own].filter(Boolean).join(' ')
}

/**
 * The edits that name a revision, as one step: its record, with the rows whose numbers now hold, and the document's symbol and date, which the
 * headers of every paper show. `hash` is the content's: see `contentHash`.
 */
export function nameRevision(plan: Plan, hash: string, { id, kind, language, date, at, note }: NamedRevision): Change[] {
  const number = nextNumber(plan, kind)
  const record: Revision = {
    type: 'revision',
    id,
    kind,
    number,
    language,
    date,
    at,
    note,
    hash,
    rows: plan.activities.map((row) => row.id),
  }
  const header = updateRecord(plan.header, { revision: symbolSuffix(plan, kind, number), issued: date })
  return [...(header === null ? [] : [header]), { kind: 'insert', record }]
}
