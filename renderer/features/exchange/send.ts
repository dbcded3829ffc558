import { api, refusal } from '../../api.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { unsavedSteps, usePlan } from '../../stores/plan.ts'
import { useSaving } from '../../stores/saving.ts'
import { download } from '../documents/download.ts'
import { whoIsHere } from '../../stores/who.ts'

/** Waits for what was just written, so that it goes out too. */
const allSaved = (): Promise<void> =>
  new Promise((resolve) => {
    if (unsavedSteps() === 0) return resolve()
    const stop = useSaving.subscribe(() => {
      if (unsavedSteps() > 0) return
      stop()
      resolve()
    })
  })

const say = (notice: string): void => usePlace.setState({ notice })

/** Writes one's own proposals on the plan as a file for the Chair, after asking who one is where that is not known. */
export async function sendProposals(): Promise<void> {
  const { planId } = usePlan.getState()
  if (planId === null || (await whoIsHere()) === null) return
  await allSaved()
  try {
    const { file, proposals, objections } = await api().exchange.exportProposals({ planId })
    download(file)
    say(words('send.done', { name: file.name, count: proposals + objections }))
  } catch (error) {
    say(words(refusal(error)?.code === 'NOTHING_TO_SEND' ? 'send.nothing' : 'send.failed'))
  }
}

/** Writes the register of instruments as a file for another desk. */
export async function exportRegister(): Promise<void> {
  try {
    const { file } = await api().exchange.exportRegister()
    download(file)
    say(words('send.register-done', { name: file.name }))
  } catch {
    say(words('send.failed'))
  }
}
