import { eventIterator, oc, type } from '@orpc/contract'
import { planMode } from '../exchange/receipt.ts'
import { keptReasons } from '../importing/report.ts'
import { z } from '../lib/zod.ts'
import { message } from '../locales/message.ts'
import { id, plainDate } from '../model/basics.ts'
import { type Instrument, instrument } from '../model/instrument.ts'
import { language } from '../model/language.ts'
import { type PlanRecord, term } from '../model/plan.ts'
import { operation } from '../operations/change.ts'
import { documentsContract } from './documents.ts'
import { planErrors, revisionErrors, sourceErrors, writeErrors } from './errors.ts'
import { exchangeContract } from './exchange.ts'
import { identityContract } from './identity.ts'
import { licence } from './licences.ts'
import { menuContract } from './menu.ts'

/**
 * Everything the window may ask of the main process. Declared once: the server implements it, the client derives from it, and both
 * check what crosses. Errors that a person can act on are declared with the data their sentence needs; anything else is a bug.
 */

/** A plan as the library lists it. */
export const planSummary = z.object({
  id,
  title: z.string(),
  committee: z.string(),
  term: term.nullable(),
  language,
  activities: z.int().min(0),
  /** RFC 3339. */
  changedAt: z.iso.datetime({ offset: true }),
  /** When it was moved to the bin; null while it stands in the library. */
  binnedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type PlanSummary = z.infer<typeof planSummary>

const stepName = z.object({ id, label: message }).nullable()

/** Where a plan's history stands: the last acknowledged step, and what undo and redo would do. */
export const position = z.object({ sequence: z.int().min(0), undo: stepName, redo: stepName })
export type Position = z.infer<typeof position>

/**
 * The records of a plan. The store checks each as it reads it, and the window takes them as they come: checking them again on the way would
 * take as long as reading them did.
 */
const storedRecords = z.custom<readonly PlanRecord[]>(Array.isArray)

/** A plan opened for editing. */
export const openedPlan = z.object({
  records: storedRecords,
  position,
  /** Whose text it is; one that is the Chair's takes proposals and objections, and refuses all else. */
  mode: planMode,
})
export type OpenedPlan = z.infer<typeof openedPlan>

/** Why words of an import stand as text, or records of a plan file were set aside. */
const keptReason = z.enum([...keptReasons, 'damaged'])

/** What an import kept, for the window to show. */
export const importSummary = z.object({
  planId: id,
  rows: z.int(),
  mandates: z.int(),
  /** Instruments whose quoted paragraphs entered the register. */
  learned: z.int(),
  /** Text that was kept as text because it could not be understood, with the place where it now stands. */
  keptAsText: z.array(z.object({ place: z.string(), text: z.string() })),
})
export type ImportSummary = z.infer<typeof importSummary>

/** What an import would bring, before anything is written: every row as it was understood, and what was not. */
export const importPreview = z.object({
  title: z.string(),
  term: term.nullable(),
  language,
  /** The cells of each row, in the plan's own language. */
  rows: z.array(z.object({ date: z.string(), mandate: z.string(), activity: z.string() })),
  /** The entries of the list of mandates. */
  mandates: z.array(z.string()),
  /** Instruments whose quoted paragraphs would enter the register. */
  learned: z.array(z.object({ name: z.string(), provisions: z.int() })),
  footnotes: z.int(),
  /** Words kept as text with the row where they stand; 0 for the list of mandates and the text. */
  kept: z.array(z.object({ row: z.int().min(0), why: keptReason, text: z.string() })),
})
export type ImportPreview = z.infer<typeof importPreview>

/**
 * Something happened to a plan through another window or process: reload it when it is the one you show. `folder-changed`: a file came into
 * the folder watched for the plan. `file-opened`: a file was opened with the program and waits, see `exchange.takeOpened`.
 */
export const storeEvent = z.object({
  kind: z.enum(['plan-changed', 'library-changed', 'folder-changed', 'file-opened']),
  planId: id.nullable(),
  sequence: z.int().nullable(),
})

/** Takes back (or repeats) the step named; refused with NOTHING_TO_DO when that is no longer the one whose turn it is. */
const turn = oc
  .input(z.object({ planId: id, step: id, at: z.iso.datetime({ offset: true }), id }))
  .output(z.object({ operation, position }))
  .errors({ ...planErrors, ...writeErrors, NOTHING_TO_DO: { message: 'This step is no longer the last.' } })

export const contract = {
  app: {
    /** What the status bar and the about page say. */
    info: oc.output(
      z.object({
        version: z.string(),
        shell: z.enum(['electron', 'loopback']),
        storePath: z.string(),
        lastBackup: z.iso.datetime({ offset: true }).nullable(),
      }),
    ),
    /** Everything that ships with the program; empty while it runs from its sources. */
    licences: oc.output(z.array(licence)),
  },
  menu: menuContract,
  library: {
    list: oc.output(z.array(planSummary)),
    /** Creates a plan: empty, or with the sections and rows of a committee's usual year. */
    create: oc
      .input(z.object({ title: z.string(), term: term.nullable(), language, template: z.enum(['empty', 'usual']).default('empty') }))
      .output(z.object({ planId: id }))
      .errors(writeErrors),
    /** Drafts the next term's plan from a plan, and adds it under the title. See `nextTerm`. */
    carryOver: oc
      .input(z.object({ planId: id, title: z.string(), renameTerm: z.boolean() }))
      .output(z.object({ planId: id }))
      .errors({ ...planErrors, ...writeErrors }),
    /** Reads a file's bytes as a plan and says what an import would bring. Writes nothing. */
    preview: oc
      .input(z.object({ file: z.file() }))
      .output(importPreview)
      .errors(sourceErrors),
    /** Reads a file's bytes as a plan and adds it. One transaction: all of it or nothing. */
    import: oc
      .input(z.object({ file: z.file() }))
      .output(importSummary)
      .errors({ ...writeErrors, ...sourceErrors }),
    /** Moves a plan to the bin, or back. Nothing is destroyed. */
    setBinned: oc
      .input(z.object({ planId: id, binned: z.boolean() }))
      .output(planSummary)
      .errors({ ...planErrors, ...writeErrors }),
    /** Adds the sample plan that ships with the program. */
    addSample: oc.output(z.object({ planId: id })).errors(writeErrors),
  },
  plan: {
    open: oc
      .input(z.object({ planId: id }))
      .output(openedPlan)
      .errors(planErrors),
    /**
     * Writes one step, acknowledged only when it is on disk. Sending the same operation again changes nothing and is acknowledged
     * with the position of the first time. OUT_OF_DATE: the plan moved on; open it again.
     */
    apply: oc
      .input(z.object({ planId: id, operation }))
      .output(position)
      .errors({
        ...planErrors,
        ...writeErrors,
        OUT_OF_DATE: { message: 'The plan has changed meanwhile.', data: z.object({ detail: z.string() }) },
        /** The step touches the text of a plan that is the Chair's. */
        CHAIRS_TEXT: { message: 'This text is the Chair’s: it takes proposals and objections alone.' },
      }),
    undo: turn,
    redo: turn,
    /** Steps of the plan's history, newest first; with a `record`, those that touched it or what refers to it. */
    history: oc
      .input(z.object({ planId: id, before: z.int().nullable(), count: z.int().min(1).max(500), record: id.optional() }))
      .output(
        z.array(
          z.object({ sequence: z.int(), id, kind: z.enum(['edit', 'undo', 'redo']), label: message, at: z.iso.datetime({ offset: true }) }),
        ),
      )
      .errors(planErrors),
    /** The plan as it stood when a revision was named. TEXT_NOT_HELD: the plan came here later, with the revision's name alone. */
    atRevision: oc
      .input(z.object({ planId: id, revision: id }))
      .output(z.object({ records: storedRecords }))
      .errors({ ...planErrors, ...revisionErrors }),
    /** The plan as it stood after a step; 0 is the plan as it came into the library. NO_SUCH_STEP: the history does not reach that far. */
    at: oc
      .input(z.object({ planId: id, sequence: z.int().min(0) }))
      .output(z.object({ records: storedRecords }))
      .errors({ ...planErrors, NO_SUCH_STEP: { message: 'This step is not in the history.' } }),
  },
  register: {
    /**
     * The instruments the store holds, shipped ones and learned ones merged, some at a time: `after` is the `next` of the answer before;
     * null at the beginning, and when there are no more. All at once they would fill the memory of both sides. They were checked when they
     * came into the store; checking tens of thousands of provisions again at each start would double what reading them costs.
     */
    page: oc.input(z.object({ after: z.string().max(4000).nullable() })).output(type<{ instruments: Instrument[]; next: string | null }>()),
    /** Adds instruments to the register, or what they say to those it holds already. Gives how many of them brought something new. */
    learn: oc
      .input(z.object({ instruments: z.array(instrument).min(1).max(1000) }))
      .output(z.object({ learned: z.int().min(0) }))
      .errors(writeErrors),
    /** Provisions whose words match, best first. */
    search: oc.input(z.object({ query: z.string().max(400), language: language.nullable(), count: z.int().min(1).max(200) })).output(
      z.array(
        z.object({
          instrumentId: id,
          symbol: z.string().nullable(),
          title: z.string(),
          label: z.string(),
          text: z.string(),
          adopted: plainDate.nullable(),
        }),
      ),
    ),
  },
  documents: documentsContract,
  exchange: exchangeContract,
  identity: identityContract,
  events: {
    /** A stream that stays open: what changed in the store since now. */
    watch: oc.output(eventIterator(storeEvent)),
  },
}
