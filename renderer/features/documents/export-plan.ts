import { api } from '../../api.ts'
import { download } from './download.ts'

/** Writes the plan as a plan file to the folder for downloads and gives the file's name. */
export async function exportPlan(planId: string): Promise<string> {
  const { file } = await api().exchange.exportPlan({ planId, withProposals: true })
  download(file)
  return file.name
}
