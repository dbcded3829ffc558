import type { ComponentProps } from 'react'

/** A text field as tall as its text, in the type of what it stands in for, so that nothing jumps when it takes its place. */
export const GrowField = ({ className = '', ...rest }: ComponentProps<'textarea'>) => (
  <textarea {...rest} rows={1} className={`grow-field ${className}`} spellCheck={rest.spellCheck ?? true} />
)
