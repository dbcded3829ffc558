import type { ReactElement, RefObject } from 'react'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { MenuAt, MenuButton, type MenuGroup } from '../../ui/menu.tsx'
import { deleteRow, duplicateRow, insertRow, moveRow } from './commands.ts'

/** What can be done with the selected row, each beside its key. */
function useRowMenu(): readonly MenuGroup[] {
  const row = usePlace((place) => place.row)
  const activities = usePlan(({ plan }) => plan?.activities) ?? []
  const index = activities.findIndex(({ id }) => id === row)
  const none = index < 0
  return [
    {
      id: 'insert',
      entries: [
        { id: 'above', label: words('row.insert-above'), keys: 'Ctrl+Shift+Enter', disabled: none, run: () => insertRow('above') },
        { id: 'below', label: words('row.insert-below'), keys: 'Ctrl+Enter', run: () => insertRow('below') },
        { id: 'duplicate', label: words('row.duplicate'), keys: 'Ctrl+D', disabled: none, run: duplicateRow },
      ],
    },
    {
      id: 'move',
      entries: [
        { id: 'up', label: words('row.move-up'), keys: 'Alt+↑', disabled: index <= 0, run: () => moveRow(-1) },
        {
          id: 'down',
          label: words('row.move-down'),
          keys: 'Alt+↓',
          disabled: none || index === activities.length - 1,
          run: () => moveRow(1),
        },
      ],
    },
    { id: 'delete', entries: [{ id: 'delete', label: words('row.delete'), keys: 'Ctrl+Delete', disabled: none, run: deleteRow }] },
  ]
}

export const RowMenuButton = ({ children }: { readonly children: ReactElement }) => (
  <MenuButton label={words('row.menu')} groups={useRowMenu()}>
    {children}
  </MenuButton>
)

interface RowMenuAtProps {
  readonly anchor: RefObject<Element | null>
  readonly open: boolean
  readonly onClose: () => void
}

export const RowMenuAt = (props: RowMenuAtProps) => <MenuAt {...props} label={words('row.menu')} groups={useRowMenu()} />
