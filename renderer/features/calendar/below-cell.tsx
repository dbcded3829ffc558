import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Something that stands below the cell being written in, or above it where there is no room, always inside the window. It is in the
 * browser's top layer, so nothing clips it, and it never takes the focus.
 */
export function BelowCell({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.showPopover()
  }, [])
  return (
    // Pressing on it must not take the focus from the text field, which would end the writing.
    <div
      ref={element}
      popover="manual"
      role="presentation"
      className={`below-cell ${className}`}
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  )
}
