import { summaryOf } from '#shared/register/titles.ts'
import { words } from '../../app/words.ts'
import { goTo } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabels } from '../../stores/row-numbers.ts'
import { Button } from '../../ui/button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { titleOf } from '../mandates/complete.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'
import { draftMenu } from './draft-menu.ts'
import { type Line, servingOf } from './lines.ts'
import { instrumentName } from './names.ts'

/** What the focused provision says, whom it addresses, and which rows serve it. */
export function Reading({ line, months }: { readonly line: Line; readonly months: readonly string[] }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const numbers = usePlan(rowLabels)
  const { group, row } = line
  const title = group.citation.title ?? (group.instrument === null ? null : titleOf(group.instrument, language))
  const serving = servingOf(line)
  const provision = row?.provision ?? null
  const text = provision === null ? null : (provision.text[language] ?? Object.values(provision.text)[0] ?? null)
  const summary = provision === null ? null : summaryOf(provision, language)
  return (
    <aside className="reading" aria-label={words('coverage.reading')}>
      <div className="reading-words">
        <h2>
          {instrumentName(group)} {row !== null && row.label !== null && <em>{provisionsLabel([row.label])}</em>}
        </h2>
        {title !== null && title !== '' && <p className="reading-title">{title}</p>}
        {provision !== null && provision.addressees.length > 0 && (
          <p className="aside">{provision.addressees.map((addressee) => words(`addressee.${addressee}`)).join(', ')}</p>
        )}
        {row === null ? (
          <p className="aside">{words('coverage.open-of', { open: group.open, all: group.rows.length })}</p>
        ) : row.label !== null ? (
          <p className="reading-text">{text ?? summary ?? <span className="aside">{words('chain.no-text')}</span>}</p>
        ) : null}
      </div>
      {row !== null && (
        <div className="reading-service">
          <h3>{words('coverage.served-by')}</h3>
          {serving.length === 0 && <p className="aside">{words('coverage.nothing-serves')}</p>}
          <ul className="reading-rows">
            {serving.map(({ activity, how }) => (
              <li key={activity.id}>
                <button type="button" className="link" onClick={() => goTo(activity.id, 'mandate')}>
                  {words('findings.row', { row: numbers.get(activity.id) ?? '' })}
                </button>{' '}
                {activity.items[0]?.text}
                {how === 'whole' && <small>{words('coverage.as-whole')}</small>}
              </li>
            ))}
          </ul>
          <MenuButton label={words('coverage.draft')} groups={[draftMenu(group, row, months)]}>
            <Button>{words('coverage.draft')}</Button>
          </MenuButton>
        </div>
      )}
    </aside>
  )
}
