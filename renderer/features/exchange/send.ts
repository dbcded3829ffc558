import { api, refusal } from '../../api.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { download } from '../documents/download.ts'
import { whoIsHere } from './who.ts'

const say = (notice: string): void => usePlace.setState({ notice })

/** Writes one's own proposals on the plan as a file for the Chair, after asking who one is where that is not known. */
export async function sendProposals(): Promise<void> {
  const { planId } = usePlan.getState()
  if (planId === null || (await whoIsHere()) === null) return
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
