import { oc } from '@orpc/contract'
import { fileBase } from '../exchange/base.ts'
import { planMode, receipt } from '../exchange/receipt.ts'
import { signatureState } from '../exchange/signature.ts'
import { z } from '../lib/zod.ts'
import { author, moment } from '../model/author.ts'
import { id } from '../model/basics.ts'
import { instrument } from '../model/instrument.ts'
import { planRecord } from '../model/plan.ts'
import { planErrors, refused, sourceErrors, writeErrors } from './errors.ts'

/** What a file is, before anything of it is received. */
export const inspection = z.object({
  name: z.string(),
  kind: z.enum(['plan', 'proposals', 'register']),
  /** The plan in the file, or the one its proposals are about; null for a register. */
  planId: id.nullable(),
  title: z.string(),
  /** Who exported it; null where the file does not say. */
  sender: author.nullable(),
  exportedAt: moment.nullable(),
  generator: z.string(),
  signature: signatureState,
  /** Name of the newest revision in the file; null when it has none, empty for the first issue. */
  revision: z.string().nullable(),
  /** The text that the proposals were made against; null for other kinds. */
  base: fileBase.nullable(),
  counts: z.object({ rows: z.int(), proposals: z.int(), decisions: z.int(), objections: z.int(), instruments: z.int() }),
  /** Damaged records, which are left out. */
  setAside: z.array(z.object({ list: z.string(), index: z.int(), reason: z.string(), content: z.string() })),
  /** Records that had no usable key of order and stand where they are shown by a new one. */
  mended: z.int(),
  /** The plan of the same identity in the library, and how the file's text stands to it; null when there is none. */
  held: z
    .object({
      mode: planMode,
      title: z.string(),
      difference: z.enum(['same', 'newer', 'older', 'other']),
    })
    .nullable(),
  /** For the check in the window: the plan's records and the instruments that came along. */
  records: z.array(planRecord),
  instruments: z.array(instrument),
})
export type Inspection = z.infer<typeof inspection>

/** What collecting one file did. */
export const collected = z.object({
  name: z.string(),
  sender: author.nullable(),
  /** Null where the file could not be read. */
  signature: signatureState.nullable(),
  added: z.int(),
  updated: z.int(),
  known: z.int(),
  /** Versions of a proposal sent by somebody other than its author; they change nothing. */
  foreign: z.int(),
  /** Damaged records, which are left out. */
  setAside: z.int(),
  /** Records that had no usable key of order. */
  mended: z.int(),
  /** Why nothing could be taken from the file. */
  problem: refused.nullable(),
})
export type Collected = z.infer<typeof collected>

/** A plan file in a watched folder. */
export const seenFile = z.object({
  name: z.string(),
  changedAt: moment,
  state: z.enum(['new', 'collected', 'unusable']),
  sender: author.nullable(),
  proposals: z.int(),
})
export type SeenFile = z.infer<typeof seenFile>

const watched = z.object({ folder: z.string().nullable(), files: z.array(seenFile) })

/** A file received, and the plan that it went into. */
export const recentFile = receipt.extend({ planId: id, title: z.string() })
export type RecentFile = z.infer<typeof recentFile>

const identityErrors = { NO_IDENTITY: { message: 'Nobody said yet who works at this desk.' } }

/** A file that was exported, and whether it carries a signature. */
const exported = z.object({ file: z.file(), signed: z.boolean() })

export const exchangeContract = {
  /** Says what a file is. Writes nothing. */
  inspect: oc
    .input(z.object({ file: z.file() }))
    .output(inspection)
    .errors(sourceErrors),
  /**
   * Takes a plan file into the library. As `delegation` it is the Chair's text, read-only but for proposals and objections; a plan of that identity
   * that is held so already moves to the file's text in one step, and keeps the proposals made here. As `own` it is a plan like any other; where
   * one of that identity is held and differs it comes in as a second plan. A register file is learned, whatever `as` says. The same file twice
   * changes nothing (`changed: false`). HELD_AS_OWN: the plan is one's own here, so it cannot be the Chair's as well.
   */
  receive: oc
    .input(z.object({ file: z.file(), as: planMode }))
    .output(z.object({ planId: id.nullable(), changed: z.boolean() }))
    .errors({ ...writeErrors, ...sourceErrors, HELD_AS_OWN: { message: 'This plan is held as an own one.' } }),
  /** Takes the proposals of files, given or named in the watched folder, into a plan: one undoable step a file. Order does not matter. */
  collect: oc
    .input(z.object({ planId: id, files: z.array(z.file()).default([]), names: z.array(z.string()).default([]) }))
    .output(z.object({ files: z.array(collected) }))
    .errors({ ...planErrors, ...writeErrors }),
  /** The plan as a file, signed where this desk has an identity and its key. */
  exportPlan: oc
    .input(z.object({ planId: id, withProposals: z.boolean() }))
    .output(exported)
    .errors(planErrors),
  /** One's own proposals and objections as a file for the Chair; what was not sent before is marked sent in one step. */
  exportProposals: oc
    .input(z.object({ planId: id }))
    .output(exported.extend({ proposals: z.int(), objections: z.int() }))
    .errors({
      ...planErrors,
      ...writeErrors,
      ...identityErrors,
      NOTHING_TO_SEND: { message: 'There are no proposals of yours on this plan.' },
    }),
  /** The register of instruments as a file for another desk. */
  exportRegister: oc.output(exported),
  /** Whose text the plan is, the file it last came from, and the files collected into it, newest first. */
  standing: oc
    .input(z.object({ planId: id }))
    .output(z.object({ mode: planMode, receipt: receipt.nullable(), collected: z.array(receipt) }))
    .errors(planErrors),
  /** Files received last, newest first, with the plan they went into. */
  recent: oc.output(z.array(recentFile)),
  /** Files that were opened with the program (double click, command line) and wait for the reader. Each is given out once. */
  takeOpened: oc.output(z.object({ files: z.array(z.file()) })),
  /** The folder in which files for a plan arrive, and those that are there. An event `folder-changed` says when to ask again. */
  folder: oc
    .input(z.object({ planId: id }))
    .output(watched)
    .errors(planErrors),
  /** Watches a folder for a plan; null stops. NOT_A_FOLDER: there is no such folder, or it may not be read. */
  setFolder: oc
    .input(z.object({ planId: id, folder: z.string().min(1).nullable() }))
    .output(watched)
    .errors({ ...planErrors, ...writeErrors, NOT_A_FOLDER: { message: 'This folder cannot be read.' } }),
  /** Asks for a folder with the system's own dialog. `available` is false where the shell has none: then its path is typed. */
  chooseFolder: oc.output(z.object({ available: z.boolean(), folder: z.string().nullable() })),
}
