import { useEffect, useRef } from 'react'

/**
 * Keeps what is typed into a cell until its editor goes away, whichever way that is (a key, a click elsewhere, another view, the
 * window closing), and hands it over then. A draft that was never touched, or that was discarded, is not handed over. The key that opened the
 * editor may have begun one.
 */
export function useDraft<Draft>(
  keep: (draft: Draft) => void,
  begun: Draft | null,
): { readonly draft: (draft: Draft) => void; readonly discard: () => void } {
  const draft = useRef<{ readonly value: Draft } | null>(begun === null ? null : { value: begun })
  const keeper = useRef(keep)
  useEffect(() => {
    keeper.current = keep
  })
  useEffect(
    () => () => {
      if (draft.current !== null) keeper.current(draft.current.value)
      draft.current = null
    },
    [],
  )
  return {
    draft: (value) => {
      draft.current = { value }
    },
    discard: () => {
      draft.current = null
    },
  }
}
