import { type FormEvent, useEffect, useState } from 'react'
import type { Collected } from '#shared/contract/exchange.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { api, refusal } from '../../api.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { collectNew, newFiles, readFolder, setFolder, useFolder } from '../../stores/folder.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Reports } from '../proposals/add-files.tsx'
import './exchange.css'

/** The button that opens the plan's folder for proposals; it counts the files that wait there. */
export function WatchFolder() {
  const planId = usePlan((state) => state.planId)
  const chosen = useFolder((state) => state.planId === planId && state.folder !== null)
  const known = useFolder((state) => (state.planId === planId ? newFiles(state.files).length : 0))
  const [open, setOpen] = useState(false)
  useEffect(() => {
    // Without the count the button still opens the folder, which then says what is wrong.
    if (planId !== null) readFolder(planId).catch(() => {})
  }, [planId])
  if (planId === null) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{chosen ? words('folder.open', { count: known }) : words('folder.start')}</Button>
      {open && <FolderDialog planId={planId} onClose={() => setOpen(false)} />}
    </>
  )
}

type Trouble = 'not-a-folder' | 'failed'

function FolderDialog({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const { folder } = useFolder()
  const [reports, setReports] = useState<readonly Collected[] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = async (work: () => Promise<unknown>) => {
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(refusal(error)?.code === 'NOT_A_FOLDER' ? 'not-a-folder' : 'failed')
    }
  }
  const watch = (path: string | null) => void attempt(() => setFolder(planId, path))
  return (
    <Dialog title={words('folder.title')} closeLabel={words('dialog.close')} onClose={onClose}>
      <p className="aside">{words('folder.text')}</p>
      <Choice folder={folder} onWatch={watch} />
      {trouble !== null && (
        <p className="form-error" role="alert">
          {words(`folder.${trouble}`)}
        </p>
      )}
      {reports === null ? <Files /> : <Reports reports={reports} />}
      <Actions
        taken={reports !== null}
        onTake={() => void attempt(async () => setReports(await collectNew(planId)))}
        onStop={() => watch(null)}
        onClose={onClose}
      />
    </Dialog>
  )
}

interface ChoiceProps {
  readonly folder: string | null
  readonly onWatch: (folder: string) => void
}

/** The folder's path, typed or chosen with the system's own dialog where the shell has one. */
function Choice({ folder, onWatch }: ChoiceProps) {
  const [path, setPath] = useState(folder ?? '')
  const [canChoose, setCanChoose] = useState(false)
  useEffect(() => {
    // Without an answer the path is typed.
    api()
      .app.info()
      .then(({ shell }) => setCanChoose(shell === 'electron'))
      .catch(() => {})
  }, [])
  const choose = async () => {
    const chosen = await api().exchange.chooseFolder()
    if (chosen.folder === null) return
    setPath(chosen.folder)
    onWatch(chosen.folder)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (path.trim() !== '') onWatch(path.trim())
  }
  return (
    <form className="form folder-path" onSubmit={submit}>
      <label>
        {words('folder.path')}
        <input value={path} autoFocus={folder === null} onChange={({ target }) => setPath(target.value)} />
      </label>
      {canChoose && <Button onPress={() => void choose()}>{words('folder.choose')}</Button>}
      <Button type="submit" isDisabled={path.trim() === '' || path.trim() === folder}>
        {words('folder.watch')}
      </Button>
    </form>
  )
}

/** The plan files in the folder, with what became of each. */
function Files() {
  const { folder, files } = useFolder()
  if (folder === null) return null
  if (files.length === 0) return <p className="aside">{words('folder.empty')}</p>
  return (
    <ul className="folder-files">
      {files.map(({ name, changedAt, state, sender, proposals }) => (
        <li key={name} data-state={state}>
          <div>
            <b>{sender === null ? name : delegationName(sender.delegation, windowLanguage)}</b>
            <small>
              {[
                ...(sender === null ? [] : [name]),
                ...(state === 'unusable' ? [] : [words('receive.count-proposals', { count: proposals })]),
                moment(changedAt),
              ].join(' · ')}
            </small>
          </div>
          <span>{words(`folder.state-${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}

interface ActionsProps {
  /** Whether what was taken in is shown. */
  readonly taken: boolean
  readonly onTake: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

function Actions({ taken, onTake, onStop, onClose }: ActionsProps) {
  const { folder, files } = useFolder()
  const waiting = newFiles(files).length
  return (
    <footer>
      {folder !== null && !taken && <Button onPress={onStop}>{words('folder.stop')}</Button>}
      {waiting > 0 && !taken ? (
        <Button look="primary" onPress={onTake}>
          {words('folder.take', { count: waiting })}
        </Button>
      ) : (
        <Button look={taken ? 'primary' : 'plain'} onPress={onClose}>
          {words('dialog.close')}
        </Button>
      )}
    </footer>
  )
}
