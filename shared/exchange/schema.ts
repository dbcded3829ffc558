import { z } from '../lib/zod.ts'
import { author, moment } from '../model/author.ts'
import { planHeader } from '../model/plan.ts'
import { fileBase } from './base.ts'
import { planFileVersion } from './plan-file.ts'
import { listSchemas } from './read-records.ts'
import { signature } from './signature.ts'

const list = <Name extends keyof typeof listSchemas>(name: Name) => z.array(listSchemas[name]).optional()

const frame = {
  format: z.literal('mandato'),
  version: z.literal(planFileVersion),
  generator: z.string().optional(),
  exportedAt: moment.optional(),
  exportedBy: author.optional(),
  signatures: z.array(signature).optional(),
}

/** A file as a whole, for other programs. We read ours record by record instead, so that one bad record does not spoil the rest. */
const file = z.discriminatedUnion('kind', [
  z.object({
    ...frame,
    kind: z.literal('plan'),
    plan: z.object({ header: planHeader, sections: list('sections'), mandates: list('mandates'), activities: list('activities') }),
    register: list('register'),
    waivers: list('waivers'),
    proposals: list('proposals'),
    decisions: list('decisions'),
    revisions: list('revisions'),
    deadlines: list('deadlines'),
    objections: list('objections'),
  }),
  z.object({ ...frame, kind: z.literal('proposals'), base: fileBase, proposals: list('proposals'), objections: list('objections') }),
  z.object({ ...frame, kind: z.literal('register'), register: list('register') }),
])

/** The JSON Schema (draft 2020-12) of a plan file. Fields that it does not name are allowed anywhere, as the program keeps them. */
export const planFileSchema = (): object => ({
  $id: 'https://mandato.example/plan-file.schema.json',
  title: 'Mandato plan file',
  ...z.toJSONSchema(file, { target: 'draft-2020-12', io: 'input', reused: 'ref' }),
})
