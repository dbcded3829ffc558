import { showPlan } from '../../app/navigation.ts'
import { words } from '../../app/words.ts'
import { type ImportOutcome, putImportAway, useLibrary } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Says what came of an import: what was kept, or why the file was refused and what to do. */
export function ImportResult() {
  const outcome = useLibrary((state) => state.importing)
  if (outcome === null) return null
  return (
    <Dialog title={titleOf(outcome)} closeLabel={words('dialog.close')} onClose={putImportAway}>
      {outcome.kind === 'reading' && (
        <p className="busy" role="status">
          {words('import.reading')}
        </p>
      )}
      {outcome.kind === 'refused' && <Refused sentence={outcome.sentence} />}
      {outcome.kind === 'done' && <Summary outcome={outcome} />}
    </Dialog>
  )
}

const titleOf = ({ kind, name }: ImportOutcome): string => words(`import.title-${kind}`, { name })

const Refused = ({ sentence }: { readonly sentence: string | null }) => (
  <>
    <p role="alert">{sentence ?? words('import.unknown')}</p>
    <p className="aside">{words('import.advice')}</p>
    <footer>
      <Button look="primary" onPress={putImportAway}>
        {words('dialog.close')}
      </Button>
    </footer>
  </>
)

function Summary({ outcome: { summary } }: { readonly outcome: Extract<ImportOutcome, { kind: 'done' }> }) {
  const { rows, mandates, learned, keptAsText, planId } = summary
  const open = () => {
    putImportAway()
    showPlan(planId)
  }
  return (
    <>
      <dl className="figures">
        {(['rows', 'mandates', 'learned'] as const).map((figure) => (
          <div key={figure}>
            <dt>{words(`import.${figure}`, { count: { rows, mandates, learned }[figure] })}</dt>
            <dd>{{ rows, mandates, learned }[figure]}</dd>
          </div>
        ))}
      </dl>
      {keptAsText.length === 0 ? (
        <p className="aside">{words('import.all-understood')}</p>
      ) : (
        <details className="kept">
          <summary>{words('import.kept', { count: keptAsText.length })}</summary>
          <ul>
            {keptAsText.map(({ place, text }) => (
              <li key={`${place} ${text}`}>
                <span>{place}</span>
                <q>{text}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
      <footer>
        <Button onPress={putImportAway}>{words('dialog.close')}</Button>
        <Button look="primary" autoFocus onPress={open}>
          {words('import.open')}
        </Button>
      </footer>
    </>
  )
}
