import { usePlan } from '../stores/plan.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { stepName, words } from './words.ts'

/** Says that a step was not kept because the plan changed elsewhere meanwhile. */
export function PlanLost() {
  const lost = usePlan((state) => state.lost)
  if (lost === null) return null
  const close = () => usePlan.setState({ lost: null })
  return (
    <Dialog title={words('lost.title')} closeLabel={words('dialog.close')} onClose={close}>
      <p role="alert">{words('lost.text', { step: stepName(lost) })}</p>
      <footer>
        <Button look="primary" autoFocus onPress={close}>
          {words('dialog.close')}
        </Button>
      </footer>
    </Dialog>
  )
}
