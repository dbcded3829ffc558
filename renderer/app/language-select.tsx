import { type Language, language as languageOf, languages } from '#shared/model/language.ts'
import { words } from './words.ts'

interface LanguageSelectProps {
  readonly label: string
  readonly value: Language
  readonly onChange: (language: Language) => void
}

/** Chooses one of the four official languages, each named in the window's. */
export const LanguageSelect = ({ label, value, onChange }: LanguageSelectProps) => (
  <label>
    {label}
    <select value={value} onChange={(event) => onChange(languageOf.parse(event.target.value))}>
      {languages.map((code) => (
        <option key={code} value={code}>
          {words(`language.${code}`)}
        </option>
      ))}
    </select>
  </label>
)
