import { emptyActivity } from '../../../operations/edits.ts'
import type { Activity } from '../../../model/activity.ts'
import { summaryOf } from '../../../register/titles.ts'
import type { Context } from '../../context.ts'
import { type MandateFacts, perRun } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { derivedId } from '../../ids.ts'
import { orderKeyBetween } from '../../order-key.ts'
import type { Report, RuleOf } from '../../rule.ts'

const id = 'mandate/unserved'

const servedBy = perRun((run) => {
  const served = new Set<number>()
  for (const { serves } of run) for (const index of serves) served.add(index)
  return served
})

/** A row at the end of the calendar that cites the mandate as it is listed, with what its first provision asks for to start from. */
function draft({ mandate, cited }: MandateFacts, order: string, { register, language }: Context): Activity {
  const { citation } = mandate
  const first = citation.provisions[0]
  const instrument = cited.resolution?.instrument
  const provision = first === undefined || instrument === undefined ? null : register.provision(instrument, first)
  const words = provision === null ? '' : (summaryOf(provision, language) ?? '')
  const row = emptyActivity(derivedId(id, mandate.id, 'row'), order)
  return {
    ...row,
    mandate: [{ ...citation, id: derivedId(id, mandate.id, 'citation') }],
    items: words === '' ? [] : [{ id: derivedId(id, mandate.id, 'item'), level: 0, marker: 'none', text: words }],
  }
}

export const unserved: RuleOf<'plan'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'What the Assembly asked for is not forgotten',
    scope: 'plan',
    messages: { found: 'No activity cites {instrument}.', create: 'Add an activity that cites {instrument}' },
  },
  check: ({ plan, runs, mandates }, context) => {
    if (mandates.length === 0 || runs.length === 0) return []
    const served = new Set<number>()
    for (const run of runs) for (const index of servedBy(run)) served.add(index)
    const reports: Report[] = []
    for (const [index, facts] of mandates.entries()) {
      const { cited } = facts
      if (context.listed.get(cited.key) !== index || served.has(index)) continue
      const order = orderKeyBetween(plan.activities.at(-1)?.order ?? null, null)
      reports.push({
        data: { instrument: cited.name },
        about: cited.name,
        written: cited.citation.written,
        target: { ...cited.target, field: null },
        fixes: offer({
          label: `${id}#create`,
          data: { instrument: cited.name },
          changes: order === null ? [] : [{ kind: 'insert', record: draft(facts, order, context) }],
          writes: cited.name,
        }),
      })
    }
    return reports
  },
}
