import { memo, useEffect, useRef, useState } from 'react'
import { formatRule } from '#shared/checks/index.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { takeBackWaiver } from '../../stores/finding-edits.ts'
import { applyFix, goToFinding, type ShownFinding } from '../../stores/findings.ts'
import { usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuAt, MenuButton } from '../../ui/menu.tsx'
import type { Line } from './arrange.ts'
import { findingEntries } from './entries.ts'
import { openFindingsDialog } from './open-dialog.ts'

const near = 60
const more = 150

/** A stretch of the list that is drawn. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The list draws a stretch of the findings; scrolling to either end of it draws more, and going to a finding elsewhere begins a new
 * stretch around that one. What is not drawn is counted at the end where it is missing.
 */
export function FindingsList({ lines, labels }: { readonly lines: readonly Line[]; readonly labels: ReadonlyMap<string, string> }) {
  const current = usePlace((place) => place.finding)
  const [{ from, to }, setStretch] = useState<Stretch>({ from: 0, to: near })
  const list = useRef<HTMLOListElement>(null)
  const at = current === null ? -1 : lines.findIndex((line) => line.kind === 'finding' && line.finding.key === current)
  if (at >= 0 && (at < from || at >= to)) setStretch({ from: Math.max(0, at - near), to: at + near })
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ol ref={list} tabIndex={-1}>
      {from > 0 && <More key={`before ${from}`} count={from} onReach={() => setStretch({ from: Math.max(0, from - more), to })} />}
      {lines
        .slice(from, to)
        .map((line) =>
          line.kind === 'rule' ? (
            <RuleRow key={line.rule} {...line} />
          ) : (
            <FindingRow
              key={line.finding.key}
              finding={line.finding}
              row={line.finding.place.kind === 'activity' ? (labels.get(line.finding.place.id) ?? null) : null}
              current={line.finding.key === current}
            />
          ),
        )}
      {to < lines.length && <More key={`after ${to}`} count={lines.length - to} onReach={() => setStretch({ from, to: to + more })} />}
    </ol>
  )
}

/** Stands for findings not drawn yet, and calls for them when it comes into view. */
function More({ count, onReach }: { readonly count: number; readonly onReach: () => void }) {
  const element = useRef<HTMLLIElement>(null)
  const reach = useRef(onReach)
  useEffect(() => {
    reach.current = onReach
  })
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) reach.current()
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return (
    <li ref={element} className="more">
      {words('findings.more', { count })}
    </li>
  )
}

const placeOf = ({ place }: ShownFinding, row: string | null): string =>
  row !== null
    ? words('findings.row', { row })
    : words(place.kind === 'section' ? 'findings.in-text' : place.kind === 'plan' ? 'findings.in-plan' : 'findings.in-mandates')

interface FindingRowProps {
  readonly finding: ShownFinding
  /** What the row is called that it stands in; null outside the calendar. */
  readonly row: string | null
  readonly current: boolean
}

/** Heads the findings of one rule. */
const RuleRow = ({ rule, severity, count, fixable }: Extract<Line, { kind: 'rule' }>) => (
  <li className="rule-row">
    <span className={`severity ${severity}`} role="img" aria-label={words(`severity.${severity}`)} />
    <h3>
      {formatRule(rule, windowLanguage)} <code>{rule}</code> <span className="figure">{count}</span>
    </h3>
    <button type="button" className="link" onClick={() => openFindingsDialog({ kind: 'rule', rule })}>
      {words('findings.about-rule')}
    </button>
    {fixable > 0 && (
      <button type="button" className="button small" onClick={() => openFindingsDialog({ kind: 'fix-all', rule })}>
        {words('findings.fix-all', { count: fixable })}
      </button>
    )}
  </li>
)

const FindingRow = memo(function FindingRow({ finding, row, current }: FindingRowProps) {
  const { severity, sentence, rule, waiver } = finding
  const own = usePlan(({ mode }) => mode === 'own')
  return (
    <li aria-current={current || undefined} data-waived={waiver === null ? undefined : ''}>
      <button type="button" className="finding" onClick={() => goToFinding(finding)}>
        <span className={`severity ${severity}`} role="img" aria-label={words(`severity.${severity}`)} />
        <span className="where">{placeOf(finding, row)}</span>
        <span className="what">
          {sentence} <code>{rule}</code>
          {waiver !== null && <small>{words('findings.waived-because', { reason: waiver.reason })}</small>}
        </span>
      </button>
      {waiver === null ? (
        <Fixes fixes={finding.fixes} />
      ) : (
        own && (
          <button type="button" className="button small" onClick={() => takeBackWaiver(finding)}>
            {words('findings.take-back')}
          </button>
        )
      )}
      <MoreMenu finding={finding} />
    </li>
  )
})

function Fixes({ fixes }: Pick<ShownFinding, 'fixes'>) {
  const [first, ...others] = fixes
  if (first === undefined) return null
  if (others.length === 0)
    return (
      <button type="button" className="button small" title={first.label} onClick={() => applyFix(first)}>
        {first.label}
      </button>
    )
  return (
    <MenuButton
      label={words('findings.fixes')}
      groups={[{ id: 'fixes', entries: fixes.map((fix, index) => ({ id: `${index}`, label: fix.label, run: () => applyFix(fix) })) }]}
    >
      <Button look="small">{words('findings.choose', { count: fixes.length })}</Button>
    </MenuButton>
  )
}

/** What else can be done about a finding. The menu is made when it opens: a list holds many findings, and few are opened. */
function MoreMenu({ finding }: { readonly finding: ShownFinding }) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={words('findings.actions')}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <MenuAt
          label={words('findings.actions')}
          groups={[{ id: 'finding', entries: findingEntries(finding) }]}
          anchor={anchor}
          open
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
