import type { ReactNode } from 'react'

/** A view with nothing in it yet: what it is for, the one thing to do first, and an example. */
export const EmptyState = ({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) => (
  <div className="empty-state">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
)
