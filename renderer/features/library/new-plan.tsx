import { useState } from 'react'
import { words } from '../../app/words.ts'
import { useLibrary } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CarryOver } from './carry-over.tsx'
import { chooseFiles } from './choose-files.ts'
import { FromTemplate } from './from-template.tsx'

const origins = ['empty', 'usual', 'last', 'file'] as const
type Origin = (typeof origins)[number]

/** Asks what a new plan begins with: nothing, a committee's usual year, last term's plan, or a file. */
export function NewPlanDialog({ onClose }: { readonly onClose: () => void }) {
  const [origin, setOrigin] = useState<Origin | null>(null)
  const plans = (useLibrary((library) => library.plans) ?? []).filter(({ binnedAt }) => binnedAt === null)
  const chosen = origin ?? 'empty'
  return (
    <Dialog title={words('new-plan.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
      <fieldset className="choices origins">
        <legend>{words('new-plan.from')}</legend>
        {origins.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="origin"
              value={option}
              checked={chosen === option}
              disabled={option === 'last' && plans.length === 0}
              onChange={() => setOrigin(option)}
            />
            <span>
              {words(`new-plan.from-${option}`)}
              <small>{words(`new-plan.from-${option}-text`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen === 'last' ? (
        <CarryOver plans={plans} onClose={onClose} />
      ) : chosen === 'file' ? (
        <footer>
          <Button onPress={onClose}>{words('dialog.cancel')}</Button>
          <Button look="primary" onPress={() => chooseFiles(onClose)}>
            {words('new-plan.choose-files')}
          </Button>
        </footer>
      ) : (
        <FromTemplate template={chosen} focusTitle={origin === null} onClose={onClose} />
      )}
    </Dialog>
  )
}
