import { delegationName } from '#shared/model/delegations.ts'
import { openDialog } from '../../app/dialogs.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { useIdentity } from '../../stores/identity.ts'

/** In whose name a plan file goes out; where nobody said so, the way to say it. */
export function SignsAs() {
  const { author, key } = useIdentity()
  if (author === null)
    return (
      <p className="aside">
        {words('send.unsigned')}{' '}
        <button type="button" className="link" onClick={() => openDialog('identity')}>
          {words('status.nobody')}
        </button>
      </p>
    )
  if (key === 'locked') return <p className="form-error">{words('identity.locked')}</p>
  return <p className="aside">{words('send.signed-as', { name: delegationName(author.delegation, windowLanguage) })}</p>
}
