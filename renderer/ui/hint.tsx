import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './keys.tsx'

type Placement = 'bottom' | 'right' | 'top'

/** A tooltip for a button, with the key that does the same. */
export function Hint(props: {
  readonly text: string
  readonly keys?: string
  readonly placement?: Placement
  readonly children: ReactElement
}) {
  const { text, keys, placement = 'bottom', children } = props
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="hint" placement={placement} offset={6}>
        {text}
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
