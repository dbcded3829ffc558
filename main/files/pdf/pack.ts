import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** Objects in one compressed bundle: enough to compress well, few enough for a reader to open one quickly. */
const bundleSize = 200

interface StoredObject {
  readonly id: number
  /** What stands between `obj` and `endobj`. */
  readonly body: Buffer
}

/** Where a reader finds an object: at an offset of the file, or at a place of a bundle. */
type Place =
  | { readonly kind: 'file'; readonly offset: number }
  | { readonly kind: 'bundle'; readonly bundle: number; readonly index: number }

/**
 * Rewrites a file as pdfkit ends it so that its small objects stand in compressed bundles (PDF 1.5 object streams): a tagged calendar has
 * tens of thousands, and shrinks to a third. The file's identifier is made from its content.
 */
export function packObjects(plain: Uint8Array): Buffer {
  const file = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const { objects, start, trailer } = readObjects(file)
  const places = new Map<number, Place>()
  const parts: Buffer[] = [file.subarray(0, start)]
  let length = start
  const write = (id: number, body: Buffer) => {
    const written = Buffer.concat([Buffer.from(`${id} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')])
    places.set(id, { kind: 'file', offset: length })
    parts.push(written)
    length += written.length
  }
  const small = objects.filter((object) => !isStream(object.body))
  for (const object of objects) if (isStream(object.body)) write(object.id, object.body)
  let nextId = objects.length + 1
  for (let from = 0; from < small.length; from += bundleSize) {
    const members = small.slice(from, from + bundleSize)
    members.forEach(({ id }, index) => places.set(id, { kind: 'bundle', bundle: nextId, index }))
    write(nextId, bundle(members))
    nextId += 1
  }
  const size = nextId + 1
  const identifier = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
  places.set(nextId, { kind: 'file', offset: length })
  const entries = trailer.replace(/\/Size \d+/, `/Size ${size}`).replace(/\/ID \[.*\]/, `/ID [<${identifier}> <${identifier}>]`)
  const index = stream(`/Type /XRef\n/W [1 4 2]\n${entries.trim()}`, crossReferences(places, size))
  const end = `\nendobj\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`${nextId} 0 obj\n`, 'latin1'), index, Buffer.from(end, 'latin1')])
}

function readObjects(file: Buffer): { objects: readonly StoredObject[]; start: number; trailer: string } {
  const tail = file.subarray(file.lastIndexOf('startxref')).toString('latin1')
  const table = Number(/startxref\n(\d+)/.exec(tail)?.[1])
  const trailerAt = file.indexOf('trailer\n', table)
  // Three lines stand before the first object's: `xref`, the range, and the entry of object 0, which does not exist.
  const rows = file.subarray(table, trailerAt).toString('latin1').trimEnd().split('\n').slice(3)
  const offsets = rows.map((row) => Number(row.slice(0, 10)))
  const sorted = [...offsets, table].sort((a, b) => a - b)
  const ends = new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? table]))
  const objects = offsets.map((offset, index): StoredObject => {
    const whole = file.subarray(offset, ends.get(offset))
    return { id: index + 1, body: whole.subarray(whole.indexOf(0x0a) + 1, whole.lastIndexOf('\nendobj')) }
  })
  const trailer = /<<([^]*)>>/.exec(file.subarray(trailerAt, file.lastIndexOf('startxref')).toString('latin1'))?.[1]
  if (trailer === undefined || sorted[0] === undefined) throw new Error('The file does not end as pdfkit ends it')
  return { objects, start: sorted[0], trailer }
}

const streamEnd = Buffer.from('\nendstream', 'latin1')

const isStream = (body: Buffer): boolean => body.subarray(-streamEnd.length).equals(streamEnd)

function bundle(members: readonly StoredObject[]): Buffer {
  let offset = 0
  const head = members.map(({ id, body }) => {
    const entry = `${id} ${offset}`
    offset += body.length + 1
    return entry
  })
  const index = Buffer.from(`${head.join(' ')}\n`, 'latin1')
  const bodies = members.flatMap(({ body }) => [body, Buffer.from('\n', 'latin1')])
  return stream(`/Type /ObjStm\n/N ${members.length}\n/First ${index.length}`, Buffer.concat([index, ...bodies]))
}

function stream(entries: string, content: Buffer): Buffer {
  const packed = deflateSync(content)
  const head = `<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, streamEnd])
}

/** Seven bytes an object: its sort, its offset or bundle, its place in the bundle. */
function crossReferences(places: ReadonlyMap<number, Place>, size: number): Buffer {
  const table = Buffer.alloc(size * 7)
  table.writeUInt16BE(0xffff, 5)
  for (const [id, place] of places) {
    const at = id * 7
    table.writeUInt8(place.kind === 'file' ? 1 : 2, at)
    table.writeUInt32BE(place.kind === 'file' ? place.offset : place.bundle, at + 1)
    table.writeUInt16BE(place.kind === 'file' ? 0 : place.index, at + 5)
  }
  return table
}
