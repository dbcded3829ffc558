import { parseDateTime, toZoned } from '@internationalized/date'
import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { isTimeZone } from '#shared/exchange/time-zone.ts'
import { say } from '#shared/locales/message.ts'
import type { Deadline } from '#shared/model/deadline.ts'
import { momentIn, words } from '../../app/words.ts'
import { presentMoment } from '../../stores/clock.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** The zone of the organization's seat. */
const seat = 'America/New_York'

/** The moment that a clock of the zone shows, RFC 3339 in UTC; null where date, hour or zone is none. */
function momentOf(date: string, time: string, timeZone: string): string | null {
  if (date === '' || time === '' || !isTimeZone(timeZone)) return null
  return toZoned(parseDateTime(`${date}T${time}`), timeZone).toAbsoluteString()
}

/** Sets a time limit for the delegations, to the minute and in a zone that is named. */
export function SetDeadline({ onClose }: { readonly onClose: () => void }) {
  const revision = usePlan(({ held }) => held?.header.revision ?? null)
  const [kind, setKind] = useState<Deadline['kind']>('deadline')
  const [title, setTitle] = useState(revision ?? '')
  const [date, setDate] = useState('')
  const [time, setTime] = useState('18:00')
  const [timeZone, setTimeZone] = useState(seat)
  const [note, setNote] = useState('')
  const expires = momentOf(date, time, timeZone)
  const isReady = expires !== null && title.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (expires === null || !isReady) return
    const record: Deadline = {
      type: 'deadline',
      id: v7(),
      kind,
      title: title.trim(),
      opened: presentMoment(),
      expires,
      timeZone,
      note: note.trim(),
    }
    edit(say('step.set-deadline', { title: record.title }), [{ kind: 'insert', record }])
    onClose()
  }
  return (
    <Dialog title={words('deadlines.set')} closeLabel={words('dialog.close')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset className="choices">
          <legend>{words('deadlines.kind')}</legend>
          {(['deadline', 'silence'] satisfies Deadline['kind'][]).map((option) => (
            <label key={option}>
              <input type="radio" name="kind" checked={kind === option} onChange={() => setKind(option)} />
              <span>
                {words(`deadlines.kind-${option}`)}
                <small>{words(`deadlines.kind-${option}-text`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          {words('deadlines.what')}
          <input
            // The dialog is answered by keys, its name first.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            required
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <div className="pair">
          <label>
            {words('deadlines.day')}
            <input type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
          </label>
          <label>
            {words('deadlines.hour')}
            <input type="time" required value={time} onChange={(event) => setTime(event.target.value)} />
          </label>
        </div>
        <label>
          {words('deadlines.zone')}
          <input
            required
            list="time-zones"
            value={timeZone}
            spellCheck={false}
            onChange={(event) => setTimeZone(event.target.value.trim())}
          />
        </label>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <label>
          {words('deadlines.note')}
          <input value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <p className="outcome" role="status">
          {isTimeZone(timeZone)
            ? expires === null || !isReady
              ? words('deadlines.no-day')
              : words('deadlines.until', { when: momentIn(expires, timeZone) })
            : words('deadlines.no-zone')}
        </p>
        <footer>
          <Button onPress={onClose}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={!isReady}>
            {words('deadlines.write')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
