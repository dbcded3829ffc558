import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { type KnownKey, type Signature, type SignatureState } from '#shared/exchange/signature.ts'
import type { SignedText } from '#shared/exchange/signed-text.ts'
import { fold } from '#shared/lib/text.ts'
import type { Author } from '#shared/model/author.ts'

/** A private key at work: whose it is, and what it signs. */
export interface SigningKey {
  readonly fingerprint: string
  readonly sign: (text: string) => Signature
}

/**
 * The first 128 bits of the SHA-256 of a public key, as eight groups of four digits: enough that nobody makes a second key to it, and short
 * enough to be read out by telephone.
 */
export const fingerprintOf = (key: Uint8Array): string =>
  (createHash('sha256').update(key).digest('hex').slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join(' ')

/** The 32 bytes of a public key. */
function bytesOf(key: KeyObject): Buffer {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('This is no Ed25519 key.')
  return Buffer.from(x, 'base64url')
}

/** Makes a new private key, as PEM. */
export const makeKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

/** A private key from its PEM. */
export function signingKey(pem: string): SigningKey {
  const key = createPrivateKey(pem)
  const publicBytes = bytesOf(key)
  return {
    fingerprint: fingerprintOf(publicBytes),
    sign: (text) => ({
      algorithm: 'Ed25519',
      key: publicBytes.toString('base64'),
      value: sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
    }),
  }
}

/** Whether a signature is by its key over this text. Never throws for what a file holds. */
function holds(text: Buffer, { key, value }: Signature): boolean {
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 32) return false
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' })
    return verify(null, text, publicKey, Buffer.from(value, 'base64'))
  } catch {
    return false
  }
}

/** What is known on this machine for judging signatures. */
export interface Trust {
  /** Fingerprint of this desk's own key; null when it has none. */
  readonly own: string | null
  readonly known: readonly KnownKey[]
}

const sameOffice = (a: string, b: string): boolean => fold(a) === fold(b)

/** What a file's signatures are worth here. Every one of them must hold, and the key that the sender names must be among them. */
export function judge(signed: SignedText | null, sender: Author | null, { own, known }: Trust): SignatureState {
  if (signed === null) return { kind: 'unsigned' }
  const text = Buffer.from(signed.text, 'utf8')
  const prints = signed.signatures.map((each) => (each === null ? null : fingerprintOf(Buffer.from(each.key, 'base64'))))
  const claimed = sender?.key ?? null
  const fingerprint = claimed === null ? (prints[0] ?? null) : (prints.find((print) => print === claimed) ?? null)
  const intact = signed.signatures.every((each) => each !== null && holds(text, each))
  if (fingerprint === null || !intact) return { kind: 'changed', fingerprint: claimed ?? prints[0] ?? null }
  if (fingerprint === own) return { kind: 'own', fingerprint }
  const ofOffice = sender === null ? [] : known.filter(({ delegation }) => sameOffice(delegation, sender.delegation))
  const same = [...ofOffice, ...known].find((key) => key.fingerprint === fingerprint)
  const [other] = ofOffice
  if (other !== undefined && !ofOffice.some((key) => key.fingerprint === fingerprint))
    return { kind: 'other-key', fingerprint, known: other.fingerprint, since: other.since }
  if (same !== undefined) return { kind: 'known', fingerprint, delegation: same.delegation, since: same.since }
  return { kind: 'new', fingerprint }
}

/** The key to remember once the file is received: that of a sender who was never heard of. */
export const keyToRemember = (state: SignatureState, sender: Author | null, since: string): KnownKey | null =>
  state.kind === 'new' && sender !== null
    ? { fingerprint: state.fingerprint, delegation: sender.delegation, name: sender.name, since }
    : null
