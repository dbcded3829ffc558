import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a dialog that scrolls by itself. */
export const ScrollRegion = ({ label, className, children }: Props) => (
  // What scrolls must be reached by key.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
