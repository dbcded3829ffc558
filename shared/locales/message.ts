import { z } from '../lib/zod.ts'

/** Words to be said later, in the reader's language: a key of the catalogue and the values of its placeholders. */
export const message = z.object({ id: z.string().min(1), data: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Message = z.infer<typeof message>

export const say = (id: string, data: Message['data'] = {}): Message => ({ id, data })
