import { type FormEvent, useState } from 'react'
import { showPlan } from '../../app/navigation.ts'

/** What a form for a new plan does when it is sent: creates the plan, closes the form and shows the plan, or says that it failed. */
export function useCreation(create: () => Promise<string>, onClose: () => void) {
  const [failed, setFailed] = useState(false)
  const run = async () => {
    try {
      const id = await create()
      onClose()
      showPlan(id)
    } catch {
      setFailed(true)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  return { failed, submit }
}
