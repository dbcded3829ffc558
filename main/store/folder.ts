import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'

/** What the place of the store depends on; passed in so that tests can be on any platform. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The running program's own file. */
  readonly program: string
  readonly exists: (path: string) => boolean
}

export const surroundings = (): Surroundings => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
  program: process.execPath,
  exists: existsSync,
})

/** The folder beside the program that makes it a portable one. */
const portableFolder = 'mandato-data'

/**
 * Where the store lives: `MANDATO_HOME` where it is set; else beside the program, where it is Windows' portable one or where somebody put a
 * folder of that name; else where the platform keeps a program's data.
 */
export function storeFolder(around: Surroundings): string {
  const { platform, environment, home, exists } = around
  const chosen = environment['MANDATO_HOME']
  if (chosen !== undefined && chosen !== '') return chosen
  // The portable program unpacks itself to a temporary folder, and names the one that it stands in.
  const portable = environment['PORTABLE_EXECUTABLE_DIR']
  if (portable !== undefined && portable !== '') return join(portable, portableFolder)
  const beside = join(besideProgram(around), portableFolder)
  if (exists(beside)) return beside
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Mandato')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mandato')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'mandato')
}

/** The folder in which people see the program: that of the AppImage, not of its mount; that of the bundle on macOS, not the one inside. */
function besideProgram({ platform, environment, program }: Surroundings): string {
  if (platform === 'win32') return win32.dirname(program)
  const bundle = platform === 'darwin' ? /^(.*)\/[^/]+\.app\//.exec(program)?.[1] : undefined
  return bundle ?? posix.dirname(environment['APPIMAGE'] ?? program)
}
