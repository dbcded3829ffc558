import type { Rule } from './rule.ts'
import { duplicate } from './rules/activity/duplicate.ts'
import { emptyItem } from './rules/activity/empty-item.ts'
import { noMandate } from './rules/activity/no-mandate.ts'
import { gap } from './rules/calendar/gap.ts'
import { noProvision } from './rules/citation/no-provision.ts'
import { notListed } from './rules/citation/not-listed.ts'
import { titleMismatch } from './rules/citation/title-mismatch.ts'
import { unknownInstrument } from './rules/citation/unknown-instrument.ts'
import { unknownProvision } from './rules/citation/unknown-provision.ts'
import { unreadable } from './rules/citation/unreadable.ts'
import { clash } from './rules/date/clash.ts'
import { nonWorkingDay } from './rules/date/non-working-day.ts'
import { order } from './rules/date/order.ts'
import { outsideTerm } from './rules/date/outside-term.ts'
import { tentative } from './rules/date/tentative.ts'
import { unreadableDate } from './rules/date/unreadable.ts'
import { weekday } from './rules/date/weekday.ts'
import { numbering } from './rules/document/numbering.ts'
import { notAddressed } from './rules/mandate/not-addressed.ts'
import { superseded } from './rules/mandate/superseded.ts'
import { termLapsed } from './rules/mandate/term-lapsed.ts'
import { unserved } from './rules/mandate/unserved.ts'
import { sequence } from './rules/sequence/order.ts'
import { numberOrder } from './rules/symbol/number-order.ts'
import { registerMismatch } from './rules/symbol/register-mismatch.ts'
import { sessionYear } from './rules/symbol/session-year.ts'
import { spelling } from './rules/symbol/spelling.ts'
import { missingLanguage } from './rules/text/missing-language.ts'
import { terminology } from './rules/text/terminology.ts'
import { topicNotAnnounced } from './rules/text/topic-not-announced.ts'
import { topicNotScheduled } from './rules/text/topic-not-scheduled.ts'
import { translatorNote } from './rules/text/translator-note.ts'
import { unbalanced } from './rules/text/unbalanced.ts'
import { unusedWaiver } from './waivers.ts'

/** Every rule, in the order in which findings of one place are listed. */
export const rules: readonly Rule[] = [
  noMandate,
  emptyItem,
  duplicate,
  unknownInstrument,
  unknownProvision,
  unreadable,
  noProvision,
  notListed,
  titleMismatch,
  spelling,
  sessionYear,
  registerMismatch,
  numberOrder,
  unserved,
  termLapsed,
  superseded,
  notAddressed,
  unreadableDate,
  weekday,
  outsideTerm,
  order,
  clash,
  nonWorkingDay,
  tentative,
  gap,
  sequence,
  topicNotScheduled,
  topicNotAnnounced,
  translatorNote,
  unbalanced,
  terminology,
  missingLanguage,
  numbering,
]

/** What the check can report, the engine's own finding included: for settings, filters and pages. */
export const ruleMetas = [...rules.map(({ meta }) => meta), unusedWaiver]

/** English text of every message, by `rule#message`, what a rule protects among them. */
export const messages: ReadonlyMap<string, string> = new Map(
  ruleMetas.flatMap(({ id, protects, messages: texts }) =>
    Object.entries({ protects, ...texts }).map(([name, text]) => [`${id}#${name}`, text] as const),
  ),
)
