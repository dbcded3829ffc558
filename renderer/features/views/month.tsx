import type { ReactNode } from 'react'
import { dayOf } from '#shared/dates/calendar.ts'
import { sortKey } from '#shared/dates/span.ts'
import { monthTitle, weekdayTitles } from '#shared/documents/month-names.ts'
import { isOn, isShownByDay, weeksOf } from '#shared/documents/months.ts'
import type { Activity } from '#shared/model/activity.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'

interface Props {
  readonly month: string
  /** Rows that may stand in this month. */
  readonly rows: readonly Activity[]
  /** The day on which a carried activity would be put down. */
  readonly target: string | null
  readonly entry: (activity: Activity, again?: boolean) => ReactNode
}

const noDays: readonly string[] = []

/** A month: weeks from Sunday, each activity on its days, and those without a day under the grid. */
export function Month({ month, rows, target, entry }: Props) {
  const holidays = usePlan(({ plan }) => plan?.header.holidays ?? noDays)
  const undated = rows.filter(({ when: { value } }) => !isShownByDay(value))
  const onDay = (day: string) =>
    rows
      .filter(({ when: { value } }) => isShownByDay(value) && isOn(value, day))
      .sort((a, b) => (sortKey(a.when.value) < sortKey(b.when.value) ? -1 : 1))
  return (
    <section className="sheet month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>{monthTitle(month, windowLanguage)}</h2>
      <table>
        <thead>
          <tr>
            {weekdayTitles(windowLanguage).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day, index) =>
                day.startsWith(month) ? (
                  <td
                    key={day}
                    data-day={day}
                    className={index === 0 || index === 6 || holidays.includes(day) ? 'free' : undefined}
                    {...(day === target ? { 'data-target': '' } : {})}
                  >
                    <span className="day-number">{dayOf(day).day}</span>
                    {onDay(day).map((activity) => entry(activity, activity.when.value.kind === 'range' && !begins(activity, day, month)))}
                  </td>
                ) : (
                  <td key={day} className="beside">
                    <span className="day-number">{dayOf(day).day}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <div className="undated">
          <h3>{words('month.undated')}</h3>
          {undated.map((activity) => entry(activity))}
        </div>
      )}
    </section>
  )
}

const begins = ({ when: { value } }: Activity, day: string, month: string): boolean =>
  value.kind === 'range' && value.start.startsWith(month) && value.start === day
