import { words } from '../../app/words.ts'
import type { WindowText } from '#shared/locales/window/en.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/keys.tsx'
import './keyboard.css'

const groups: readonly (readonly [title: WindowText, keys: readonly (readonly [keys: string, does: WindowText])[]])[] = [
  [
    'keyboard.anywhere',
    [
      ['F6', 'keyboard.panes'],
      ['F8', 'keyboard.next-finding'],
      ['Shift+F8', 'keyboard.previous-finding'],
      ['Ctrl+.', 'keyboard.fix'],
      ['Ctrl+F', 'keyboard.find'],
      ['F3', 'keyboard.find-next'],
      ['Shift+F3', 'keyboard.find-previous'],
      ['Ctrl+H', 'keyboard.replace'],
      ['Ctrl+Z', 'keyboard.undo'],
      ['Ctrl+Shift+Z', 'keyboard.redo'],
      ['Ctrl+P', 'keyboard.print'],
      ['F1', 'keyboard.this'],
    ],
  ],
  [
    'keyboard.in-table',
    [
      ['↑ ↓ ← →', 'keyboard.move'],
      ['Enter', 'keyboard.edit'],
      ['Delete', 'keyboard.clear'],
      ['Shift+↑ ↓', 'keyboard.select-rows'],
      ['Shift+Space', 'keyboard.select-row'],
      ['Ctrl+A', 'keyboard.all-rows'],
      ['Ctrl+Enter', 'row.insert-below'],
      ['Ctrl+Shift+Enter', 'row.insert-above'],
      ['Ctrl+D', 'row.duplicate'],
      ['Alt+↑', 'row.move-up'],
      ['Alt+↓', 'row.move-down'],
      ['Ctrl+Delete', 'row.delete'],
      ['Ctrl+Shift+D', 'rows.redate'],
      ['Ctrl+Shift+L', 'filter.open'],
    ],
  ],
  [
    'keyboard.in-cell',
    [
      ['Esc', 'keyboard.leave'],
      ['Tab', 'keyboard.next-cell'],
      ['Enter', 'keyboard.new-line'],
      ['Tab', 'keyboard.level'],
      ['Ctrl+Shift+8', 'calendar.bullets'],
      ['Ctrl+Shift+7', 'calendar.numbers'],
      ['Ctrl+Enter', 'keyboard.next-row'],
    ],
  ],
]

/** Every key the window answers to. */
export const KeyboardDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={words('keyboard.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
    <div className="keyboard">
      {groups.map(([title, keys]) => (
        <section key={title}>
          <h3>{words(title)}</h3>
          <dl>
            {keys.map(([combination, does]) => (
              <div key={`${combination} ${does}`}>
                <dt>
                  <Keys keys={combination} />
                </dt>
                <dd>{words(does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
)
