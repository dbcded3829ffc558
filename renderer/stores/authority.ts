import { useMemo } from 'react'
import { type Authority, type Finding, formatFinding, type Standing, verdictOf } from '#shared/checks/index.ts'
import { writePlanDate } from '#shared/dates/write.ts'
import { inferActivityKind } from '#shared/cells/activity-kind.ts'
import type { Activity } from '#shared/model/activity.ts'
import { windowLanguage, words } from '../app/words.ts'
import { useFindings } from './findings.ts'
import { usePlan } from './plan.ts'
import { useRegister } from './register.ts'

/** A link of the chain from an activity to the body whose decision it rests on. */
export interface ChainLink {
  readonly title: string
  readonly text: string
  readonly standing: Standing
}

/** How an activity stands, in words. */
export interface ShownVerdict {
  readonly standing: Standing | 'unchecked'
  readonly reasons: readonly string[]
  /** One chain for each mandate cited; the activity itself heads the first. */
  readonly chains: readonly { readonly id: string; readonly links: readonly ChainLink[] }[]
}

const standingOf = (findings: readonly Finding[]): Standing =>
  findings.some(({ severity }) => severity === 'error') ? 'ungrounded' : findings.length > 0 ? 'weak' : 'grounded'

const paragraphTitle = (label: string): string => (/^\d/.test(label) ? words('chain.paragraph', { label }) : label)

function linksOf({ citation, provisions, instrument, session, body }: Authority, reasons: readonly Finding[]): ChainLink[] {
  const about = reasons.filter(({ target }) => target.entry === citation.id)
  const ofInstrument = about.filter(({ provision }) => provision === null)
  const links: ChainLink[] = provisions.map(({ label, text }) => ({
    title: paragraphTitle(label),
    text: text ?? words('chain.no-text'),
    standing: standingOf(about.filter(({ provision }) => provision === label)),
  }))
  const name = citation.symbol ?? citation.title ?? citation.written
  links.push({
    title: name,
    text: instrument === null ? words('chain.unknown') : (instrument.title ?? ''),
    standing: standingOf(ofInstrument),
  })
  const year = session?.year ?? null
  if (session !== null && session.kind !== null)
    links.push({
      title: words(`chain.session-${session.kind}`, { body: body ?? '', number: session.number }),
      text: year === null ? '' : String(year),
      standing: 'grounded',
    })
  else if (body !== null && body !== name) links.push({ title: body, text: year === null ? '' : String(year), standing: 'grounded' })
  return links
}

/** How the activity stands, by whose authority, and what speaks against it. */
export function useVerdict(activity: Activity): ShownVerdict {
  const raw = useFindings((state) => state.raw)
  const checked = useFindings((state) => state.checked)
  const register = useRegister((state) => state.register)
  const language = usePlan(({ plan }) => plan?.header.language ?? 'en')
  return useMemo(() => {
    if (register === null || !checked) return { standing: 'unchecked', reasons: [], chains: [] }
    const { standing, reasons, chain } = verdictOf(activity, raw, register, language)
    const { main } = writePlanDate(activity.when, language)
    const kind = activity.kind ?? inferActivityKind(activity.items)
    const head: ChainLink = {
      title: [words(kind === 'other' ? 'chain.activity' : `kind.${kind}`), main].filter((part) => part !== '').join(', '),
      text: (activity.items.find(({ level, marker }) => level > 0 || marker === 'bullet') ?? activity.items[0])?.text ?? '',
      standing: 'grounded',
    }
    return {
      standing,
      reasons: reasons.map((reason) => formatFinding(reason, windowLanguage)),
      chains: chain.map((authority, index) => ({
        id: authority.citation.id,
        links: [...(index === 0 ? [head] : []), ...linksOf(authority, reasons)],
      })),
    }
  }, [activity, raw, checked, register, language])
}
