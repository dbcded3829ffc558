import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { Hint } from './hint.tsx'

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  readonly children: ReactNode
  readonly look?: 'plain' | 'primary' | 'small' | 'quiet'
}

/** A button that says what it will do. */
export function Button({ look = 'plain', children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`button ${look}`}>
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly icon: IconName
  /** What it does, shown as a tooltip and read out. */
  readonly label: string
  /** The key that does the same. */
  readonly keys?: string
}

/** A button whose words stand in its tooltip. */
export function IconButton({ icon, label, keys, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className="icon-button">
        <Icon name={icon} />
      </AriaButton>
    </Hint>
  )
}
