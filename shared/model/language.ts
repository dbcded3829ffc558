import { z } from '../lib/zod.ts'

/** The committee's four official languages, as ISO 639-1 codes, in the order in which its documents name them. */
export const languages = ['en', 'es', 'fr', 'pt'] as const

export const language = z.enum(languages)

export type Language = z.infer<typeof language>
