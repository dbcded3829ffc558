import { unzipSync } from 'fflate'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** A word-processor file has some dozens of entries; pictures make hundreds. */
const mostEntries = 10_000

/** Limit for the entries that are unpacked, together, in bytes. */
const largestContent = 128 * 1024 * 1024

export type ZipError = 'too-large' | 'damaged'

/**
 * Unpacks the entries of a zip archive that are wanted. Their number and the sizes they declare are looked at before anything is unpacked,
 * and no entry is unpacked beyond what it declares.
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Result<ReadonlyMap<string, Uint8Array>, ZipError> {
  try {
    let [entries, size] = [0, 0]
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++
        if (wanted(name)) size += originalSize
        return false
      },
    })
    if (entries > mostEntries || size > largestContent) return failure('too-large')
    return success(new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted(name) }))))
  } catch {
    return failure('damaged')
  }
}
