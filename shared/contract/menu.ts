import { eventIterator, oc } from '@orpc/contract'
import { z } from '../lib/zod.ts'

/** The menus that the window has for the system's menu bar: its commands, by what they are about. */
export const menuBar = z
  .array(
    z.object({
      /** The menu that the system's own entries for zooming join, or another. */
      id: z.enum(['view', 'other']),
      title: z.string(),
      entries: z.array(z.object({ id: z.string(), label: z.string(), keys: z.string().nullable(), enabled: z.boolean() })).max(200),
    }),
  )
  .max(20)
export type MenuBar = z.infer<typeof menuBar>

export const menuContract = {
  /** Puts the menus into the bar. A shell without a menu bar of its own does nothing. */
  show: oc.input(menuBar),
  /** A stream that stays open: the id of each entry as it is chosen. */
  chosen: oc.output(eventIterator(z.string())),
}
