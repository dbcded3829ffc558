import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest time that an archive can name, on the clocks of wherever this runs: entries bear it, whenever they were written. */
const earliest = (): Date => new Date(1980, 0, 1)

/**
 * Packs a Word file anew so that the same document is the same bytes: the library gives links random names and writes the clock's time
 * into the properties and the archive. `date` is the document's own day; without one it is the beginning of computers' time.
 */
export function packSame(bytes: Uint8Array, date: string | null, added: Readonly<Record<string, string>>): Uint8Array {
  const names = new Map<string, string>()
  const named = (random: string): string => {
    const name = names.get(random) ?? `link${names.size + 1}`
    names.set(random, name)
    return name
  }
  const stamp = `${date ?? '1970-01-01'}T00:00:00Z`
  const parts = Object.entries({
    ...unzipSync(bytes),
    ...Object.fromEntries(Object.entries(added).map(([path, xml]) => [path, strToU8(xml)])),
  })
  const same = parts.map(([path, content]): [string, Uint8Array] => {
    if (path === 'docProps/core.xml') return [path, strToU8(strFromU8(content).replace(/(W3CDTF">)[^<]*/g, `$1${stamp}`))]
    if (!/^word\/(?:_rels\/)?(?:document|footnotes)\.xml(?:\.rels)?$/.test(path)) return [path, content]
    return [
      path,
      strToU8(
        strFromU8(content).replace(/\b((?:r:id|Id)=")rId([a-z0-9_-]{21})"/g, (_, start: string, id: string) => `${start}rId${named(id)}"`),
      ),
    ]
  })
  return zipSync(Object.fromEntries(same), { mtime: earliest(), level: 6 })
}
