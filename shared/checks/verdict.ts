import type { Activity } from '../model/activity.ts'
import type { Citation } from '../model/citation.ts'
import type { Language } from '../model/language.ts'
import type { Register } from '../register/register.ts'
import { seriesPlace } from '../register/series.ts'
import { summaryOf, titleOf } from '../register/titles.ts'
import type { Finding } from './finding.ts'

/**
 * How well an activity stands. `grounded`: each cited mandate is known and in force, and nothing speaks against it. `weak`: warnings.
 * `ungrounded`: errors, or no mandate at all. Waived findings do not count: the Chair has answered for them.
 */
export type Standing = 'grounded' | 'weak' | 'ungrounded'

/** From the activity up to the body whose authority it has. */
export interface Authority {
  readonly citation: Citation
  readonly provisions: readonly {
    readonly label: string
    /** Official words where an import brought them, else the register's summary; null where it holds neither. */
    readonly text: string | null
    readonly official: boolean
  }[]
  /** Null when the register does not hold the instrument. */
  readonly instrument: { readonly id: string; readonly symbol: string | null; readonly title: string | null } | null
  /** The session that adopted it, by the body's own counter; null where it has none. */
  readonly session: { readonly number: number; readonly kind: 'regular' | 'special' | null; readonly year: number | null } | null
  /** Adopting body; null when not known. */
  readonly body: string | null
}

export interface Verdict {
  readonly standing: Standing
  /** Findings of the activity that count against it, errors first. */
  readonly reasons: readonly Finding[]
  readonly chain: readonly Authority[]
}

function authorityOf(citation: Citation, register: Register, language: Language): Authority {
  const instrument = register.resolve(citation)?.instrument ?? null
  const symbol = instrument?.symbol ?? citation.symbol
  const place = symbol === null ? null : seriesPlace(symbol)
  return {
    citation,
    provisions: citation.provisions.map((label) => {
      const provision = instrument === null ? null : register.provision(instrument, label)
      const official = provision?.text[language] ?? provision?.text.en ?? Object.values(provision?.text ?? {})[0]
      const summary = provision === null ? null : summaryOf(provision, language)
      return { label, text: official ?? summary, official: official !== undefined }
    }),
    instrument: instrument === null ? null : { id: instrument.id, symbol: instrument.symbol, title: titleOf(instrument, language) },
    session:
      place === null || place.session === null
        ? null
        : {
            number: place.session.number,
            kind: place.session.kind === 'O' ? 'regular' : place.session.kind === 'E' ? 'special' : null,
            year: place.year,
          },
    body: instrument === null || instrument.body === '' ? null : instrument.body,
  }
}

const weight = { error: 0, warning: 1, info: 2 } as const

/** What a Chair can say of an activity: how it stands, why, and by whose authority. `findings` may be the whole plan's. */
export function verdictOf(activity: Activity, findings: readonly Finding[], register: Register, language: Language = 'en'): Verdict {
  const reasons = findings
    .filter(({ target, severity, waiver }) => target.id === activity.id && waiver === null && severity !== 'info')
    .sort((a, b) => weight[a.severity] - weight[b.severity])
  const citations = activity.mandate.filter((entry) => entry.kind === 'citation')
  const standing = citations.length === 0 || reasons[0]?.severity === 'error' ? 'ungrounded' : reasons.length > 0 ? 'weak' : 'grounded'
  return { standing, reasons, chain: citations.map((citation) => authorityOf(citation, register, language)) }
}

/** Verdicts of every activity of a plan by id, in one pass over the findings. */
export function verdictsOf(
  activities: readonly Activity[],
  findings: readonly Finding[],
  register: Register,
  language: Language = 'en',
): ReadonlyMap<string, Verdict> {
  const byActivity = Map.groupBy(findings, ({ target }) => target.id)
  return new Map(activities.map((activity) => [activity.id, verdictOf(activity, byActivity.get(activity.id) ?? [], register, language)]))
}
