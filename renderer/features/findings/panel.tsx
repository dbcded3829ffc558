import './findings.css'
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Severity } from '#shared/model/severity.ts'
import { words } from '../../app/words.ts'
import { applyFix, goToFinding, rowOf, type ShownFinding, useFindings } from '../../stores/findings.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowNumbers } from '../../stores/row-numbers.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { Splitter } from '../../ui/splitter.tsx'

const severities: readonly Severity[] = ['error', 'warning', 'info']
const everything: ReadonlySet<Severity> = new Set(severities)

/** Everything that the check found, worst first where it counts: in the order of the rows, so that it reads beside the table. */
export function FindingsPanel() {
  // A long list may take a moment longer than the key press that changed it.
  const findings = useDeferredValue(useFindings((state) => state.findings))
  const waived = useFindings((state) => state.waived)
  const broken = useFindings((state) => state.broken)
  const { findingsOpen: open, findingsHeight: height } = usePreferences()
  const [wanted, setWanted] = useState(everything)
  const counts = useMemo(
    () => Object.fromEntries(severities.map((severity) => [severity, findings.filter((one) => one.severity === severity).length])),
    [findings],
  )
  const shown = useMemo(() => findings.filter(({ severity }) => wanted.has(severity)), [findings, wanted])
  const toggle = (severity: Severity) => {
    const next = new Set(wanted)
    if (!next.delete(severity)) next.add(severity)
    setWanted(next)
  }
  return (
    <section className="findings" aria-label={words('findings.title')} data-pane="findings" style={open ? { height } : undefined}>
      {open && (
        <Splitter
          label={words('findings.resize')}
          direction="horizontal"
          value={height}
          least={90}
          most={480}
          onChange={(value) => prefer({ findingsHeight: value })}
        />
      )}
      <header>
        <h2>{words('findings.title')}</h2>
        {severities.map((severity) => (
          <button
            type="button"
            key={severity}
            className={`count ${severity}`}
            aria-pressed={wanted.has(severity)}
            aria-label={words(`findings.count-${severity}`, { count: counts[severity] ?? 0 })}
            title={words(`findings.count-${severity}`, { count: counts[severity] ?? 0 })}
            onClick={() => toggle(severity)}
          >
            {counts[severity]}
          </button>
        ))}
        {shown.length < findings.length && (
          <span className="filtered" role="status">
            {words('findings.filtered', { shown: shown.length, all: findings.length })}{' '}
            <button type="button" className="link" onClick={() => setWanted(everything)}>
              {words('findings.show-all')}
            </button>
          </span>
        )}
        {waived > 0 && <span className="waived">{words('findings.waived', { count: waived })}</span>}
        <span className="keys" aria-hidden="true">
          {words('findings.next')} <Keys keys="F8" /> {words('findings.fix')} <Keys keys="Ctrl+." />
        </span>
        <IconButton
          icon={open ? 'down' : 'up'}
          label={words(open ? 'findings.collapse' : 'findings.expand')}
          aria-expanded={open}
          onPress={() => prefer({ findingsOpen: !open })}
        />
      </header>
      {open && (findings.length === 0 ? <NoFindings broken={broken} /> : <FindingsList findings={shown} />)}
    </section>
  )
}

const NoFindings = ({ broken }: { readonly broken: boolean }) =>
  broken ? (
    <p className="no-findings broken" role="alert">
      <b>{words('findings.broken')}</b> {words('findings.broken-text')}
    </p>
  ) : (
    <p className="no-findings">
      <b>{words('findings.none')}</b> {words('findings.none-text')}
    </p>
  )

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
function FindingsList({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const current = usePlace((place) => place.finding)
  const numbers = useDeferredValue(rowNumbers(usePlan((state) => state.plan)))
  const [{ from, to }, setStretch] = useState<Stretch>({ from: 0, to: near })
  const list = useRef<HTMLOListElement>(null)
  const at = current === null ? -1 : findings.findIndex(({ key }) => key === current)
  if (at >= 0 && (at < from || at >= to)) setStretch({ from: Math.max(0, at - near), to: at + near })
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ol ref={list} tabIndex={-1}>
      {from > 0 && <More key={`before ${from}`} count={from} onReach={() => setStretch({ from: Math.max(0, from - more), to })} />}
      {findings.slice(from, to).map((finding) => (
        <FindingRow key={finding.key} finding={finding} row={rowOf(finding, numbers)} current={finding.key === current} />
      ))}
      {to < findings.length && (
        <More key={`after ${to}`} count={findings.length - to} onReach={() => setStretch({ from, to: to + more })} />
      )}
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

const placeOf = ({ place }: ShownFinding, row: number): string =>
  row > 0
    ? words('findings.row', { row })
    : words(place.kind === 'section' ? 'findings.in-text' : place.kind === 'plan' ? 'findings.in-plan' : 'findings.in-mandates')

interface FindingRowProps {
  readonly finding: ShownFinding
  readonly row: number
  readonly current: boolean
}

const FindingRow = memo(function FindingRow({ finding, row, current }: FindingRowProps) {
  const [first, ...others] = finding.fixes
  return (
    <li aria-current={current || undefined}>
      <button type="button" className="finding" onClick={() => goToFinding(finding)}>
        <span className={`severity ${finding.severity}`} role="img" aria-label={words(`severity.${finding.severity}`)} />
        <span className="where">{placeOf(finding, row)}</span>
        <span className="what">
          {finding.sentence} <code>{finding.rule}</code>
        </span>
      </button>
      {first !== undefined && others.length === 0 && (
        <button type="button" className="button small" title={first.label} onClick={() => applyFix(first)}>
          {first.label}
        </button>
      )}
      {first !== undefined && others.length > 0 && (
        <MenuButton
          label={words('findings.fixes')}
          groups={[
            { id: 'fixes', entries: finding.fixes.map((fix, index) => ({ id: `${index}`, label: fix.label, run: () => applyFix(fix) })) },
          ]}
        >
          <Button look="small">{words('findings.choose', { count: finding.fixes.length })}</Button>
        </MenuButton>
      )}
    </li>
  )
})
