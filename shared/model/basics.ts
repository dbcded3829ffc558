import { z } from '../lib/zod.ts'

/** A record's lasting identity: a UUID, version 7 when Mandato makes it, so that ids sort by age. References between records are by id. */
export const id = z.uuid()
export type Id = z.infer<typeof id>

/** Where a record stands among its siblings: a fractional index, compared as plain text. Moving a record changes this key alone. */
export const orderKey = z.string().min(1).max(200)

/** A calendar day without time or zone, `2021-01-26`. */
export const plainDate = z.iso.date()
export type PlainDate = z.infer<typeof plainDate>

/** A wall-clock time of the committee's seat, 24 hours, `14:30`. */
export const plainTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type PlainTime = z.infer<typeof plainTime>

/** A month of a year, `2017-10`. */
export const plainMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Years that a plan may name: the organization's first conference was in 1889. */
export const year = z.int().min(1889).max(2999)
