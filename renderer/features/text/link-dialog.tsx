import { useState } from 'react'
import { readLink } from '#shared/lib/links.ts'
import { words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWriting } from './writing.ts'

/** Asks where a link leads: an address of the web or of mail, and no other. */
export function LinkDialog() {
  const { linking, writer, look } = useWriting()
  if (!linking || writer === null) return null
  const close = () => {
    useWriting.setState({ linking: false })
    // After the dialog has gone, which holds the focus until then.
    setTimeout(writer.focus)
  }
  const write = (href: string | null) => {
    writer.setLink(href)
    close()
  }
  return (
    <Dialog title={words('text.link')} closeLabel={words('dialog.close')} onClose={close}>
      <LinkForm held={look?.link ?? null} onWrite={write} onCancel={close} />
    </Dialog>
  )
}

interface FormProps {
  readonly held: string | null
  readonly onWrite: (href: string | null) => void
  readonly onCancel: () => void
}

function LinkForm({ held, onWrite, onCancel }: FormProps) {
  const [address, setAddress] = useState(held ?? '')
  const [refused, setRefused] = useState(false)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const href = readLink(address)
        if (href === null) setRefused(true)
        else onWrite(href)
      }}
    >
      <label>
        {words('text.link-address')}
        <input
          autoFocus
          value={address}
          aria-invalid={refused}
          spellCheck={false}
          placeholder="https://"
          onChange={({ target }) => {
            setAddress(target.value)
            setRefused(false)
          }}
        />
      </label>
      {refused && (
        <p className="form-error" role="alert">
          {words('text.link-refused')}
        </p>
      )}
      <footer>
        {held !== null && <Button onPress={() => onWrite(null)}>{words('text.link-remove')}</Button>}
        <Button onPress={onCancel}>{words('dialog.cancel')}</Button>
        <Button look="primary" type="submit">
          {words('text.link-write')}
        </Button>
      </footer>
    </form>
  )
}
