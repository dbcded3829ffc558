import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { contentHash } from '#shared/exchange/content-hash.ts'
import { say } from '#shared/locales/message.ts'
import { languages } from '#shared/model/language.ts'
import { type Revision, revisionName } from '#shared/model/revision.ts'
import { nameRevision, nextNumber, symbolSuffix } from '#shared/negotiation/revisions.ts'
import { words } from '../../app/words.ts'
import { localDay, presentMoment } from '../../stores/clock.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

const kinds: readonly Revision['kind'][] = ['first', 'rev', 'corr', 'add']

/** Gives the plan as it stands a number, and its rows theirs, until the next one. */
export function NameRevision({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan((state) => state.held)
  const [kind, setKind] = useState<Revision['kind']>(plan?.revisions.length === 0 && plan.header.revision === null ? 'first' : 'rev')
  const [language, setLanguage] = useState<Revision['language']>(null)
  const [date, setDate] = useState(() => localDay(new Date()))
  const [note, setNote] = useState('')
  if (plan === null) return null
  const number = nextNumber(plan, kind)
  const revision = revisionName({ kind, number })
  const name = revision || words('revisions.first')
  const symbol = [plan.header.symbol, symbolSuffix(plan, kind, number)].filter(Boolean).join(' ')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const named = { id: v7(), kind, language: kind === 'corr' ? language : null, date, at: presentMoment(), note: note.trim() }
    if (edit(say('step.name-revision', { revision }), nameRevision(plan, contentHash(plan), named)))
      usePlace.setState({ notice: words('revisions.named', { revision: name }) })
    onClose()
  }
  return (
    <Dialog title={words('revisions.name')} closeLabel={words('dialog.close')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="aside">{words('revisions.text')}</p>
        <fieldset className="choices">
          <legend>{words('revisions.kind')}</legend>
          {kinds.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name="kind"
                // The dialog is answered by keys.
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={option === kind}
                checked={kind === option}
                onChange={() => setKind(option)}
              />
              <span>
                {words(`revisions.kind-${option}`)}
                <small>{words(`revisions.kind-${option}-text`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="pair">
          <label>
            {words('revisions.date')}
            <input type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
          </label>
          {kind === 'corr' && (
            <label>
              {words('revisions.language')}
              <select value={language ?? ''} onChange={(event) => setLanguage(languages.find((one) => one === event.target.value) ?? null)}>
                <option value="">{words('revisions.all-languages')}</option>
                {languages.map((one) => (
                  <option key={one} value={one}>
                    {words(`language.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <label>
          {words('revisions.note')}
          <input value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {symbol !== '' && <p className="outcome">{words('revisions.symbol', { symbol })}</p>}
        <footer>
          <Button onPress={onClose}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={date === ''}>
            {words('revisions.write', { revision: name })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
