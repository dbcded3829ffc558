import type { Imported } from '#shared/importing/import-text.ts'
import { missingWords } from '#shared/importing/report.ts'

/** Every text that an import gave back: the plan's own, the learned instruments', and the artefacts it lists. */
function textsOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return ['id', 'order', 'type', 'kind'].includes(field) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((member: unknown) => textsOf(member, field))
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, member]) => textsOf(member, name))
  return []
}

/** Words of the input that the import lost, each as often as it is missing. */
export const lostWords = (text: string, { plan, instruments, report }: Imported): string[] =>
  missingWords(text, textsOf([plan, instruments, report.cleaned]))
