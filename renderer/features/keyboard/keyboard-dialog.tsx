import { type Command, commands } from '../../app/commands.ts'
import { words } from '../../app/words.ts'
import type { WindowText } from '#shared/locales/window/en.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/keys.tsx'
import './keyboard.css'

type KeyLine = readonly [keys: string, does: string]

const linesOf = (wanted: (command: Command) => boolean): KeyLine[] =>
  commands.filter(wanted).flatMap(({ keys = [], title }) => {
    const [shown] = keys
    return shown === undefined ? [] : [[shown, title()] as const]
  })

const said = (lines: readonly (readonly [keys: string, does: WindowText])[]): KeyLine[] => lines.map(([keys, does]) => [keys, words(does)])

/** What the commands' own keys are, and the keys of the table and of a cell, which belong to no command. */
const groups = (): readonly (readonly [title: WindowText, lines: readonly KeyLine[]])[] => [
  ['keyboard.anywhere', linesOf(({ where, id }) => where !== 'table' && where !== 'text' && id !== 'keyboard-sign')],
  [
    'keyboard.in-table',
    [
      ...said([
        ['↑ ↓ ← →', 'keyboard.move'],
        ['Enter', 'keyboard.edit'],
        ['Delete', 'keyboard.clear'],
        ['Shift+↑ ↓', 'keyboard.select-rows'],
        ['Shift+Space', 'keyboard.select-row'],
        ['Ctrl+A', 'keyboard.all-rows'],
      ]),
      ...linesOf(({ where }) => where === 'table'),
    ],
  ],
  [
    'keyboard.in-cell',
    said([
      ['Ctrl+Enter', 'keyboard.leave'],
      ['Esc', 'keyboard.discard'],
      ['Tab', 'keyboard.next-cell'],
      ['Enter', 'keyboard.new-line'],
      ['Tab', 'keyboard.level'],
      ['Ctrl+Shift+8', 'calendar.bullets'],
      ['Ctrl+Shift+7', 'calendar.numbers'],
    ]),
  ],
  [
    'keyboard.in-text',
    [
      ...said([
        ['Enter', 'keyboard.split'],
        ['Backspace', 'keyboard.join'],
        ['Tab', 'keyboard.list-level'],
        ['@', 'keyboard.complete'],
        ['Esc', 'keyboard.leave-text'],
      ]),
      ...linesOf(({ where }) => where === 'text'),
    ],
  ],
]

/** Every key the window answers to. */
export const KeyboardDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={words('keyboard.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
    <div className="keyboard">
      {groups().map(([title, lines]) => (
        <section key={title}>
          <h3>{words(title)}</h3>
          <dl>
            {lines.map(([combination, does]) => (
              <div key={`${combination} ${does}`}>
                <dt>
                  <Keys keys={combination} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
)
