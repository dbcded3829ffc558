import { useState } from 'react'
import { readPlanDate } from '#shared/dates/read.ts'
import { formatPlanDate, writePlanDate } from '#shared/dates/write.ts'
import { say } from '#shared/locales/message.ts'
import { openDate, type PlanDate } from '#shared/model/plan-date.ts'
import { setWhen } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { BelowCell } from './below-cell.tsx'
import { CellField } from './cell-field.tsx'
import { currentActivity, type EditorProps, useRowNumber } from './editor.ts'
import { useDraft } from './use-draft.ts'

/** Takes a date as people type it, and says below what it understood. */
export function DateEditor({ activity, typed }: EditorProps) {
  const number = useRowNumber(activity)
  const header = usePlan(({ plan }) => plan?.header)
  const language = header?.language ?? 'en'
  const read = (text: string): PlanDate => (text.trim() === '' ? openDate : readPlanDate(text, { language, term: header?.term ?? null }))
  const [text, setText] = useState(typed ?? formatPlanDate(activity.when, language))
  const draft = useDraft((kept: string) => {
    const current = currentActivity(activity.id)
    if (current !== null) edit(say('step.date', { row: number }), setWhen(current, read(kept)))
  })
  const change = (next: string) => {
    setText(next)
    draft(next)
  }
  return (
    <>
      <CellField label={words('calendar.date-of', { row: number })} value={text} onChange={change} className="date-field" />
      <BelowCell className="understood">
        <Understood date={read(text)} empty={text.trim() === ''} />
      </BelowCell>
    </>
  )
}

function Understood({ date, empty }: { readonly date: PlanDate; readonly empty: boolean }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  if (empty) return <p>{words('calendar.date-hint')}</p>
  if (date.value.kind === 'unreadable') return <p className="not-understood">{words('calendar.date-unreadable')}</p>
  const { main, detail } = writePlanDate(date, language)
  return (
    <p role="status">
      <b>{main}</b>
      {detail !== null && <span>{detail}</span>}
    </p>
  )
}
