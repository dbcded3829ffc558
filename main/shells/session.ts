import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const secret = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by its duration where the two differ, or how long either is. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Lets in whoever brings the token, once, and afterwards whoever brings the cookie that was given for it. */
export interface Session {
  readonly token: string
  /** The `Set-Cookie` header for this token; null when it is wrong or was used before. */
  exchange(token: string): string | null
  /** Whether a request's `Cookie` header belongs to this session. */
  admits(cookies: string | undefined): boolean
}

/** The port is part of the cookie's name: browsers send cookies to every port of a host, and another copy must not overwrite ours. */
export function createSession(port: number): Session {
  const name = `mandato-${port}`
  const token = secret()
  const value = secret()
  let spent = false
  return {
    token,
    exchange(given) {
      if (!sameSecret(given, token) || spent) return null
      spent = true
      return `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits(cookies = '') {
      const ours = cookies
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
      const [only] = ours
      return ours.length === 1 && only !== undefined && sameSecret(only.slice(name.length + 1), value)
    },
  }
}
