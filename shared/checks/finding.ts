import type { Message } from '../locales/message.ts'
import type { Id } from '../model/basics.ts'
import type { Instrument } from '../model/instrument.ts'
import type { Severity } from '../model/severity.ts'
import type { Waiver } from '../model/waiver.ts'
import type { Change } from '../operations/change.ts'

/** Where in the plan a finding stands. */
export interface Target {
  /** `plan` for the header and for what concerns the plan as a whole. */
  readonly part: 'activity' | 'mandate' | 'section' | 'plan'
  readonly id: Id
  /** Field of the record (`when`, `mandate`, `items`, `blocks` …); null for the record as a whole. */
  readonly field: string | null
  /** Id of the entry of that field's list (mandate entry, item, block, footnote); null where there is none. */
  readonly entry: Id | null
  /** UTF-16 offsets within the entry's or field's text, end exclusive; null for all of it. */
  readonly range: { readonly start: number; readonly end: number } | null
}

/** An edit that puts a finding right. Applied and undone like any other edit. */
export interface Fix {
  /** Says what will be written: "Write AG/RES. 2816 (XLIV-O/14)". */
  readonly label: Message
  readonly changes: readonly Change[]
  /** Instruments that it adds to the reader's register. They are no part of the plan, so undo leaves them there. */
  readonly learns: readonly Instrument[]
  /** The text that it writes, `fix` in the command line's JSON; null where it writes none. */
  readonly writes: string | null
  /** Whether it may be applied unseen: one right answer, nothing lost. */
  readonly safe: boolean
}

/** Something that the check found. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly target: Target
  /** Calendar row from 1; 0 for the list of mandates, the text, and the plan as a whole. */
  readonly row: number
  /** Key `rule#message` and the values of its placeholders, to be said in the reader's language. */
  readonly message: Message
  /** Canonical symbol, title, month … that the finding is about; null where it names nothing. */
  readonly about: string | null
  /** The words as they were written, where they matter. */
  readonly written: string | null
  readonly provision: string | null
  readonly fixes: readonly Fix[]
  /** The Chair's decision to let it stand; null when it stands open. */
  readonly waiver: Waiver | null
}
