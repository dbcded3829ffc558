import { type FormEvent, useState } from 'react'
import { type Column, columnNames } from '#shared/importing/columns.ts'
import type { PastedColumns } from '#shared/importing/pasted-rows.ts'
import type { PastedTable } from '#shared/importing/pasted-table.ts'
import { words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { closePasted, rowsOfPasted } from './clipboard.ts'
import { pasteRows } from './commands.ts'

const shownRows = 5

/** Asks which column of a pasted table is which, over its first rows. */
export function PasteDialog({ table, guess }: { readonly table: PastedTable; readonly guess: PastedColumns }) {
  const [columns, setColumns] = useState(guess.columns)
  const [headed, setHeaded] = useState(guess.headed)
  const count = table.rows.length - (headed ? 1 : 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    closePasted()
    pasteRows(rowsOfPasted(table, { columns, headed, sure: true }))
  }
  return (
    <Dialog title={words('paste.title')} closeLabel={words('dialog.close')} onClose={closePasted} wide>
      <form className="form" onSubmit={submit}>
        <p className="aside">{words('paste.text')}</p>
        <div className="pasted">
          <table>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th key={index}>
                    <select
                      // The dialog opens by Ctrl+V and is answered by keys.
                      // oxlint-disable-next-line jsx-a11y/no-autofocus
                      autoFocus={index === 0}
                      aria-label={words('paste.column', { number: index + 1 })}
                      value={column}
                      onChange={(event) => setColumns(columns.with(index, asColumn(event.target.value)))}
                    >
                      {columnNames.map((name) => (
                        <option key={name} value={name}>
                          {words(`paste.${name}`)}
                        </option>
                      ))}
                    </select>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.slice(0, shownRows).map((row, index) => (
                <tr key={index} className={headed && index === 0 ? 'left-out' : undefined}>
                  {row.map((cell, at) => (
                    <td key={at}>{cell.map(({ text }) => text).join(' · ')}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <label className="check">
          <input type="checkbox" checked={headed} onChange={(event) => setHeaded(event.target.checked)} />
          {words('paste.headed')}
        </label>
        <footer>
          <Button onPress={closePasted}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={count === 0}>
            {words('paste.write', { count })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

const asColumn = (value: string): Column => columnNames.find((name) => name === value) ?? 'other'
