import { useState } from 'react'
import type { List, ListItem, Run, TextBlock } from '#shared/documents/blocks.ts'
import { listedMandate } from '#shared/documents/work-plan.ts'
import { isSafeLink } from '#shared/lib/links.ts'
import { say } from '#shared/locales/message.ts'
import type { Mandate } from '#shared/model/mandate.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Register } from '#shared/register/register.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { show } from '../../stores/place.ts'
import { useRegister } from '../../stores/register.ts'
import { Button } from '../../ui/button.tsx'
import { provisionsLabel } from '../mandates/provisions-label.ts'

/** The plan's list of mandates as it will be printed; beside each entry stands how much of it is quoted. */
export function ListedMandates() {
  const plan = usePlan((state) => state.plan)
  if (plan === null) return null
  return (
    <div className="printed">
      {plan.mandates.length > 0 && (
        <ol aria-label={words('text.mandates-list')}>
          {plan.mandates.map((mandate, index) => (
            <Entry key={mandate.id} mandate={mandate} number={index + 1} plan={plan} />
          ))}
        </ol>
      )}
      <p className="aside">
        {words(plan.mandates.length > 0 ? 'text.mandates-from-list' : 'text.mandates-none')}{' '}
        <Button look="quiet" onPress={() => show('mandates')}>
          {words('text.mandates-open')}
        </Button>
      </p>
    </div>
  )
}

const nameOf = ({ citation }: Mandate): string => citation.symbol ?? citation.title ?? citation.written

/** The labels that an entry is to quote. */
const toQuote = ({ quotation, citation }: Mandate): readonly string[] =>
  quotation === 'full' ? citation.provisions : quotation === 'none' ? [] : citation.provisions.filter((label) => quotation.includes(label))

/** Those of them whose words the register does not have, so that nothing is printed of them. */
function withoutText(mandate: Mandate, register: Register | null): string[] {
  const instrument = register?.resolve(mandate.citation)?.instrument
  const hasText = (label: string): boolean => {
    const provision = instrument === undefined ? null : (register?.provision(instrument, label) ?? null)
    return provision !== null && Object.values(provision.text).some((text) => text.trim() !== '')
  }
  return toQuote(mandate).filter((label) => !hasText(label))
}

function quote(mandate: Mandate, quotation: Mandate['quotation']): void {
  const update = updateRecord(mandate, { quotation })
  if (update !== null) edit(say('step.quote-mandate', { name: nameOf(mandate) }), [update])
}

function Entry({ mandate, number, plan }: { readonly mandate: Mandate; readonly number: number; readonly plan: Plan }) {
  const register = useRegister((state) => state.register)
  const missing = withoutText(mandate, register)
  const item = listedMandate(mandate, number, plan, { language: plan.header.language, register })
  return (
    <li>
      <div className="listed">
        <Item item={item} />
      </div>
      {mandate.citation.provisions.length > 0 && <Quoting mandate={mandate} />}
      {missing.length > 0 && <p className="missing">{words('text.quote-missing', { labels: provisionsLabel(missing) })}</p>}
    </li>
  )
}

/** How much of an entry is printed: its name, all its paragraphs, or those that are chosen. */
function Quoting({ mandate }: { readonly mandate: Mandate }) {
  const [choosing, setChoosing] = useState(false)
  const { quotation, citation } = mandate
  const chosen = toQuote(mandate)
  const way = typeof quotation === 'string' && !choosing ? quotation : 'chosen'
  const toggle = (label: string) => {
    // In the order in which they are cited; all of them or none are said as that.
    const next = citation.provisions.filter((other) => (other === label ? !chosen.includes(label) : chosen.includes(other)))
    quote(mandate, next.length === 0 ? 'none' : next.length === citation.provisions.length ? 'full' : next)
  }
  return (
    <div className="quoting">
      <select
        aria-label={words('text.quote-of', { name: nameOf(mandate) })}
        value={way}
        onChange={({ target: { value } }) => {
          setChoosing(value === 'chosen')
          if (value === 'none' || value === 'full') quote(mandate, value)
        }}
      >
        <option value="none">{words('text.quote-none')}</option>
        <option value="full">{words('text.quote-full')}</option>
        {citation.provisions.length > 1 && <option value="chosen">{words('text.quote-chosen')}</option>}
      </select>
      {way === 'chosen' && (
        <fieldset>
          <legend className="unseen">{words('text.quote-which', { name: nameOf(mandate) })}</legend>
          {citation.provisions.map((label) => (
            <label key={label}>
              <input type="checkbox" checked={chosen.includes(label)} onChange={() => toggle(label)} />
              {provisionsLabel([label])}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

const Item = ({ item: { label, blocks } }: { readonly item: ListItem }) => (
  <>
    <span className="ordinal">{label}</span>
    <div>
      {blocks.map((block, index) => (
        <Printed key={index} block={block} />
      ))}
    </div>
  </>
)

function Printed({ block }: { readonly block: TextBlock }) {
  if (block.kind === 'list') return <PrintedList list={block} />
  return (
    <p className={block.kind === 'heading' ? 'label' : block.style}>
      {block.runs.map((run, index) => (
        <PrintedRun key={index} run={run} />
      ))}
    </p>
  )
}

const PrintedList = ({ list }: { readonly list: List }) => (
  <ul>
    {list.items.map((item, index) => (
      <li key={index}>
        <Item item={item} />
      </li>
    ))}
  </ul>
)

function PrintedRun({ run }: { readonly run: Run }) {
  if (run.kind === 'note') return null
  const { text, bold = false, italic = false, link } = run
  const words = italic ? <i>{text}</i> : text
  const strong = bold ? <b>{words}</b> : words
  return link === undefined || !isSafeLink(link) ? (
    strong
  ) : (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {strong}
    </a>
  )
}
