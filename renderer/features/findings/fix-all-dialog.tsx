import { useMemo, useState } from 'react'
import { words } from '../../app/words.ts'
import { fixablePlaces, type FixablePlace, fixAll } from '../../stores/finding-edits.ts'
import { useFindings } from '../../stores/findings.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Difference, previewOf } from './preview.ts'

/** Everything that would be written to settle one rule's findings, place by place: each can be left out, or written otherwise. */
export function FixAllDialog({ rule, onClose }: { readonly rule: string; readonly onClose: () => void }) {
  const raw = useFindings((state) => state.raw)
  const places = useMemo(() => fixablePlaces(raw, rule), [raw, rule])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [choices, setChoices] = useState<ReadonlyMap<string, number>>(new Map())
  const chosen = places.filter(({ key }) => !left.has(key))
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const write = () => {
    const count = fixAll(rule, new Map(chosen.map(({ key }) => [key, choices.get(key) ?? 0])))
    usePlace.setState({ notice: words('fix-all.done', { count }) })
    onClose()
  }
  return (
    <Dialog title={words('fix-all.title', { rule })} closeLabel={words('dialog.close')} onClose={onClose} wide>
      <p className="aside">{words('fix-all.text')}</p>
      <ul className="fix-places">
        {places.map((place, index) => (
          <Place
            key={`${place.key} ${index}`}
            place={place}
            wanted={!left.has(place.key)}
            choice={choices.get(place.key) ?? 0}
            onToggle={() => toggle(place.key)}
            onChoose={(choice) => setChoices(new Map(choices).set(place.key, choice))}
          />
        ))}
      </ul>
      <footer>
        <Button onPress={onClose}>{words('dialog.cancel')}</Button>
        <Button look="primary" autoFocus isDisabled={chosen.length === 0} onPress={write}>
          {words('fix-all.button', { count: chosen.length })}
        </Button>
      </footer>
    </Dialog>
  )
}

interface PlaceProps {
  readonly place: FixablePlace
  readonly wanted: boolean
  readonly choice: number
  readonly onToggle: () => void
  readonly onChoose: (choice: number) => void
}

function Place({ place: { finding, sentence, labels }, wanted, choice, onToggle, onChoose }: PlaceProps) {
  const plan = usePlan((state) => state.plan)
  const fix = finding.fixes[choice]
  const differences = useMemo(
    () => (plan === null || fix === undefined ? [] : previewOf(plan, fix.changes, plan.header.language)),
    [plan, fix],
  )
  return (
    <li data-left={wanted ? undefined : ''}>
      <label>
        <input type="checkbox" checked={wanted} onChange={onToggle} />
        <span className="where">{finding.row > 0 ? words('findings.row', { row: finding.row }) : words('findings.in-plan')}</span>
        <span>{sentence}</span>
      </label>
      {labels.length > 1 ? (
        <select
          aria-label={words('fix-all.choice', { finding: sentence })}
          value={choice}
          onChange={({ target }) => onChoose(Number(target.value))}
        >
          {labels.map((label, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <span className="label">{labels[0]}</span>
      )}
      {differences.map((difference, index) => (
        // the differences of one fix stand in the order of the plan
        <Change key={index} difference={difference} />
      ))}
    </li>
  )
}

const Change = ({ difference: { lead, was, now, tail } }: { readonly difference: Difference }) => (
  <p className="change">
    {lead}
    {was !== '' && <del>{was}</del>}
    {was !== '' && now !== '' && ' '}
    {now !== '' && <ins>{now}</ins>}
    {tail}
  </p>
)
