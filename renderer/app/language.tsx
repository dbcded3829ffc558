import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { type Language, languages } from '#shared/model/language.ts'
import { languageOf, prefer, usePreferences } from '../stores/preferences.ts'
import { MenuButton } from '../ui/menu.tsx'
import { words } from './words.ts'

/** Each language by its own name, so that whoever reads no other finds it. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français', pt: 'Português' }

/** The language of the window; the page says it too, for screen readers and hyphenation. */
export function useWindowLanguage(): Language {
  const language = usePreferences(languageOf)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return language
}

const buttonId = 'window-language'

/** The whole window is drawn anew in another language; whoever changed it by keyboard is left where they were. */
function choose(language: Language | null): void {
  prefer({ language })
  setTimeout(() => document.getElementById(buttonId)?.focus(), 50)
}

/** Says the language of the window, and changes it. */
export function LanguageMenu() {
  const chosen = usePreferences((preferences) => preferences.language)
  const language = usePreferences(languageOf)
  const label = words('language.label')
  return (
    <MenuButton
      label={label}
      groups={[
        {
          id: 'language',
          title: label,
          entries: languages.map((option) => ({
            id: option,
            label: ownNames[option],
            checked: option === chosen,
            run: () => choose(option),
          })),
        },
        {
          id: 'system',
          entries: [{ id: 'system', label: words('language.system'), checked: chosen === null, run: () => choose(null) }],
        },
      ]}
    >
      <Button id={buttonId} className="status-button" aria-label={`${label}: ${ownNames[language]}`}>
        {ownNames[language]}
      </Button>
    </MenuButton>
  )
}
