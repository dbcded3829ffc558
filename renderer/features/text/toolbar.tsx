import { ToggleButton, Toolbar as AriaToolbar } from 'react-aria-components'
import { keysOf } from '../../app/commands.ts'
import { words } from '../../app/words.ts'
import { Hint } from '../../ui/hint.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { type Look, runInText, type TextCommand, useWriting } from './writing.ts'

interface Tool {
  readonly command: TextCommand
  readonly icon: IconName
  /** Whether the words at the caret have it already; left out for what is done once. */
  readonly isOn?: (look: Look) => boolean
}

const groups: readonly (readonly Tool[])[] = [
  [
    { command: 'heading', icon: 'heading', isOn: ({ kind, level }) => kind === 'heading' && level === 0 },
    { command: 'subheading', icon: 'subheading', isOn: ({ kind, level }) => kind === 'heading' && level === 1 },
    { command: 'quotation', icon: 'quotation', isOn: ({ kind }) => kind === 'quotation' },
  ],
  [
    { command: 'bold', icon: 'bold', isOn: ({ bold }) => bold },
    { command: 'italic', icon: 'italic', isOn: ({ italic }) => italic },
    { command: 'link', icon: 'link', isOn: ({ link }) => link !== null },
  ],
  [
    { command: 'bullets', icon: 'bullets', isOn: ({ kind, marker }) => kind === 'item' && marker === 'bullet' },
    { command: 'numbers', icon: 'numbers', isOn: ({ kind, marker }) => kind === 'item' && marker === 'number' },
    { command: 'letters', icon: 'letters', isOn: ({ kind, marker }) => kind === 'item' && marker === 'letter' },
    { command: 'outward', icon: 'outward' },
    { command: 'inward', icon: 'inward' },
  ],
  [
    { command: 'footnote', icon: 'footnote' },
    { command: 'cite', icon: 'mandates' },
  ],
]

/** What can be done to the words at the caret, each with its key. */
export function Toolbar() {
  const { writer, look } = useWriting()
  return (
    <AriaToolbar className="text-tools" aria-label={words('text.tools')}>
      {groups.map((tools) => (
        <span key={tools[0]?.command} className="tool-group">
          {tools.map(({ command, icon, isOn }) => {
            const label = words(`text.do-${command}`)
            const keys = keysOf(`text-${command}`)
            const needsList = (command === 'outward' || command === 'inward') && look?.kind !== 'item'
            return (
              <Hint key={command} text={label} {...(keys === '' ? {} : { keys })}>
                <ToggleButton
                  className="icon-button"
                  aria-label={label}
                  isDisabled={writer === null || needsList}
                  isSelected={look !== null && isOn?.(look) === true}
                  onChange={() => runInText(command)}
                >
                  <Icon name={icon} />
                </ToggleButton>
              </Hint>
            )
          })}
        </span>
      ))}
    </AriaToolbar>
  )
}
