import { inflateSync } from 'node:zlib'

const signature = 0x774f4646 // 'wOFF'

/**
 * Unpacks a WOFF 1 font to the plain TrueType file it was made of. The font library can read WOFF itself, but unpacks its tables in
 * JavaScript, which takes longer than printing a plan. Other bytes are given back as they are.
 */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (woff.byteLength < 44 || view.getUint32(0) !== signature) return woff
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + index * 20
    const [offset, packed, size] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)]
    const stored = woff.subarray(offset, offset + packed)
    return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), bytes: packed < size ? inflateSync(stored) : stored }
  })
  const aligned = (size: number) => (size + 3) & ~3
  const head = 12 + count * 16
  const plain = new Uint8Array(tables.reduce((sum, table) => sum + aligned(table.bytes.length), head))
  const out = new DataView(plain.buffer)
  const power = 2 ** Math.floor(Math.log2(count))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, power * 16)
  out.setUint16(8, Math.log2(power))
  out.setUint16(10, (count - power) * 16)
  let place = head
  tables.forEach((table, index) => {
    const entry = 12 + index * 16
    out.setUint32(entry, table.tag)
    out.setUint32(entry + 4, table.checksum)
    out.setUint32(entry + 8, place)
    out.setUint32(entry + 12, table.bytes.length)
    plain.set(table.bytes, place)
    place += aligned(table.bytes.length)
  })
  return plain
}
