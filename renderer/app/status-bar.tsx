import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { Reminder } from '../features/revisions/reminder.tsx'
import { useConnection } from '../stores/connection.ts'
import { useIdentity } from '../stores/identity.ts'
import { retryNow, usePlan } from '../stores/plan.ts'
import { useSaving } from '../stores/saving.ts'
import { usePlace } from '../stores/place.ts'
import { LanguageMenu } from './language.tsx'
import { openDialog } from './dialogs.ts'
import { windowLanguage, words } from './words.ts'

/** Tells the truth about saving, and what the plan is. */
export function StatusBar() {
  const plan = usePlan((state) => state.plan)
  const inLibrary = usePlace((place) => place.view === 'plans')
  return (
    <footer className="status">
      <SaveState />
      <Notice />
      {plan !== null && !inLibrary && (
        <>
          <Reminder plan={plan} />
          <span>
            {plan.header.revision === null ? words('status.draft') : words('status.draft-revision', { revision: plan.header.revision })}
          </span>
          <span>{words('status.plan-language', { language: words(`language.${plan.header.language}`) })}</span>
        </>
      )}
      <Identity />
      <LanguageMenu />
      <Version />
    </footer>
  )
}

/** Nothing flickers for an edit that is written at once: "Saving" is said only when it takes a moment. */
const patience = 300

function SaveState() {
  const saving = useSaving((store) => store.state)
  const connection = useConnection((store) => store.state)
  const [slow, setSlow] = useState(false)
  const busy = saving.kind === 'saving'
  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setSlow(true), patience)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [busy])

  if (saving.kind === 'not-saved' || (busy && connection === 'lost')) {
    const reason = saving.kind === 'not-saved' && saving.reason !== 'connection' ? saving.reason : 'connection'
    return (
      <span className="save-state not-saved" role="alert">
        {words('status.not-saved', { count: saving.waiting, reason: words(`reason.${reason}`) })}
        <button type="button" className="link" onClick={retryNow}>
          {words('status.retry')}
        </button>
      </span>
    )
  }
  if (connection === 'lost') return <span className="save-state not-saved">{words('status.lost')}</span>
  return (
    <span className={`save-state ${slow ? 'saving' : busy ? 'saving-soon' : 'saved'}`} role="status" data-state={saving.kind}>
      {words(connection === 'connecting' ? 'status.connecting' : slow ? 'status.saving' : 'status.saved')}
    </span>
  )
}

const noticeStays = 8000

/** A sentence about what was just done; it goes by itself. */
function Notice() {
  const notice = usePlace((place) => place.notice)
  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => usePlace.setState({ notice: null }), noticeStays)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <span className="notice" role="status">
      {notice}
    </span>
  )
}

/** Who works here; a click changes it. */
function Identity() {
  const author = useIdentity((state) => state.author)
  return (
    <button type="button" className={author === null ? 'link' : 'status-button'} onClick={() => openDialog('identity')}>
      {author === null
        ? words('status.nobody')
        : words('status.identity', { name: [author.name, delegationName(author.delegation, windowLanguage)].filter(Boolean).join(', ') })}
    </button>
  )
}

/** Where the plans are kept; the whole path in the tooltip. */
function Version() {
  const [info, setInfo] = useState<{ version: string; storePath: string } | null>(null)
  useEffect(() => {
    api()
      .app.info()
      .then(setInfo)
      // The status bar can do without; the connection's own state says what is wrong.
      .catch(() => {})
  }, [])
  return info === null ? null : <span title={words('status.store', { path: info.storePath })}>{words('status.offline')}</span>
}
