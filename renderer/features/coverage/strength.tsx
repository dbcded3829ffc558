import { writePlanDate } from '#shared/dates/write.ts'
import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import { type Mark, noMark, useFindings } from '../../stores/findings.ts'
import { columns, goTo } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { Chip } from '../calendar/mandate-cell.tsx'

const none: readonly Activity[] = []
const standings = ['ungrounded', 'weak', 'grounded'] as const

/** The activities by the strength of their authority, weakest first, each with what speaks against it. */
export function Strength() {
  const activities = usePlan(({ plan }) => plan?.activities) ?? none
  const marks = useFindings((state) => state.marks)
  const byStanding = Map.groupBy(activities, ({ id }) => (marks.get(id) ?? noMark).standing)
  return (
    <div className="sheet strength">
      {standings.map((standing) => {
        const rows = byStanding.get(standing) ?? []
        return rows.length === 0 ? null : (
          <section key={standing} aria-labelledby={`strength-${standing}`}>
            <h2 id={`strength-${standing}`}>
              <VerdictMark standing={standing} label="" />
              {words(`verdict.${standing}`)} <span className="figure">{rows.length}</span>
            </h2>
            <ul>
              {rows.map((activity) => (
                <StrengthRow key={activity.id} activity={activity} mark={marks.get(activity.id) ?? noMark} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function StrengthRow({ activity, mark }: { readonly activity: Activity; readonly mark: Mark }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const number = usePlan((shown) => rowLabel(shown, activity.id))
  const { main } = writePlanDate(activity.when, language)
  const against = columns.flatMap((column) => mark.columns[column]).filter(({ severity }) => severity !== 'info')
  const citations = activity.mandate.filter((entry) => entry.kind === 'citation')
  return (
    <li>
      <button type="button" className="strength-row" onClick={() => goTo(activity.id, 'mandate')}>
        <span className="number">{number}</span>
        <span>
          <b>{main}</b>
          <span className="strength-text">{activity.items.map(({ text }) => text).join(' – ')}</span>
        </span>
        <span className="chips">
          {citations.map((citation) => (
            <Chip key={citation.id} citation={citation} findings={mark.columns.mandate.filter(({ part }) => part === citation.id)} />
          ))}
          {against.map(({ key, severity, sentence }) => (
            <small key={key} className={`note ${severity}`}>
              {sentence}
            </small>
          ))}
          {citations.length === 0 && against.length === 0 && <small className="note">{words('details.no-chain')}</small>}
        </span>
      </button>
    </li>
  )
}
