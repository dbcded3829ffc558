import { sayRefusal } from '#shared/locales/refusal.ts'
import type { Language } from '#shared/model/language.ts'
import type { Services } from './api/services.ts'
import { readSource } from './files/read-source.ts'

/**
 * Puts a file that was opened by double click or named at the start where a window finds it: the reader sees what it is and says what is to
 * become of it. Gives the sentence that says, in a language, why it cannot be read, or null when all is well.
 */
export async function openFile({ opened }: Pick<Services, 'opened'>, path: string, language: Language): Promise<string | null> {
  const read = await readSource(path)
  if (!read.ok) return sayRefusal(read.error, language)
  opened.put(new File([new Uint8Array(read.value.bytes)], read.value.name))
  return null
}
