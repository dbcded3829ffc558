import type { KeyboardEvent } from 'react'

/** What a key asks of the paragraph that is being written in. */
export type Command =
  | { readonly kind: 'split' | 'join' | 'note'; readonly text: string; readonly caret: number }
  | { readonly kind: 'level' | 'move' | 'go'; readonly by: 1 | -1; readonly text: string; readonly caret: number }
  | { readonly kind: 'list'; readonly marker: 'bullet' | 'number'; readonly text: string; readonly caret: number }

/** The command that a key means at this place of a paragraph; null where the key only writes. */
export function commandOf(event: KeyboardEvent<HTMLTextAreaElement>, isListLine: boolean): Command | null {
  const { key, shiftKey, altKey, code } = event
  const control = event.ctrlKey || event.metaKey
  const { value: text, selectionStart, selectionEnd } = event.currentTarget
  const at = { text, caret: selectionEnd }
  const by = key === 'ArrowUp' ? -1 : 1
  const isArrow = key === 'ArrowUp' || key === 'ArrowDown'
  if (control && altKey && key.toLowerCase() === 'f') return { kind: 'note', ...at }
  if (control && shiftKey && code === 'Digit8') return { kind: 'list', marker: 'bullet', ...at }
  if (control && shiftKey && code === 'Digit7') return { kind: 'list', marker: 'number', ...at }
  if (control) return null
  if (altKey) return isArrow ? { kind: 'move', by, ...at } : null
  if (key === 'Enter') return { kind: 'split', text: text.slice(0, selectionStart) + text.slice(selectionEnd), caret: selectionStart }
  if (key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) return { kind: 'join', ...at }
  if (key === 'Tab' && isListLine) return { kind: 'level', by: shiftKey ? -1 : 1, ...at }
  if (isArrow && selectionStart === selectionEnd && selectionEnd === (by === -1 ? 0 : text.length)) return { kind: 'go', by, ...at }
  return null
}
