import './findings.css'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Severity } from '#shared/model/severity.ts'
import { keysOf } from '../../app/commands.ts'
import { words } from '../../app/words.ts'
import { rowOf, type ShownFinding, useFindings } from '../../stores/findings.ts'
import { rowLabels, rowPlaces } from '../../stores/row-numbers.ts'
import { usePlan } from '../../stores/plan.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { IconButton } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Splitter } from '../../ui/splitter.tsx'
import { arrange, type Arranged, type Arrangement, everything, severities } from './arrange.ts'
import { FindingsList } from './findings-list.tsx'
import { openFindingsDialog } from './open-dialog.ts'

/** Everything that the check found, in the order of the rows, so that it reads beside the table, or rule by rule. */
export function FindingsPanel() {
  // A long list may take a moment longer than the key press that changed it.
  const findings = useDeferredValue(useFindings((state) => state.findings))
  const waived = useDeferredValue(useFindings((state) => state.waived))
  const broken = useFindings((state) => state.broken)
  const checked = useFindings((state) => state.checked)
  const places = useDeferredValue(rowPlaces(usePlan((state) => state.plan)))
  const labels = useDeferredValue(usePlan(rowLabels))
  const mode = usePlan((state) => state.mode)
  const { findingsOpen: open, findingsHeight: height } = usePreferences()
  const [arrangement, setArrangement] = useState(everything)
  const arranged = useMemo(
    () => arrange(findings, waived, arrangement, (finding) => rowOf(finding, places)),
    [findings, waived, arrangement, places],
  )
  const change = (part: Partial<Arrangement>) => setArrangement({ ...arrangement, ...part })
  const empty = findings.length === 0 && !(arrangement.waived && waived.length > 0)
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
        {checked && <Counts findings={findings} arrangement={arrangement} onChange={change} />}
        <WaivedToggle waived={waived} arrangement={arrangement} onChange={change} />
        <Off />
        {open && (
          <>
            <Segmented
              label={words('findings.group')}
              choices={[
                { id: 'row', label: words('findings.group-row') },
                { id: 'rule', label: words('findings.group-rule') },
              ]}
              chosen={arrangement.grouping}
              onChoose={(grouping) => change({ grouping })}
            />
            <input
              type="search"
              className="findings-text"
              aria-label={words('findings.text')}
              placeholder={words('findings.text-hint')}
              value={arrangement.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </>
        )}
        <Hidden
          arranged={arranged}
          onShowAll={() => setArrangement({ ...everything, grouping: arrangement.grouping, waived: arrangement.waived })}
        />
        <span className="keys" aria-hidden="true">
          {words('findings.next')} <Keys keys={keysOf('next-finding')} /> {words('findings.fix')} <Keys keys={keysOf('fix')} />
        </span>
        {mode === 'own' && (
          <IconButton icon="check" label={words('severities.title')} onPress={() => openFindingsDialog({ kind: 'severities' })} />
        )}
        <IconButton
          icon={open ? 'down' : 'up'}
          label={words(open ? 'findings.collapse' : 'findings.expand')}
          aria-expanded={open}
          onPress={() => prefer({ findingsOpen: !open })}
        />
      </header>
      {open &&
        (empty ? (
          <NoFindings why={broken ? 'broken' : checked ? 'none' : 'pending'} />
        ) : (
          <FindingsList lines={arranged.lines} labels={labels} />
        ))}
    </section>
  )
}

interface ToggleProps {
  readonly arrangement: Arrangement
  readonly onChange: (part: Partial<Arrangement>) => void
}

/** How many findings of each severity there are; pressed in, they are shown. */
function Counts({ findings, arrangement, onChange }: ToggleProps & { readonly findings: readonly ShownFinding[] }) {
  const counts = useMemo(() => Map.groupBy(findings, ({ severity }) => severity), [findings])
  const toggle = (severity: Severity) => {
    const next = new Set(arrangement.severities)
    if (!next.delete(severity)) next.add(severity)
    onChange({ severities: next })
  }
  return severities.map((severity) => {
    const count = counts.get(severity)?.length ?? 0
    return (
      <button
        type="button"
        key={severity}
        className={`count ${severity}`}
        aria-pressed={arrangement.severities.has(severity)}
        aria-label={words(`findings.count-${severity}`, { count })}
        title={words(`findings.count-${severity}`, { count })}
        onClick={() => toggle(severity)}
      >
        {count}
      </button>
    )
  })
}

function WaivedToggle({ waived, arrangement, onChange }: ToggleProps & { readonly waived: readonly ShownFinding[] }) {
  if (waived.length === 0) return null
  return (
    <button
      type="button"
      className="count waived"
      aria-pressed={arrangement.waived}
      onClick={() => onChange({ waived: !arrangement.waived })}
    >
      {words('findings.waived', { count: waived.length })}
    </button>
  )
}

/** Rules that this plan switches off find nothing, and that is said. */
function Off() {
  const off = usePlan(({ plan }) => Object.values(plan?.header.severities ?? {}).filter((severity) => severity === 'off').length)
  const mode = usePlan((state) => state.mode)
  if (off === 0) return null
  // How much a rule matters is the Chair's to say.
  if (mode === 'delegation') return <span>{words('findings.off', { count: off })}</span>
  return (
    <button type="button" className="link" onClick={() => openFindingsDialog({ kind: 'severities' })}>
      {words('findings.off', { count: off })}
    </button>
  )
}

function Hidden({ arranged: { shown, hidden }, onShowAll }: { readonly arranged: Arranged; readonly onShowAll: () => void }) {
  if (hidden === 0) return null
  return (
    <span className="filtered" role="status">
      {words('findings.filtered', { shown, all: shown + hidden })}{' '}
      <button type="button" className="link" onClick={onShowAll}>
        {words('findings.show-all')}
      </button>
    </span>
  )
}

const NoFindings = ({ why }: { readonly why: 'none' | 'pending' | 'broken' }) => (
  <p className={`no-findings ${why}`} {...(why === 'broken' ? { role: 'alert' } : {})}>
    <b>{words(`findings.${why}`)}</b> {words(`findings.${why}-text`)}
  </p>
)
