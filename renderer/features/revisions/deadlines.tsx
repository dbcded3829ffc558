import { useState } from 'react'
import { v7 } from 'uuid'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import { say } from '#shared/locales/message.ts'
import type { Deadline } from '#shared/model/deadline.ts'
import type { Plan } from '#shared/model/plan.ts'
import { deadlineState, objectionsInTime } from '#shared/negotiation/deadlines.ts'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { removeRecord } from '#shared/operations/edits.ts'
import { momentIn, windowLanguage, words } from '../../app/words.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { presentMoment, useNow } from '../../stores/clock.ts'
import { useIdentity } from '../../stores/identity.ts'
import { edit } from '../../stores/plan.ts'
import { whoIsHere } from '../../stores/who.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { GrowField } from '../../ui/grow-field.tsx'
import { isOwn } from '../delegation/own.ts'

interface Props {
  readonly plan: Plan
  readonly mode: PlanMode
}

/** Silence procedures and other time limits, the nearest first, with where each stands. */
export function Deadlines({ plan, mode }: Props) {
  const deadlines = plan.deadlines.toSorted((a, b) => Date.parse(b.expires) - Date.parse(a.expires))
  if (deadlines.length === 0) return null
  return (
    <section aria-label={words('deadlines.title')}>
      <h2>{words('deadlines.title')}</h2>
      <ul className="deadlines">
        {deadlines.map((deadline) => (
          <OneDeadline key={deadline.id} plan={plan} mode={mode} deadline={deadline} />
        ))}
      </ul>
    </section>
  )
}

function OneDeadline({ plan, mode, deadline }: Props & { readonly deadline: Deadline }) {
  const now = useNow()
  const state = deadlineState(plan, deadline, now)
  const objections = objectionsInTime(plan, deadline)
  const here = useIdentity(({ author }) => author)
  const [objecting, setObjecting] = useState(false)
  const canObject = deadline.kind === 'silence' && mode === 'delegation' && (state === 'running' || state === 'broken')
  return (
    <li className={state}>
      <header>
        <b>{deadline.title}</b>
        <span className="state">{words(`deadlines.state-${state}`)}</span>
        {mode === 'own' && (
          <IconButton
            icon="bin"
            label={words('deadlines.remove', { title: deadline.title })}
            onPress={() => edit(say('step.remove-deadline', { title: deadline.title }), removeRecord(deadline))}
          />
        )}
      </header>
      <p>
        {words(`deadlines.kind-${deadline.kind}`)} · {words('deadlines.until', { when: momentIn(deadline.expires, deadline.timeZone) })}
      </p>
      {deadline.note !== '' && <p>{deadline.note}</p>}
      {objections.map((objection) => (
        <p key={objection.id} className="objection">
          {words('deadlines.objection', { who: delegationName(objection.author.delegation, windowLanguage) })} {objection.reason}
          {mode === 'delegation' && isOwn(objection, here) && (
            <span className="sent">{words(isUnsent(objection) ? 'delegation.not-sent' : 'delegation.sent')}</span>
          )}
        </p>
      ))}
      {canObject && !objecting && (
        <Button look="small" onPress={() => setObjecting(true)}>
          {words('deadlines.object')}
        </Button>
      )}
      {objecting && <Objecting deadline={deadline} onDone={() => setObjecting(false)} />}
    </li>
  )
}

function Objecting({ deadline, onDone }: { readonly deadline: Deadline; readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const object = async () => {
    const author = await whoIsHere()
    if (author === null) return
    const record = {
      type: 'objection' as const,
      id: v7(),
      deadline: deadline.id,
      author,
      at: presentMoment(),
      reason: reason.trim(),
      sent: null,
    }
    edit(say('step.object', { title: deadline.title }), [{ kind: 'insert', record }])
    onDone()
  }
  return (
    <form
      className="asked"
      onSubmit={(event) => {
        event.preventDefault()
        void object()
      }}
    >
      <label>
        {words('proposals.reason')}
        {/* Opened by the button above, it is written in at once. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <GrowField autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <footer>
        <Button look="primary" type="submit" isDisabled={reason.trim() === ''}>
          {words('deadlines.write-objection')}
        </Button>
        <Button look="small" onPress={onDone}>
          {words('dialog.cancel')}
        </Button>
      </footer>
    </form>
  )
}
