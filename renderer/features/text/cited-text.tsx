import { type RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { ReadCitation } from '#shared/citations/read.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'
import { gistOf, nameOf, titleOf } from '../mandates/complete.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'

interface Props {
  readonly citation: ReadCitation
  readonly anchor: RefObject<Element | null>
  readonly onClose: () => void
}

/** The words of what a text cites, beside the citation: each paragraph named, as the register holds it. */
export function CitedText({ citation, anchor, onClose }: Props) {
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  const register = useRegister((state) => state.register)
  const named = citation.kind === 'named'
  const cited = {
    symbol: named ? null : citation.canonical,
    title: named ? citation.text : (citation.title?.text ?? null),
    written: citation.text,
  }
  const instrument = register?.resolve(cited)?.instrument ?? null
  const name = instrument === null ? citation.canonical : nameOf(instrument, language)
  const title = instrument === null ? name : titleOf(instrument, language)
  return (
    <Popover
      className="pop cited-text"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
    >
      <Dialog aria-label={name}>
        <b>{name}</b>
        {instrument === null && <p>{words('chain.unknown')}</p>}
        {title !== name && <p className="cited-title">{title}</p>}
        {instrument !== null && (
          <ul>
            {citation.provisions.map((label) => {
              const provision = register?.provision(instrument, label) ?? null
              const text = provision === null ? '' : gistOf(provision, language)
              return (
                <li key={label}>
                  <em>{provisionsLabel([label])}</em> {text === '' ? words('chain.no-text') : text}
                </li>
              )
            })}
          </ul>
        )}
      </Dialog>
    </Popover>
  )
}
