import { useEffect } from 'react'
import { usePreferences } from '../stores/preferences.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Puts the chosen theme on the page, or follows the system as it changes. */
export function useTheme(): void {
  const theme = usePreferences((preferences) => preferences.theme)
  useEffect(() => {
    const put = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    put()
    dark.addEventListener('change', put)
    return () => dark.removeEventListener('change', put)
  }, [theme])
}
