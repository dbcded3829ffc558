import { writePlanDate } from '#shared/dates/write.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Point } from '#shared/negotiation/points.ts'
import { words } from '../../app/words.ts'

/** What a point is called in the list, and a line that tells it from others. */
export function namePoint({ record, row, stands }: Point, { header }: Plan): { readonly name: string; readonly detail: string } {
  if (record === null) return { name: words('history.plan'), detail: header.title }
  switch (record.type) {
    case 'activity': {
      const { main } = writePlanDate(record.when, header.language)
      const first = record.items[0]?.text ?? ''
      const name = row === '' ? words('proposals.removed-row') : words('proposals.row', { row })
      return { name, detail: stands ? main || first : [words('proposals.new-row'), first].filter(Boolean).join(' · ') }
    }
    case 'section':
      return { name: record.heading.trim() === '' ? words(`section.${record.kind}`) : record.heading, detail: words('view.text') }
    case 'mandate':
      return { name: record.citation.symbol ?? record.citation.title ?? record.citation.written, detail: words('view.mandates') }
  }
}
