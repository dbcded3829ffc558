import { memo } from 'react'
import { usePlace } from '../../stores/place.ts'
import type { Block } from './row-blocks.ts'
import { Row } from './row.tsx'
import { useNear } from './use-near.ts'

/** What a row not yet drawn takes up. */
const usualHeight = 86

interface BlockProps {
  readonly block: Block
  /** Whether it holds the calendar's first row. */
  readonly first: boolean
  /** Whether it stands where the calendar opens, and so is drawn with it. */
  readonly atOnce: boolean
  /** Whether the calendar is so short that nothing of it is left out. */
  readonly always: boolean
}

/** Some rows of the calendar. Far from what is in view they are only a space as high as themselves, unless one of them has the focus. */
export const RowBlock = memo(function RowBlock({ block: { rows }, first, atOnce, always }: BlockProps) {
  const focused = usePlace(({ row }) => row !== null && rows.some(({ id }) => id === row))
  const { frame, near, height } = useNear<HTMLDivElement>(atOnce, rows.length * usualHeight)
  const drawn = near || focused || always
  return (
    <div ref={frame} role="presentation" className="row-block" style={drawn ? undefined : { height }}>
      {drawn && rows.map((activity, index) => <Row key={activity.id} activity={activity} first={first && index === 0} />)}
    </div>
  )
})
