import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface Props {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that says something and asks nothing: Enter closes it. */
export const Notice = ({ children, ...props }: Props) => (
  <Dialog {...props}>
    {children}
    <footer>
      <Button look="primary" autoFocus onPress={props.onClose}>
        {props.closeLabel}
      </Button>
    </footer>
  </Dialog>
)
