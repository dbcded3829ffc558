import type { DragEvent } from 'react'
import { writePlanDate, writeTime } from '#shared/dates/write.ts'
import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import { differenceOf } from '../../stores/differences.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { select, usePlace, write } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { entryId, findingsOf, topicOf } from './entries.ts'

interface Props {
  readonly activity: Activity
  /** A later day of a span: seen, but reached by its first day. */
  readonly again?: boolean
  /** The first entry takes the Tab key when no row is selected. */
  readonly first: boolean
  readonly grabbed: boolean
  readonly onDrag: (row: string | null) => void
}

/** An activity in a month: its hour, what it is about, how it stands. */
export function Entry({ activity, again = false, first, grabbed, onDrag }: Props) {
  const { id, when, state } = activity
  const selected = usePlace((place) => place.row === id)
  const reachable = usePlace((place) => place.row === id || (place.row === null && first))
  const difference = usePlan((shown) => differenceOf(shown, 'activities', id)?.kind)
  const mark = useFindings(({ marks }) => marks.get(id)) ?? noMark
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const number = usePlan((shown) => rowLabel(shown, id))
  const findings = findingsOf(mark)
  const worst = findings.some(({ severity }) => severity === 'error') ? ' bad' : mark.standing === 'weak' ? ' warn' : ''
  const { main } = writePlanDate(when, language)
  const topic = topicOf(activity)
  const isDay = when.value.kind === 'date' || when.value.kind === 'range'
  const start = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', topic)
    onDrag(id)
  }
  return (
    <button
      type="button"
      className={`entry${worst}${grabbed ? ' grabbed' : ''}${state === 'cancelled' ? ' cancelled' : ''}`}
      {...(again ? {} : { id: entryId(id), 'data-entry': id })}
      tabIndex={reachable && !again ? 0 : -1}
      aria-current={selected}
      {...(again ? {} : { 'aria-describedby': `${entryId(id)}-check` })}
      title={activity.items.map(({ text }) => text).join('\n')}
      draggable
      onDragStart={start}
      onDragEnd={() => onDrag(null)}
      onClick={() => select(id)}
      onDoubleClick={() => write(id, 'activity')}
    >
      <span className="unseen">{[words('findings.row', { row: number }), ...(isDay ? [main] : [])].join(', ')}: </span>
      <span className="entry-head">
        <VerdictMark standing={mark.standing} label="" />
        {when.value.kind === 'date' && when.value.time !== null && (
          <span>{writeTime(when.value.time, language).replaceAll(' ', '\u00a0')}</span>
        )}
        {!isDay && <b>{main}</b>}
        {difference !== undefined && (
          <span className="difference-tag">{words(difference === 'inserted' ? 'proposals.new-row' : 'delegation.yours')}</span>
        )}
        {state !== 'planned' && <i>{words(`state.${state}`)}</i>}
      </span>
      <span className="entry-text">{topic}</span>
      {!again && (
        <span hidden id={`${entryId(id)}-check`}>
          {[words(`verdict.${mark.standing}`), ...findings.map(({ sentence }) => sentence)].join('. ')}
        </span>
      )}
    </button>
  )
}
