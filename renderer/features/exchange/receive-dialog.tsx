import { type FormEvent, useState } from 'react'
import type { Inspection } from '#shared/contract/exchange.ts'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import { showPlan } from '../../app/navigation.ts'
import { moment, refusedWords, words } from '../../app/words.ts'
import { show } from '../../stores/place.ts'
import { collectShown, leaveReceived, type Receiving, receiveShown, useReceiving } from '../../stores/receiving.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Reports } from '../proposals/add-files.tsx'
import { CheckResult } from './check-result.tsx'
import './exchange.css'
import { Signed, senderName } from './signed.tsx'

type Shown = Extract<Receiving, { kind: 'shown' }>

/** Shows what a plan file is, who sent it and whether that can be trusted, and asks what is to become of it. Several files come in turn. */
export function ReceiveDialog() {
  const receiving = useReceiving((state) => state.receiving)
  if (receiving === null) return null
  const { kind, file, waiting } = receiving
  const title = kind === 'shown' ? words(`receive.title-${receiving.inspection.kind}`) : words(`receive.${kind}`, { name: file.name })
  return (
    <Dialog key={`${file.name} ${waiting.length}`} title={title} closeLabel={words('dialog.close')} onClose={() => void leaveReceived()}>
      {(kind === 'reading' || kind === 'writing') && (
        <p className="busy" role="status">
          {words(`import.${kind}`)}
        </p>
      )}
      {kind === 'refused' && <Refused receiving={receiving} />}
      {kind === 'shown' && receiving.inspection.kind === 'plan' && <PlanCame receiving={receiving} />}
      {kind === 'shown' && receiving.inspection.kind === 'proposals' && <ProposalsCame receiving={receiving} />}
      {kind === 'shown' && receiving.inspection.kind === 'register' && <RegisterCame receiving={receiving} />}
      {kind === 'collected' && <Collected receiving={receiving} />}
    </Dialog>
  )
}

const Waiting = ({ waiting }: Pick<Receiving, 'waiting'>) =>
  waiting.length > 0 ? <p className="aside">{words('import.waiting', { count: waiting.length })}</p> : null

/** Whether Enter may take what came: not what was changed, or signed by somebody else. */
const isTrusted = ({ signature }: Inspection): boolean => signature.kind !== 'changed' && signature.kind !== 'other-key'

/** Leaves the file out; the last one closes the dialog. */
const Leave = ({ receiving: { waiting, inspection } }: { readonly receiving: Shown }) => (
  <Button autoFocus={!isTrusted(inspection)} onPress={() => void leaveReceived()}>
    {words(waiting.length === 0 ? 'dialog.cancel' : 'import.skip')}
  </Button>
)

const Refused = ({ receiving: { why, file, waiting } }: { readonly receiving: Extract<Receiving, { kind: 'refused' }> }) => (
  <>
    <p role="alert">{why === null ? words('refused.unusable', { name: file.name }) : refusedWords(why, file.name)}</p>
    <p className="aside">{words('receive.nothing-added')}</p>
    <Waiting waiting={waiting} />
    <footer>
      <Button look="primary" autoFocus onPress={() => void leaveReceived()}>
        {words(waiting.length === 0 ? 'dialog.close' : 'import.skip')}
      </Button>
    </footer>
  </>
)

/** What every file says of itself: its plan, who sent it and when, and what is in it. */
function Facts({ inspection }: { readonly inspection: Inspection }) {
  const { title, sender, exportedAt, revision, counts, setAside, mended, name, signature } = inspection
  const by = sender === null ? senderName(null) : [sender.name, senderName(sender)].filter(Boolean).join(', ')
  const issue = revision === null ? words('receive.no-revision') : revision === '' ? words('revisions.kind-first') : revision
  const held = (['rows', 'proposals', 'decisions', 'objections', 'instruments'] as const).filter((part) => counts[part] > 0)
  return (
    <>
      <p className="preview-title">
        {inspection.kind === 'register' ? name : title === '' ? words('plan.untitled') : title}
        {inspection.kind === 'plan' && <small>{issue}</small>}
      </p>
      <dl className="facts">
        <dt>{words('receive.from')}</dt>
        <dd>{by}</dd>
        {exportedAt !== null && (
          <>
            <dt>{words('receive.sent')}</dt>
            <dd>{moment(exportedAt)}</dd>
          </>
        )}
        <dt>{words('receive.holds')}</dt>
        <dd>{held.map((part) => words(`receive.count-${part}`, { count: counts[part] })).join(', ') || words('receive.holds-nothing')}</dd>
        {inspection.kind === 'plan' && (
          <>
            <dt>{words('receive.check-title')}</dt>
            <dd>
              <CheckResult inspection={inspection} />
            </dd>
          </>
        )}
      </dl>
      <Signed signature={signature} sender={sender} />
      {setAside.length > 0 && (
        <details className="kept">
          <summary>{words('collect.set-aside', { count: setAside.length })}</summary>
          <ul>
            {setAside.map(({ list, index, reason, content }) => (
              <li key={`${list} ${index}`}>
                <span>
                  {list} {index + 1}: {reason}
                </span>
                <q>{content.slice(0, 400)}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mended > 0 && <p className="aside">{words('file.mended', { count: mended })}</p>}
    </>
  )
}

const Failed = () => (
  <p className="form-error" role="alert">
    {words('receive.failed')}
  </p>
)

/** What a plan may become here: what is held of it already leaves less to choose. */
function modesFor({ held, signature }: Inspection): readonly PlanMode[] {
  if (held?.mode === 'own') return ['own']
  return signature.kind === 'own' ? ['own', 'delegation'] : ['delegation', 'own']
}

function PlanCame({ receiving }: { readonly receiving: Shown }) {
  const { inspection, failed, waiting } = receiving
  const modes = modesFor(inspection)
  const [as, setAs] = useState<PlanMode>(modes[0] ?? 'own')
  const { held } = inspection
  const isKnown = held?.difference === 'same' && held.mode === as
  const accept = async () => {
    const planId = await receiveShown(as)
    if (planId !== null && useReceiving.getState().receiving === null) showPlan(planId)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void accept()
  }
  const action = isKnown ? 'open' : held?.mode === 'delegation' && as === 'delegation' ? 'update' : (`open-${as}` as const)
  return (
    <form className="form" onSubmit={submit}>
      <Facts inspection={inspection} />
      {held !== null && <p className="aside">{words(`receive.held-${held.difference}`)}</p>}
      {modes.length > 1 && (
        <fieldset className="choices">
          <legend>{words('receive.what')}</legend>
          {modes.map((mode) => (
            <label key={mode}>
              <input type="radio" name="as" value={mode} checked={as === mode} onChange={() => setAs(mode)} />
              <span>
                {words(`receive.as-${mode}`)}
                <small>{words(`receive.as-${mode}-text`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {failed && <Failed />}
      <Waiting waiting={waiting} />
      <footer>
        <Leave receiving={receiving} />
        <Button look="primary" type="submit" autoFocus={isTrusted(inspection)}>
          {words(`receive.do-${action}`)}
        </Button>
      </footer>
    </form>
  )
}

function ProposalsCame({ receiving }: { readonly receiving: Shown }) {
  const { inspection, failed, waiting } = receiving
  const { held, planId, counts } = inspection
  return (
    <>
      <Facts inspection={inspection} />
      {held === null && <p role="alert">{words('receive.no-plan')}</p>}
      {failed && <Failed />}
      <Waiting waiting={waiting} />
      <footer>
        <Leave receiving={receiving} />
        {held !== null && planId !== null && (
          <Button look="primary" autoFocus={isTrusted(inspection)} onPress={() => void collectShown(planId)}>
            {words('receive.do-collect', { count: counts.proposals + counts.objections })}
          </Button>
        )}
      </footer>
    </>
  )
}

function RegisterCame({ receiving }: { readonly receiving: Shown }) {
  const { inspection, failed, waiting } = receiving
  return (
    <>
      <Facts inspection={inspection} />
      {failed && <Failed />}
      <Waiting waiting={waiting} />
      <footer>
        <Leave receiving={receiving} />
        <Button look="primary" autoFocus={isTrusted(inspection)} onPress={() => void receiveShown('own')}>
          {words('receive.do-learn', { count: inspection.counts.instruments })}
        </Button>
      </footer>
    </>
  )
}

function Collected({ receiving: { report, planId, waiting } }: { readonly receiving: Extract<Receiving, { kind: 'collected' }> }) {
  const goOn = async () => {
    await leaveReceived()
    if (useReceiving.getState().receiving !== null) return
    showPlan(planId)
    show('proposals')
  }
  return (
    <>
      <Reports reports={[report]} />
      <Waiting waiting={waiting} />
      <footer>
        <Button look="primary" autoFocus onPress={() => void goOn()}>
          {words(waiting.length === 0 ? 'receive.do-review' : 'receive.do-next')}
        </Button>
      </footer>
    </>
  )
}
