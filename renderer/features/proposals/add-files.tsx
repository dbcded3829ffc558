import { FileTrigger } from 'react-aria-components'
import { create } from 'zustand'
import type { Collected } from '#shared/contract/exchange.ts'
import { api } from '../../api.ts'
import { refusedWords, words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Outcome =
  | { readonly kind: 'brought'; readonly reports: readonly Collected[] }
  | { readonly kind: 'failed' }
  | { readonly kind: 'none' }

/** What came of the files taken in last, until it was read. */
const useOutcome = create<{ readonly outcome: Outcome }>(() => ({ outcome: { kind: 'none' } }))

async function collect(planId: string, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  try {
    const { files: reports } = await api().exchange.collect({ planId, files: [...files] })
    useOutcome.setState({ outcome: { kind: 'brought', reports } })
  } catch {
    useOutcome.setState({ outcome: { kind: 'failed' } })
  }
}

/** Takes delegations' files in, one or many. */
export function AddFiles({ look = 'plain' }: { readonly look?: 'plain' | 'primary' }) {
  const planId = usePlan((state) => state.planId)
  if (planId === null) return null
  return (
    <FileTrigger acceptedFileTypes={['.mandato']} allowsMultiple onSelect={(files) => void collect(planId, [...(files ?? [])])}>
      <Button look={look}>{words('proposals.add-files')}</Button>
    </FileTrigger>
  )
}

/** Says what the files taken in brought. It outlives the button that was pressed for them. */
export function Brought() {
  const outcome = useOutcome((state) => state.outcome)
  if (outcome.kind === 'none') return null
  const close = () => useOutcome.setState({ outcome: { kind: 'none' } })
  return (
    <Notice title={words('collect.title')} closeLabel={words('dialog.close')} onClose={close}>
      {outcome.kind === 'failed' ? <p role="alert">{words('collect.failed')}</p> : <Reports reports={outcome.reports} />}
    </Notice>
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
