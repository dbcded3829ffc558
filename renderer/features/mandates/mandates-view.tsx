import './mandates.css'
import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Mandate } from '#shared/model/mandate.ts'
import { listMandate, removeRecord, updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { useFindings } from '../../stores/findings.ts'
import { withRemoved } from '../../stores/differences.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { useRegister } from '../../stores/register.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { GrowField } from '../../ui/grow-field.tsx'
import { ProposalsOn } from '../delegation/proposals-on.tsx'
import { Chip } from '../calendar/mandate-cell.tsx'
import { gistOf, titleOf } from './complete.ts'
import { mandateText, readMandates } from './mandate-text.ts'
import { provisionsLabel } from './provisions-label.ts'

const none: readonly Mandate[] = []

/** The plan's list of mandates: what gives the committee its work, each with its paragraphs and what they say. */
export function MandatesView() {
  const mandates = usePlan(({ plan }) => plan?.mandates) ?? none
  const drawn = usePlan((shown) => withRemoved(shown, 'mandates'))
  const [adding, setAdding] = useState(false)
  return (
    <>
      <header className="head">
        <h1>{words('mandates.title')}</h1>
        <p>{words('mandates.count', { count: mandates.length })}</p>
        <div className="actions">
          <Button onPress={() => setAdding(true)}>{words('mandates.add')}</Button>
        </div>
      </header>
      <div className="sheet-scroll">
        {drawn.length === 0 && !adding && (
          <EmptyState title={words('mandates.empty-title')} text={words('mandates.empty-text')}>
            <Button look="primary" onPress={() => setAdding(true)}>
              {words('mandates.add')}
            </Button>
            <p className="example">{words('mandates.empty-example')}</p>
          </EmptyState>
        )}
        {(drawn.length > 0 || adding) && (
          <ol className="sheet mandate-list" aria-label={words('mandates.title')}>
            {drawn.map((mandate) => {
              const index = mandates.indexOf(mandate)
              return index < 0 ? (
                <li key={mandate.id} className="mandate-entry struck">
                  <ProposalsOn record={mandate.id} />
                </li>
              ) : (
                <MandateEntry key={mandate.id} mandate={mandate} number={index + 1} />
              )
            })}
            {adding && (
              <li className="mandate-entry">
                <MandateField label={words('mandates.new')} start="" onDone={(text) => add(text, () => setAdding(false))} />
              </li>
            )}
          </ol>
        )}
      </div>
    </>
  )
}

function add(text: string, done: () => void): void {
  const { plan } = usePlan.getState()
  const citation = readMandates(text, []).find((entry) => entry.kind === 'citation')
  if (plan !== null && citation?.kind === 'citation') {
    const name = citation.symbol ?? citation.written
    edit(say('step.list-mandate', { name }), listMandate(plan, { type: 'mandate', id: v7(), citation, written: '', quotation: 'none' }))
  }
  done()
}

function MandateEntry({ mandate, number }: { readonly mandate: Mandate; readonly number: number }) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const register = useRegister((state) => state.register)
  const findings = useFindings((state) => state.byMandate.get(mandate.id)) ?? []
  const revealed = usePlace((place) => place.reveal === mandate.id)
  const [writing, setWriting] = useState(false)
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (revealed) element.current?.scrollIntoView({ block: 'center' })
  }, [revealed])
  const { citation } = mandate
  const instrument = register?.resolve(citation)?.instrument ?? null
  const name = citation.symbol ?? citation.title ?? citation.written
  const keep = (text: string) => {
    setWriting(false)
    const next = readMandates(text, [citation]).find((entry) => entry.kind === 'citation')
    const change = next?.kind === 'citation' ? updateRecord(mandate, { citation: next }) : null
    if (change !== null) edit(say('step.edit-mandate', { name }), [change])
  }
  return (
    <li ref={element} className="mandate-entry" data-revealed={revealed ? '' : undefined}>
      <span className="number">{number}</span>
      <div>
        {writing ? (
          <MandateField label={words('mandates.edit', { name })} start={mandateText([citation])} onDone={keep} />
        ) : (
          <Chip citation={citation} findings={findings} />
        )}
        <p className="mandate-title">{citation.title ?? (instrument === null ? '' : titleOf(instrument, language))}</p>
        {instrument !== null && (
          <ul className="provisions">
            {citation.provisions.map((label) => {
              const provision = register?.provision(instrument, label) ?? null
              const gist = provision === null ? '' : gistOf(provision, language)
              return gist === '' ? null : (
                <li key={label}>
                  <b>{provisionsLabel([label])}</b> {gist}
                </li>
              )
            })}
          </ul>
        )}
        {findings.map(({ key, severity, sentence }) => (
          <p key={key} className={`note ${severity}`}>
            {words(`severity.${severity}`)}: {sentence}
          </p>
        ))}
        <ProposalsOn record={mandate.id} />
      </div>
      <div className="entry-actions">
        <IconButton icon="text" label={words('mandates.edit', { name })} onPress={() => setWriting(true)} />
        <IconButton
          icon="bin"
          label={words('mandates.remove', { name })}
          onPress={() => edit(say('step.unlist-mandate', { name }), removeRecord(mandate))}
        />
      </div>
    </li>
  )
}

/** A mandate as text: a symbol or name with its paragraphs. */
function MandateField({
  label,
  start,
  onDone,
}: {
  readonly label: string
  readonly start: string
  readonly onDone: (text: string) => void
}) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  return (
    <GrowField
      ref={field}
      className="mandate-input"
      aria-label={label}
      placeholder={words('mandates.placeholder')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
