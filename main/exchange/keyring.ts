import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '../files/atomic.ts'
import { makeKey, type SigningKey, signingKey } from './signing.ts'

/** The operating system's secret store, as a shell reaches it. */
export interface SecretBox {
  readonly seal: (text: string) => Uint8Array
  /** Throws where what was sealed cannot be opened: by another user, or on another machine. */
  readonly open: (sealed: Uint8Array) => string
}

/** This desk's private key. */
export interface Keyring {
  /** Where the key is; `locked` when it is sealed and cannot be opened here, null before there is one. */
  readonly place: () => 'system' | 'file' | 'locked' | null
  /** The key; null when there is none or it is locked. */
  readonly key: () => SigningKey | null
  /** The key, made now if there is none; null when it is locked. */
  readonly make: () => SigningKey | null
}

type Held = { readonly place: 'system' | 'file'; readonly key: SigningKey } | { readonly place: 'locked' | null; readonly key: null }

/**
 * Keeps the key in a folder: sealed with the system's secret store where the shell has one, else as a file that only the user can read. A key
 * stays as it was first kept, and is never replaced by another because it cannot be read.
 */
export function keyring(folder: string, box: SecretBox | null): Keyring {
  const sealed = join(folder, 'signing-key.sealed')
  const plain = join(folder, 'signing-key.pem')
  let held: Held | null = null

  function read(): Held {
    try {
      if (existsSync(plain)) return { place: 'file', key: signingKey(readFileSync(plain, 'utf8')) }
      if (!existsSync(sealed)) return { place: null, key: null }
      return box === null ? { place: 'locked', key: null } : { place: 'system', key: signingKey(box.open(readFileSync(sealed))) }
    } catch {
      return { place: 'locked', key: null }
    }
  }

  function make(): Held {
    const pem = makeKey()
    if (box === null) writeFileAtomically(plain, pem, 0o600)
    else writeFileAtomically(sealed, box.seal(pem), 0o600)
    return { place: box === null ? 'file' : 'system', key: signingKey(pem) }
  }

  const look = (): Held => (held ??= read())
  return {
    place: () => look().place,
    key: () => look().key,
    make() {
      if (look().place === null) held = make()
      return look().key
    },
  }
}
