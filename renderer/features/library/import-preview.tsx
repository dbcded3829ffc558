import type { ReactNode } from 'react'
import type { ImportPreview } from '#shared/contract/contract.ts'
import { termLabel } from '#shared/model/plan.ts'
import { words } from '../../app/words.ts'
import { CalendarHead } from '../calendar/calendar-head.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

/** Rows that are shown; a plan of thousands is not read in a dialog. */
const most = 200

const figures = ['rows', 'mandates', 'learned', 'footnotes'] as const

/** What was understood of a file and what was not. What was not stands first: it is what needs eyes. */
export function ImportPreviewView({ preview }: { readonly preview: ImportPreview }) {
  const { title, term, language, rows, mandates, learned, footnotes, kept } = preview
  const counts = { rows: rows.length, mandates: mandates.length, learned: learned.length, footnotes }
  return (
    <>
      <p className="preview-title">
        {title === '' ? words('plan.untitled') : title}
        <small>{[term === null ? words('library.no-term') : termLabel(term), words(`language.${language}`)].join(' · ')}</small>
      </p>
      <dl className="figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{words(`import.${figure}`, { count: counts[figure] })}</dt>
            <dd>{counts[figure]}</dd>
          </div>
        ))}
      </dl>
      {kept.length === 0 ? (
        <p className="form-done">{words('import.all-understood')}</p>
      ) : (
        <Folded title={words('import.kept', { count: kept.length })} open>
          <ul>
            {kept.map(({ row, why, text }, index) => (
              <li key={`${index} ${row}`}>
                <span>
                  {row === 0 ? words('findings.in-text') : words('findings.row', { row })}: {words(`import.why-${why}`)}
                </span>
                <q>{text}</q>
              </li>
            ))}
          </ul>
        </Folded>
      )}
      <PreviewRows rows={rows} />
      {mandates.length > 0 && (
        <Folded title={words('import.mandates-list')}>
          <ul>
            {mandates.map((mandate, index) => (
              <li key={`${index} ${mandate}`}>
                <q>{mandate}</q>
              </li>
            ))}
          </ul>
        </Folded>
      )}
      {learned.length > 0 && (
        <Folded title={words('import.learned-list')}>
          <ul>
            {learned.map(({ name, provisions }, index) => (
              <li key={`${index} ${name}`}>
                <q>{words('import.learned-provisions', { name, count: provisions })}</q>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  )
}

const Folded = ({ title, open = false, children }: { readonly title: string; readonly open?: boolean; readonly children: ReactNode }) => (
  <details className="kept" open={open}>
    <summary>{title}</summary>
    <ScrollRegion label={title}>{children}</ScrollRegion>
  </details>
)

const PreviewRows = ({ rows }: Pick<ImportPreview, 'rows'>) => (
  <ScrollRegion className="preview-rows" label={words('import.rows-list')}>
    <table>
      <CalendarHead />
      <tbody>
        {rows.slice(0, most).map(({ date, mandate, activity }, index) => (
          <tr key={`${index} ${date}`}>
            <td>{date}</td>
            <td>{mandate}</td>
            <td>{activity}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length > most && <p className="aside">{words('import.more-rows', { count: rows.length - most })}</p>}
  </ScrollRegion>
)
