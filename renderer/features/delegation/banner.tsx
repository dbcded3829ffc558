import './delegation.css'
import { useEffect, useState } from 'react'
import type { Receipt } from '#shared/exchange/receipt.ts'
import { isUnsent } from '#shared/negotiation/collect.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { api } from '../../api.ts'
import { openDialog } from '../../app/dialogs.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { useFindings } from '../../stores/findings.ts'
import { useIdentity } from '../../stores/identity.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { sendProposals } from '../exchange/send.ts'
import { senderName } from '../exchange/signed.tsx'
import { isOwn, useProposes } from './own.ts'

/** Over the Chair's text: whose it is, what becomes of one's edits, and what of them is still to be sent. */
export function DelegationBanner() {
  return useProposes() ? <Banner /> : null
}

function Banner() {
  const author = useIdentity((state) => state.author)
  const held = usePlan((state) => state.held)
  const receipt = useReceipt()
  if (held === null) return null
  const said = [...held.proposals, ...held.objections].filter((one) => isOwn(one, author))
  const waiting = said.filter(isUnsent).length
  return (
    <section className="delegation-banner" aria-label={words('delegation.label')}>
      <div>
        <p className="of">
          <b>{words('delegation.text-of', { sender: senderName(receipt?.sender ?? null) })}</b>
          {receipt !== null && <Came receipt={receipt} />}
          {receipt !== null && <span className="file-name">{receipt.fileName}</span>}
        </p>
        <p>
          {said.length > 0 && <b className={waiting > 0 ? 'waiting' : undefined}>{words('delegation.unsent', { count: waiting })}</b>}{' '}
          {author === null
            ? words('delegation.becomes-nobody')
            : words('delegation.becomes', { who: delegationName(author.delegation, windowLanguage) })}
          <CheckSays />
        </p>
      </div>
      <div className="actions">
        <span className="who">
          <Button onPress={() => openDialog('identity')}>{words('delegation.who')}</Button>
        </span>
        <Button look={waiting > 0 ? 'primary' : 'plain'} isDisabled={said.length === 0} onPress={() => void sendProposals()}>
          {words('send.command')}
        </Button>
      </div>
    </section>
  )
}

/** What the file says that the text came in: its revision, and whether its signature holds. */
function Came({ receipt: { revision, signature } }: { readonly receipt: Receipt }) {
  const issue = revision === null ? null : revision === '' ? words('revisions.kind-first') : revision
  const doubtful = signature.kind === 'changed' || signature.kind === 'other-key'
  return (
    <>
      {issue !== null && <span>{issue}</span>}
      <span className={doubtful ? 'doubtful' : undefined}>{words(`signature.${signature.kind}`)}</span>
    </>
  )
}

/** What the check finds in the text with one's own proposals in it. */
function CheckSays() {
  const findings = useFindings((state) => state.findings)
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const counts = { errors: of('error'), warnings: of('warning') }
  return (
    <span className="check-says">
      {words('receive.check-title')}:{' '}
      {counts.errors + counts.warnings === 0 ? words('receive.check-clean') : words('receive.check', counts)}
    </span>
  )
}

/** The file that the text shown last came from; asked for again when another revision of it was received. */
function useReceipt(): Receipt | null {
  const planId = usePlan((state) => state.planId)
  const revisions = usePlan(({ held }) => held?.revisions)
  const [came, setCame] = useState<{ readonly planId: string; readonly receipt: Receipt | null } | null>(null)
  useEffect(() => {
    if (planId === null) return
    let stale = false
    api()
      .exchange.standing({ planId })
      .then(({ receipt }) => !stale && setCame({ planId, receipt }))
      // The banner says what it knows without it.
      .catch(() => {})
    return () => {
      stale = true
    }
  }, [planId, revisions])
  return came?.planId === planId ? came.receipt : null
}
