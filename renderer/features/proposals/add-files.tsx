import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Collected } from '#shared/contract/exchange.ts'
import { api } from '../../api.ts'
import { refusedWords, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Takes delegations' files in, one or many, and says what each brought. */
export function AddFiles() {
  const planId = usePlan((state) => state.planId)
  const [reports, setReports] = useState<readonly Collected[] | null>(null)
  const [failed, setFailed] = useState(false)
  const collect = async (files: readonly File[]) => {
    if (planId === null || files.length === 0) return
    setFailed(false)
    try {
      setReports((await api().exchange.collect({ planId, files: [...files] })).files)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <FileTrigger acceptedFileTypes={['.mandato']} allowsMultiple onSelect={(files) => void collect([...(files ?? [])])}>
        <Button>{words('proposals.add-files')}</Button>
      </FileTrigger>
      {(reports !== null || failed) && (
        <Dialog
          title={words('collect.title')}
          closeLabel={words('dialog.close')}
          onClose={() => {
            setReports(null)
            setFailed(false)
          }}
        >
          {failed && <p role="alert">{words('collect.failed')}</p>}
          {reports !== null && <Reports reports={reports} />}
        </Dialog>
      )}
    </>
  )
}

/** What each file brought, in the order in which they were given. */
export const Reports = ({ reports }: { readonly reports: readonly Collected[] }) => (
  <ul className="collected">
    {reports.map((report) => (
      <li key={report.name} className={report.problem === null ? undefined : 'unusable'}>
        <b>{report.name}</b>
        {report.problem === null ? (
          <>
            <p>{words('collect.brought', { added: report.added, updated: report.updated, known: report.known })}</p>
            {report.signature !== null && (
              <p className={`signed ${report.signature.kind}`}>{words(`signature.${report.signature.kind}`)}</p>
            )}
            {report.foreign > 0 && <p>{words('collect.foreign', { count: report.foreign })}</p>}
            {report.setAside > 0 && <p>{words('collect.set-aside', { count: report.setAside })}</p>}
            {report.mended > 0 && <p>{words('file.mended', { count: report.mended })}</p>}
          </>
        ) : (
          <p>{refusedWords(report.problem, report.name)}</p>
        )}
      </li>
    ))}
  </ul>
)
