import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the place of the store depends on; passed in so that tests can be on any platform. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

export const surroundings = (): Surroundings => ({ platform: process.platform, environment: process.env, home: homedir() })

/** Where the store lives: `MANDATO_HOME` where it is set, else where the platform keeps a program's data. */
export function storeFolder({ platform, environment, home }: Surroundings): string {
  const chosen = environment['MANDATO_HOME']
  if (chosen !== undefined && chosen !== '') return chosen
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Mandato')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mandato')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'mandato')
}
