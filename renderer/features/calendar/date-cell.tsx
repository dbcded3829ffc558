import { writePlanDate, writeWeekday } from '#shared/dates/write.ts'
import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import type { ShownFinding } from '../../stores/findings.ts'
import { usePlan } from '../../stores/plan.ts'
import { Marked } from './marked.tsx'

/** The date of a row: what it is in bold, and below it the weekday, the hour and what is still open. */
export function DateCell({ activity, findings }: { readonly activity: Activity; readonly findings: readonly ShownFinding[] }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const { main, detail } = writePlanDate(activity.when, language)
  if (main === '' && detail === null) return <span className="add-here">{words('calendar.add-date')}</span>
  const { weekday } = activity.when
  const wrongWeekday = weekday !== null && findings.some(({ rule }) => rule === 'date/weekday') ? writeWeekday(weekday, language) : null
  // The document prints the true weekday; here the one that was written must be seen to be put right.
  const written = wrongWeekday === null ? detail : (detail?.replace(/^[^\s,;]+/, wrongWeekday) ?? null)
  const unreadable = findings.some(({ rule }) => rule === 'date/unreadable')
  return (
    <>
      <b className={unreadable ? 'squiggle' : undefined}>{main}</b>
      {written !== null && (
        <small>
          <Marked text={written.replace(/ (?=[ap]\.m\.)/, '\u00a0')} wrong={wrongWeekday} />
        </small>
      )}
    </>
  )
}
