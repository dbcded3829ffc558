import { type FormEvent, useEffect, useState } from 'react'
import type { KnownKey } from '#shared/exchange/signature.ts'
import { role as roles, type Role } from '#shared/model/author.ts'
import { delegationKey, delegationName, memberStates, offices } from '#shared/model/delegations.ts'
import { api } from '../../api.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { setIdentity, useIdentity } from '../../stores/identity.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import './exchange.css'
import { Fingerprint } from './signed.tsx'
import { settleAsking } from '../../stores/who.ts'

/** The role that an office usually has. */
const usualRole = (delegation: string): Role =>
  ['Chair', 'Vice Chair'].includes(delegationKey(delegation))
    ? 'chair'
    : delegationKey(delegation) === 'Secretariat'
      ? 'secretariat'
      : 'delegation'

/** Who works at this desk: it stands under every proposal and every file. Also the keys of others. */
export function IdentityDialog({ onClose }: { readonly onClose: () => void }) {
  const { author, key } = useIdentity()
  const [name, setName] = useState(author?.name ?? '')
  const [delegation, setDelegation] = useState(author === null ? '' : delegationName(author.delegation, windowLanguage))
  const [role, setRole] = useState<Role>(author?.role ?? 'delegation')
  const [failed, setFailed] = useState(false)
  const close = () => {
    onClose()
    settleAsking()
  }
  const save = async () => {
    try {
      await setIdentity({ name: name.trim(), delegation: delegationKey(delegation), role })
      close()
    } catch {
      setFailed(true)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (delegation.trim() !== '') void save()
  }
  return (
    <Dialog title={words('identity.title')} closeLabel={words('dialog.close')} onClose={close}>
      <form className="form" onSubmit={submit}>
        <p className="aside">{words('identity.text')}</p>
        <label>
          {words('identity.delegation')}
          <input
            value={delegation}
            required
            autoFocus
            list="delegations"
            autoComplete="off"
            onChange={({ target }) => {
              setDelegation(target.value)
              setRole(usualRole(target.value))
            }}
          />
        </label>
        <datalist id="delegations">
          {[...memberStates, ...offices].map((each) => (
            <option key={each.name.en}>{each.name[windowLanguage]}</option>
          ))}
        </datalist>
        <div className="pair">
          <label>
            {words('identity.name')}
            <input value={name} autoComplete="name" onChange={({ target }) => setName(target.value)} />
          </label>
          <label>
            {words('identity.role')}
            <select value={role} onChange={({ target }) => setRole(roles.parse(target.value))}>
              {roles.options.map((option) => (
                <option key={option} value={option}>
                  {words(`role.${option}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {author !== null && author.key !== null && (
          <div className="own-key">
            <p>{words('identity.fingerprint')}</p>
            <Fingerprint value={author.key} />
          </div>
        )}
        {key === 'locked' && <p className="form-error">{words('identity.locked')}</p>}
        {author !== null && key !== null && key !== 'locked' && <p className="aside">{words(`identity.key-${key}`)}</p>}
        <KnownKeys />
        {failed && (
          <p className="form-error" role="alert">
            {words('identity.failed')}
          </p>
        )}
        <footer>
          <Button onPress={close}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={delegation.trim() === ''}>
            {words('identity.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Keys that signed files received here, by the name they came under. */
function KnownKeys() {
  const [keys, setKeys] = useState<readonly KnownKey[]>([])
  useEffect(() => {
    // Without the list the rest of the dialog still does its work.
    api()
      .identity.knownKeys()
      .then(setKeys, () => {})
  }, [])
  const forget = async (fingerprint: string) => {
    try {
      setKeys(await api().identity.forgetKey({ fingerprint }))
    } catch {
      // The key stays in the list, as it stays known.
    }
  }
  if (keys.length === 0) return null
  return (
    <details className="kept known-keys">
      <summary>{words('identity.known-keys', { count: keys.length })}</summary>
      <ul>
        {keys.map(({ fingerprint, delegation, name, since }) => {
          const of = delegationName(delegation, windowLanguage)
          return (
            <li key={fingerprint}>
              <div>
                <b>{[name, of].filter(Boolean).join(', ')}</b>
                <span>{words('identity.known-since', { since: moment(since) })}</span>
                <Fingerprint value={fingerprint} />
              </div>
              <Button look="small" aria-label={words('identity.forget-of', { name: of })} onPress={() => void forget(fingerprint)}>
                {words('identity.forget')}
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
