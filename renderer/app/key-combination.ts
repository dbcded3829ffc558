/** A key press, as the browser tells it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & Partial<Pick<KeyboardEvent, 'code'>>

const signs: Readonly<Record<string, string>> = { '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight', Esc: 'Escape' }

/** Whether a press is the combination written as `Ctrl+Shift+Z`; the command key stands for Ctrl. */
export function isPressed(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+')
  const wanted = signs[parts.at(-1) ?? ''] ?? parts.at(-1) ?? ''
  // a sign such as "?" is typed with Shift on many keyboards and without it on others
  const isSign = wanted.length === 1 && !/[a-z\d]/i.test(wanted)
  // Shift makes another sign of a digit, on every keyboard a different one.
  const isKey = press.key.toLowerCase() === wanted.toLowerCase() || (/^\d$/.test(wanted) && press.code === `Digit${wanted}`)
  return (
    isKey &&
    (press.ctrlKey || press.metaKey) === parts.includes('Ctrl') &&
    press.altKey === parts.includes('Alt') &&
    (isSign || press.shiftKey === parts.includes('Shift'))
  )
}
