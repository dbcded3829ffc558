import { z } from '../lib/zod.ts'
import { activity } from '../model/activity.ts'
import { instrument } from '../model/instrument.ts'
import { mandate } from '../model/mandate.ts'
import { planHeader } from '../model/plan.ts'
import { section } from '../model/section.ts'
import { waiver } from '../model/waiver.ts'
import { planFileVersion } from './plan-file.ts'

/** A plan file as a whole, for other programs. We read ours record by record instead, so that one bad record does not spoil the rest. */
const planFile = z.object({
  format: z.literal('mandato'),
  version: z.literal(planFileVersion),
  kind: z.literal('plan'),
  generator: z.string().optional(),
  exportedAt: z.iso.datetime({ offset: true }).optional(),
  plan: z.object({
    header: planHeader,
    sections: z.array(section).optional(),
    mandates: z.array(mandate).optional(),
    activities: z.array(activity).optional(),
  }),
  register: z.array(instrument).optional(),
  waivers: z.array(waiver).optional(),
})

/** The JSON Schema (draft 2020-12) of a plan file. Fields that it does not name are allowed anywhere, as the program keeps them. */
export const planFileSchema = (): object => ({
  $id: 'https://mandato.example/plan-file.schema.json',
  title: 'Mandato plan file',
  ...z.toJSONSchema(planFile, { target: 'draft-2020-12', io: 'input', reused: 'ref' }),
})
