import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A file of the built window. */
export interface WindowFile {
  readonly path: string
  readonly type: string
}

/** What the window consists of. A file of another kind is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * Every file that a shell may show, by the exact path that asks for it. Shells look requests up here and nowhere else, so no spelling of
 * a path can name a file outside the folder. Links are left out: they could point anywhere.
 */
export function windowFiles(folder: string): ReadonlyMap<string, WindowFile> {
  const files = new Map<string, WindowFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${encodeURI(relative(folder, path).split(sep).join('/'))}`, { path, type })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`The window is not built: ${folder} has no index.html.`)
  return files.set('/', index)
}
