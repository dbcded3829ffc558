import type { SignatureState } from '#shared/exchange/signature.ts'
import type { Author } from '#shared/model/author.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { moment, windowLanguage, words } from '../../app/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** A fingerprint in groups, to be read out by telephone. */
export const Fingerprint = ({ value }: { readonly value: string }) => <code className="fingerprint">{value}</code>

/** The sender's name in the reader's language. */
export const senderName = (sender: Author | null): string =>
  sender === null ? words('receive.unknown-sender') : delegationName(sender.delegation, windowLanguage)

interface Props {
  readonly signature: SignatureState
  readonly sender: Author | null
}

/** What is to be feared of each kind of signature. */
const weight: Readonly<Record<SignatureState['kind'], 'good' | 'careful' | 'bad'>> = {
  unsigned: 'careful',
  own: 'good',
  known: 'good',
  new: 'careful',
  'other-key': 'bad',
  changed: 'bad',
}

function sentence({ signature, sender }: Props): string {
  const values = { sender: senderName(sender) }
  switch (signature.kind) {
    case 'known':
      return words('signed.known', { sender: delegationName(signature.delegation, windowLanguage), since: moment(signature.since) })
    case 'other-key':
      return words('signed.other-key', { ...values, since: moment(signature.since) })
    case 'unsigned':
    case 'own':
    case 'new':
    case 'changed':
      return words(`signed.${signature.kind}`, values)
  }
}

/** Whether a file can be trusted to be its sender's, in a sentence, with the fingerprint to compare. */
export function Signed({ signature, sender }: Props) {
  const fingerprint = signature.kind === 'unsigned' ? null : signature.fingerprint
  const level = weight[signature.kind]
  return (
    <div className="signed-by" data-level={level}>
      <Icon name={level === 'good' ? 'check' : 'warning'} />
      <div>
        <p>{sentence({ signature, sender })}</p>
        {fingerprint !== null && signature.kind !== 'changed' && (
          <p>
            <Fingerprint value={fingerprint} />
          </p>
        )}
        {signature.kind === 'other-key' && (
          <p>
            {words('signed.known-key')} <Fingerprint value={signature.known} />
          </p>
        )}
      </div>
    </div>
  )
}
