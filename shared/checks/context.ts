import { announcedTopics } from '../importing/topics.ts'
import type { PlainDate } from '../model/basics.ts'
import type { Instrument, Provision } from '../model/instrument.ts'
import type { Language } from '../model/language.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan, Term } from '../model/plan.ts'
import type { Register, Resolution } from '../register/register.ts'
import { stemsOf } from '../register/words.ts'

/** A topic that the introduction announces. */
export interface Announced {
  readonly text: string
  readonly stems: ReadonlySet<string>
}

/** What of the plan the checking of one record depends on, beside the record. Made anew only when one of these changes. */
export interface Context {
  readonly register: Register
  readonly planId: string
  readonly symbol: string | null
  readonly term: Term | null
  readonly language: Language
  readonly holidays: ReadonlySet<PlainDate>
  /** Place in the plan's list of mandates by `instrumentKey`. */
  readonly listed: ReadonlyMap<string, number>
  /** Provisions of the listed instruments, the named ones where the entry names any; the list from which suggestions are drawn. */
  readonly listedProvisions: readonly Provision[]
  readonly instrumentOf: ReadonlyMap<Provision, Instrument>
  readonly announced: readonly Announced[]
  /** Order key of the last entry of the list of mandates, after which one is added. */
  readonly lastMandate: Mandate | null
}

/** What identifies the instrument that a citation names: the register's record, else the symbol as it was written. */
export const instrumentKey = (resolution: Resolution | null, symbol: string | null, name: string): string =>
  resolution === null ? (symbol ?? name).toUpperCase() : resolution.instrument.id

interface Keyed {
  readonly key: string
  readonly context: Context
}

interface ListEntry {
  readonly key: string
  readonly instrument: Instrument | null
  readonly labels: readonly string[]
}

const entries = new WeakMap<Register, WeakMap<Mandate, ListEntry>>()

function listEntry(register: Register, mandate: Mandate): ListEntry {
  let held = entries.get(register)
  if (held === undefined) {
    held = new WeakMap()
    entries.set(register, held)
  }
  let entry = held.get(mandate)
  if (entry === undefined) {
    const { symbol, title, written, provisions } = mandate.citation
    const resolution = register.resolve(mandate.citation)
    entry = {
      key: instrumentKey(resolution, symbol, title ?? written),
      instrument: resolution?.instrument ?? null,
      labels: provisions,
    }
    held.set(mandate, entry)
  }
  return entry
}

/** The context of a plan: the former one, the very same object, when nothing that it holds has changed. */
export function contextOf(plan: Plan, register: Register, former: Keyed | null): Keyed {
  const { header } = plan
  const list = plan.mandates.map((mandate) => listEntry(register, mandate))
  const topics = announcedTopics(plan.sections)
  const key = JSON.stringify([
    header.id,
    header.symbol,
    header.term,
    header.language,
    header.holidays,
    header.severities,
    plan.mandates.at(-1)?.order,
    list.map((entry) => [entry.key, ...entry.labels]),
    topics,
  ])
  if (former !== null && former.key === key && former.context.register === register) return former
  const listedProvisions: Provision[] = []
  const instrumentOf = new Map<Provision, Instrument>()
  for (const { instrument, labels } of list) {
    if (instrument === null) continue
    const named = labels.map((label) => register.provision(instrument, label)).filter((provision) => provision !== null)
    for (const provision of named.length > 0 ? named : register.citable(instrument)) {
      if (instrumentOf.has(provision)) continue
      listedProvisions.push(provision)
      instrumentOf.set(provision, instrument)
    }
  }
  const listed = new Map<string, number>()
  for (const [index, entry] of list.entries()) if (!listed.has(entry.key)) listed.set(entry.key, index)
  return {
    key,
    context: {
      register,
      planId: header.id,
      symbol: header.symbol,
      term: header.term,
      language: header.language,
      holidays: new Set(header.holidays),
      listed,
      listedProvisions,
      instrumentOf,
      announced: topics.map((text) => ({ text, stems: new Set(stemsOf(text)) })),
      lastMandate: plan.mandates.at(-1) ?? null,
    },
  }
}
