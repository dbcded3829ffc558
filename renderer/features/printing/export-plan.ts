import { words } from '../../app/words.ts'
import { api } from '../../api.ts'
import { usePlace } from '../../stores/place.ts'
import { download } from './download.ts'

/** Writes the plan as a plan file to the folder for downloads, and says how it went. */
export async function exportPlan(planId: string): Promise<void> {
  try {
    const { file } = await api().plan.export({ planId })
    download(file)
    usePlace.setState({ notice: words('export.done', { name: file.name }) })
  } catch {
    usePlace.setState({ notice: words('export.failed') })
  }
}
