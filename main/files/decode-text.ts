import { failure, type Result, success } from '#shared/lib/result.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

/** Enough of a file to tell text from other content. */
const sample = 64 * 1024

/** UTF-16 without its mark: Latin text has a zero in every other byte. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, sample)
  const half = length / 2
  let [even, odd] = [0, 0]
  for (let at = bytes.indexOf(0); at >= 0 && at < length; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++
    else odd++
  }
  return odd > half * 0.7 && even < half * 0.1 ? 'utf-16le' : even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null
}

/** Whether bytes hold control characters that no text has. */
const hasControls = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, sample).some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 11 && byte !== 12 && byte !== 13)

/**
 * The text that bytes hold: UTF-8, UTF-16 (known by its mark, or by its zeros), or the Windows-1252 of older programs. Fails on content
 * that is no text.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'not-text'> {
  if (startsWith(bytes, 0xff, 0xfe)) return success(new TextDecoder('utf-16le').decode(bytes))
  if (startsWith(bytes, 0xfe, 0xff)) return success(new TextDecoder('utf-16be').decode(bytes))
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return success(new TextDecoder(wide).decode(bytes))
  if (hasControls(bytes)) return failure('not-text')
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return success(new TextDecoder('windows-1252').decode(bytes))
  }
}
