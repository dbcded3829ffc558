import { useMemo, useState } from 'react'
import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { writePlanDate } from '#shared/dates/write.ts'
import type { Plan } from '#shared/model/plan.ts'
import { differences } from '#shared/operations/restore.ts'
import { words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CalendarHead } from '../calendar/calendar-head.tsx'
import { describe, type ShownDifference } from './lines-of.ts'

/** The plan as it stood: what differs from now, then the whole of it, to be read and not written in. */
export function PlanThen({ then, now }: { readonly then: Plan; readonly now: Plan }) {
  const differing = useMemo(() => differences(then, now).map((difference) => describe(difference, then, now)), [then, now])
  const ids = useMemo(() => new Set(differing.map(({ id }) => id)), [differing])
  return (
    <>
      <section className="sheet differences" aria-labelledby="differences-title">
        <h2 id="differences-title">{words('history.differs', { count: differing.length })}</h2>
        <DifferenceList differences={differing} />
      </section>
      <WholePlan plan={then} differing={ids} />
    </>
  )
}

const drawnAtFirst = 50

function DifferenceList({ differences: all }: { readonly differences: readonly ShownDifference[] }) {
  const [drawn, setDrawn] = useState(drawnAtFirst)
  return (
    <>
      <ol>
        {all.slice(0, drawn).map(({ id, name, kind, parts }) => (
          <li key={id} className={kind}>
            <b>{name}</b>
            <span className="difference-kind">{words(`history.${kind}`)}</span>
            {parts.length > 0 && (
              <dl>
                {parts.map(({ part, former, now }) => (
                  <div key={part}>
                    <dt>{part}</dt>
                    <dd>
                      {former !== '' && (
                        <p className="then">
                          <small>{words('history.then')}</small>
                          <span>{former}</span>
                        </p>
                      )}
                      {now !== '' && (
                        <p className="now">
                          <small>{words('history.now')}</small>
                          <span>{now}</span>
                        </p>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {drawn < all.length && (
        <Button look="quiet" onPress={() => setDrawn(all.length)}>
          {words('find.show-rest', { count: all.length - drawn })}
        </Button>
      )}
    </>
  )
}

function WholePlan({ plan, differing }: { readonly plan: Plan; readonly differing: ReadonlySet<string> }) {
  const { header, sections, mandates, activities } = plan
  const { language } = header
  const mark = (id: string) => (differing.has(id) ? '' : undefined)
  return (
    <article className="sheet plan-then" aria-label={words('history.whole')}>
      <h2>{header.title === '' ? words('plan.untitled') : header.title}</h2>
      {header.note !== '' && <p>{header.note}</p>}
      {sections.map(({ id, heading, kind, blocks }) => (
        <section key={id} data-differs={mark(id)}>
          <h3>{heading === '' ? words(`section.${kind}`) : heading}</h3>
          {blocks.map((block) => (
            <p key={block.id} className={`${block.kind} level-${block.level}`}>
              {block.text}
            </p>
          ))}
        </section>
      ))}
      {mandates.length > 0 && (
        <section>
          <h3>{words('mandates.title')}</h3>
          <ol>
            {mandates.map(({ id, citation }) => (
              <li key={id} data-differs={mark(id)}>
                {writeCitation(citation, language)}
              </li>
            ))}
          </ol>
        </section>
      )}
      <table aria-label={words('calendar.label')}>
        <CalendarHead />
        <tbody>
          {activities.map(({ id, when, mandate, items }) => {
            const { main, detail } = writePlanDate(when, language)
            return (
              <tr key={id} data-differs={mark(id)}>
                <td>
                  <b>{main}</b>
                  {detail !== null && <small>{detail}</small>}
                </td>
                <td>{writeMandateCell(mandate, language)}</td>
                <td>{writeActivityCell(items)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </article>
  )
}
