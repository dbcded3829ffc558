import { useState } from 'react'
import type { Language } from '#shared/model/language.ts'
import { LanguageSelect } from '../../app/language-select.tsx'
import { words } from '../../app/words.ts'
import { createPlan } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'
import { useCreation } from './use-creation.ts'

const thisYear = new Date().getFullYear()

interface Props {
  readonly template: 'empty' | 'usual'
  readonly focusTitle: boolean
  readonly onClose: () => void
}

/** Asks for what a plan from nothing or from the usual year needs: a title, its term, its language. */
export function FromTemplate({ template, focusTitle, onClose }: Props) {
  const [year, setYear] = useState(thisYear)
  const [title, setTitle] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Language>('en')
  const shownTitle = title ?? words('new-plan.default-title', { from: String(year), to: String(year + 1) })
  const { failed, submit } = useCreation(() => createPlan(shownTitle.trim(), year, chosen, template), onClose)
  return (
    <form className="form" onSubmit={submit}>
      <label>
        {words('new-plan.name')}
        <input autoFocus={focusTitle} required maxLength={300} value={shownTitle} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <div className="pair">
        <label>
          {words('new-plan.term')}
          <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {[-2, -1, 0, 1, 2].map((offset) => (
              <option key={offset} value={thisYear + offset}>
                {`${thisYear + offset}–${thisYear + offset + 1}`}
              </option>
            ))}
          </select>
        </label>
        <LanguageSelect label={words('new-plan.language')} value={chosen} onChange={setChosen} />
      </div>
      {failed && (
        <p className="form-error" role="alert">
          {words('new-plan.failed')}
        </p>
      )}
      <footer>
        <Button onPress={onClose}>{words('dialog.cancel')}</Button>
        <Button look="primary" type="submit">
          {words('new-plan.create')}
        </Button>
      </footer>
    </form>
  )
}
