import { type ShownFinding, useFindings } from '../../stores/findings.ts'
import { usePlace } from '../../stores/place.ts'

/** The findings that keys act on: the one last gone to first, then those of the selected row. */
export function findingsHere(): ShownFinding[] {
  const { findings, waived } = useFindings.getState()
  const { row, finding: current } = usePlace.getState()
  return [...findings, ...waived]
    .filter(({ key, place }) => key === current || (place.kind === 'activity' && place.id === row))
    .sort((a, b) => Number(b.key === current) - Number(a.key === current))
}
