import './details.css'
import { inferActivityKind } from '#shared/cells/activity-kind.ts'
import { say } from '#shared/locales/message.ts'
import { type Activity, activityKind, activityState } from '#shared/model/activity.ts'
import { languages } from '#shared/model/language.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { type ShownVerdict, useVerdict } from '../../stores/authority.ts'
import { usePlace } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { EditableText } from '../../ui/editable-text.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { ProposalsOn } from '../delegation/proposals-on.tsx'
import { RowHistory } from './row-history.tsx'

/** Explains the selected row: on whose authority it stands, and what else is known of it. */
export function Details() {
  const row = usePlace((place) => place.row)
  const activities = usePlan(({ plan }) => plan?.activities) ?? []
  const activity = activities.find(({ id }) => id === row)
  if (activity === undefined) return <p className="no-selection">{words('details.none')}</p>
  return (
    <>
      <AuthorityOf activity={activity} />
      <section>
        <h3>{words('details.title')}</h3>
        <Fields key={activity.id} activity={activity} />
      </section>
      <RowHistory key={activity.id} row={activity.id} />
    </>
  )
}

const reasonsShown = 2

function AuthorityOf({ activity }: { readonly activity: Activity }) {
  const { standing, reasons, chains } = useVerdict(activity)
  return (
    <>
      <div className={`verdict ${standing}`}>
        <VerdictMark standing={standing} label="" />
        <div>
          {words(`verdict.${standing}`)}
          {reasons.slice(0, reasonsShown).map((reason) => (
            <small key={reason}>{reason}</small>
          ))}
          {reasons.length > reasonsShown && <small>{words('details.more-reasons', { count: reasons.length - reasonsShown })}</small>}
          {standing === 'grounded' && <small>{words('details.grounded')}</small>}
        </div>
      </div>
      <ProposalsOn record={activity.id} />
      {standing !== 'unchecked' && (
        <section>
          <h3>{words('details.chain')}</h3>
          {chains.length === 0 ? <p className="no-chain">{words('details.no-chain')}</p> : <Chains chains={chains} />}
        </section>
      )}
    </>
  )
}

const Chains = ({ chains }: Pick<ShownVerdict, 'chains'>) =>
  chains.map(({ id, links }) => (
    <ol key={id} className="chain">
      {links.map(({ title, text, standing }) => (
        <li key={title} className={standing}>
          <b>{title}</b>
          {text !== '' && <q>{text}</q>}
        </li>
      ))}
    </ol>
  ))

function Fields({ activity }: { readonly activity: Activity }) {
  const set = (fields: Partial<Pick<Activity, 'state' | 'kind' | 'venue' | 'languages' | 'notes'>>) => {
    const change = updateRecord(activity, fields)
    if (change !== null) edit(say('step.details', { row: rowLabel(usePlan.getState(), activity.id) }), [change])
  }
  return (
    <dl className="fields">
      <dt id="details-state">{words('details.state')}</dt>
      <dd>
        <select
          aria-labelledby="details-state"
          value={activity.state}
          onChange={(event) => set({ state: activityState.parse(event.target.value) })}
        >
          {activityState.options.map((state) => (
            <option key={state} value={state}>
              {words(`state.${state}`)}
            </option>
          ))}
        </select>
      </dd>
      <dt id="details-kind">{words('details.kind')}</dt>
      <dd>
        <select
          aria-labelledby="details-kind"
          value={activity.kind ?? ''}
          onChange={(event) => set({ kind: event.target.value === '' ? null : activityKind.parse(event.target.value) })}
        >
          <option value="">{words('kind.inferred', { kind: words(`kind.${inferActivityKind(activity.items)}`) })}</option>
          {activityKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {words(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </dd>
      <dt>{words('details.venue')}</dt>
      <dd>
        <EditableText
          value={activity.venue}
          label={words('details.venue')}
          placeholder={words('details.add')}
          onKeep={(venue) => set({ venue })}
        />
      </dd>
      <dt id="details-languages">{words('details.languages')}</dt>
      <dd>
        <div className="languages" role="group" aria-labelledby="details-languages">
          {languages.map((one) => (
            <label key={one} className="check">
              <input
                type="checkbox"
                checked={activity.languages.includes(one)}
                // In the order in which the languages are listed everywhere, however they were ticked.
                onChange={(event) =>
                  set({
                    languages: languages.filter((other) => (other === one ? event.target.checked : activity.languages.includes(other))),
                  })
                }
              />
              {words(`language.${one}`)}
            </label>
          ))}
        </div>
      </dd>
      <dt>{words('details.notes')}</dt>
      <dd>
        <EditableText
          value={activity.notes}
          label={words('details.notes')}
          placeholder={words('details.add')}
          onKeep={(notes) => set({ notes })}
        />
      </dd>
    </dl>
  )
}
