import type { ReactElement, RefObject } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Keys } from './keys.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly run: () => void
}

export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

interface EntriesProps {
  readonly groups: readonly MenuGroup[]
  readonly label: string
  readonly onClose?: () => void
}

const Entries = ({ groups, label, onClose }: EntriesProps) => (
  <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose === undefined ? {} : { onClose })}>
    {groups.flatMap(({ id, title, entries }, index) => [
      ...(index > 0 ? [<Separator key={`${id}-line`} className="menu-line" />] : []),
      <MenuSection key={id} {...(title === undefined ? { 'aria-label': label } : {})}>
        {title !== undefined && <Header className="menu-title">{title}</Header>}
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className="menu-item"
            isDisabled={entry.disabled ?? false}
            onAction={entry.run}
            textValue={entry.label}
          >
            <span className="menu-words">
              {entry.checked !== undefined && <span className="menu-check">{entry.checked ? '✓' : ''}</span>}
              {entry.label}
              {entry.detail !== undefined && <small>{entry.detail}</small>}
            </span>
            {entry.keys !== undefined && <Keys keys={entry.keys} />}
          </MenuItem>
        ))}
      </MenuSection>,
    ])}
  </AriaMenu>
)

/** A menu that the button inside opens. */
export function MenuButton(props: { readonly label: string; readonly groups: readonly MenuGroup[]; readonly children: ReactElement }) {
  return (
    <MenuTrigger>
      {props.children}
      <Popover className="pop" offset={4}>
        <Entries groups={props.groups} label={props.label} />
      </Popover>
    </MenuTrigger>
  )
}

interface MenuAtProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly anchor: RefObject<Element | null>
  readonly open: boolean
  readonly onClose: () => void
}

/** A menu that opens beside an element by a key or a right click, and gives the focus back when it closes. */
export function MenuAt({ label, groups, anchor, open, onClose }: MenuAtProps) {
  return (
    <Popover
      className="pop"
      triggerRef={anchor}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      placement="bottom start"
      offset={4}
    >
      <Entries groups={groups} label={label} onClose={onClose} />
    </Popover>
  )
}
