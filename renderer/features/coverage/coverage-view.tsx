import './coverage.css'
import { useMemo } from 'react'
import { words } from '../../app/words.ts'
import { show } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { linesOf } from './lines.ts'
import { Matrix } from './matrix.tsx'
import { Reading } from './reading.tsx'
import { useCoverageState } from './state.ts'
import { Strength } from './strength.tsx'
import { useCoverage } from './use-coverage.ts'

/** Whether the calendar does what the plan's mandates ask for, and on whose authority it does the rest. */
export function CoverageView() {
  const coverage = useCoverage()
  const { side, opened, openOnly, line } = useCoverageState()
  const activities = usePlan(({ plan }) => plan?.activities.length ?? 0)
  const shown = useMemo(() => (coverage === null ? null : linesOf(coverage, opened, openOnly)), [coverage, opened, openOnly])
  if (coverage === null || shown === null) return null
  const { months, open, all } = coverage
  const { lines, hidden } = shown
  const selected = lines.find(({ key }) => key === line) ?? lines[0]
  const facts = [words('coverage.count', { open, all }), ...(hidden > 0 ? [words('coverage.hidden', { count: hidden })] : [])]
  return (
    <>
      <header className="head">
        <h1>{words('coverage.title')}</h1>
        <p>{all === 0 ? words('mandates.count', { count: 0 }) : facts.join(' · ')}</p>
        <div className="actions">
          {side === 'mandates' && all > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={openOnly}
                onChange={(event) => useCoverageState.setState({ openOnly: event.target.checked })}
              />
              {words('coverage.open-only')}
            </label>
          )}
          <Segmented
            label={words('coverage.sides')}
            choices={[
              { id: 'mandates', label: words('coverage.side-mandates') },
              { id: 'activities', label: words('coverage.side-activities') },
            ]}
            chosen={side}
            onChoose={(choice) => useCoverageState.setState({ side: choice })}
          />
        </div>
      </header>
      {side === 'activities' ? (
        <div className="sheet-scroll">
          {activities > 0 ? (
            <Strength />
          ) : (
            <EmptyState title={words('calendar.empty-title')} text={words('calendar.empty-text')}>
              <Button look="primary" onPress={() => show('calendar')}>
                {words('coverage.to-calendar')}
              </Button>
            </EmptyState>
          )}
        </div>
      ) : (
        <div className="coverage-body">
          <div className="sheet-scroll">
            {all === 0 ? (
              <EmptyState title={words('coverage.empty-title')} text={words('coverage.empty-text')}>
                <Button look="primary" onPress={() => show('mandates')}>
                  {words('coverage.to-mandates')}
                </Button>
                <p className="example">{words('coverage.empty-example')}</p>
              </EmptyState>
            ) : lines.length === 0 ? (
              <EmptyState title={words('coverage.all-served-title')} text={words('coverage.all-served-text', { all })}>
                <Button onPress={() => useCoverageState.setState({ openOnly: false })}>{words('findings.show-all')}</Button>
              </EmptyState>
            ) : (
              <Matrix lines={lines} months={months} />
            )}
          </div>
          {selected !== undefined && <Reading line={selected} months={months} />}
        </div>
      )}
    </>
  )
}
