import { writeDay } from '#shared/dates/write.ts'
import type { SignatureState } from '#shared/exchange/signature.ts'
import { delegationName } from '#shared/model/delegations.ts'
import { keyring } from '../exchange/keyring.ts'
import { readReceived, type ReceivedFile } from '../exchange/received-file.ts'
import { readSource } from '../files/read-source.ts'
import { storeFolder, surroundings } from '../store/folder.ts'
import { knownKeysIn } from '../store/known-keys.ts'
import { print, printJson } from './output.ts'
import { refusing } from './plan-source.ts'
import { language, moment, words } from './words.ts'

/** Whether a file may be relied on: it is signed, unchanged, and by no other key than the one known for its sender. */
const holds = ({ kind }: SignatureState): boolean => kind === 'own' || kind === 'known' || kind === 'new'

/** Reads the file and judges it by the keys that the store of this machine knows. */
async function judged(source: string): Promise<ReceivedFile> {
  const read = await readSource(source)
  if (!read.ok) throw refusing(read.error, source)
  const folder = storeFolder(surroundings())
  const own = keyring(folder, null).key()?.fingerprint ?? null
  const came = readReceived(read.value.bytes, read.value.name, { own, known: knownKeysIn(folder) })
  if (!came.ok) throw refusing(came.error, source)
  return came.value
}

/** Says who signed a plan file, since when the key is known here, and whether the file was changed. 1 when it cannot be relied on, else 0. */
export async function verify(source: string, { json }: { json?: true }): Promise<number> {
  const { name, file, sender, signature } = await judged(source)
  const code = holds(signature) ? 0 : 1
  const fingerprint = signature.kind === 'unsigned' ? null : signature.fingerprint
  if (json === true) {
    printJson({ file: name, kind: file.kind, sender, exportedAt: file.exportedAt, signature, holds: code === 0 })
    return code
  }
  const by =
    sender === null ? words('verify.nobody') : [sender.name, delegationName(sender.delegation, language)].filter(Boolean).join(', ')
  print(words('verify.from', { sender: by }))
  if (file.exportedAt !== null) print(words('verify.written', { written: moment(file.exportedAt) }))
  const values = { sender: by, since: 'since' in signature ? writeDay(signature.since.slice(0, 10), language) : '' }
  print(
    words(
      `verify.${signature.kind}`,
      signature.kind === 'known' ? { ...values, sender: delegationName(signature.delegation, language) } : values,
    ),
  )
  if (fingerprint !== null) print(words('verify.fingerprint', { fingerprint }))
  if (signature.kind === 'other-key') print(words('verify.known-key', { fingerprint: signature.known }))
  return code
}
