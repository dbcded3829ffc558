import type { ReactElement, RefObject } from 'react'
import { activityState } from '#shared/model/activity.ts'
import { keysOf } from '../../app/commands.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { MenuAt, MenuButton, type MenuGroup } from '../../ui/menu.tsx'
import { deleteRows, duplicateRows, insertRow, moveRows, setRowsState, useChosenCount } from './commands.ts'
import { openRowDialog } from './row-dialogs.ts'

/** What can be done with the chosen rows, each beside its key. */
function useRowMenu(): readonly MenuGroup[] {
  const row = usePlace((place) => place.row)
  const activity = usePlan(({ plan }) => plan?.activities.find(({ id }) => id === row))
  const count = useChosenCount()
  const none = count === 0
  return [
    {
      id: 'insert',
      entries: [
        { id: 'above', label: words('row.insert-above'), keys: keysOf('insert-above'), disabled: none, run: () => insertRow('above') },
        { id: 'below', label: words('row.insert-below'), keys: keysOf('insert-below'), run: () => insertRow('below') },
        { id: 'duplicate', label: words('rows.duplicate', { count }), keys: keysOf('duplicate'), disabled: none, run: duplicateRows },
        { id: 'repeat', label: words('rows.repeat'), disabled: count !== 1, run: () => openRowDialog('repeat') },
      ],
    },
    {
      id: 'move',
      entries: [
        { id: 'up', label: words('rows.move-up', { count }), keys: keysOf('move-up'), disabled: none, run: () => moveRows(-1) },
        { id: 'down', label: words('rows.move-down', { count }), keys: keysOf('move-down'), disabled: none, run: () => moveRows(1) },
        { id: 'redate', label: words('rows.redate'), keys: keysOf('redate'), disabled: none, run: () => openRowDialog('redate') },
      ],
    },
    {
      id: 'state',
      title: words('details.state'),
      entries: activityState.options.map((state) => ({
        id: state,
        label: words(`state.${state}`),
        checked: count === 1 && activity?.state === state,
        disabled: none,
        run: () => setRowsState(state),
      })),
    },
    {
      id: 'delete',
      entries: [{ id: 'delete', label: words('rows.delete', { count }), keys: keysOf('delete'), disabled: none, run: deleteRows }],
    },
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
