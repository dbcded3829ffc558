import { usePlan } from '../stores/plan.ts'
import { Notice } from '../ui/notice.tsx'
import { stepName, words } from './words.ts'

/** Says that a step was not kept because the plan changed elsewhere meanwhile. */
export function PlanLost() {
  const lost = usePlan((state) => state.lost)
  if (lost === null) return null
  const close = () => usePlan.setState({ lost: null })
  return (
    <Notice title={words('lost.title')} closeLabel={words('dialog.close')} onClose={close}>
      <p role="alert">{words('lost.text', { step: stepName(lost) })}</p>
    </Notice>
  )
}
