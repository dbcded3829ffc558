const panes = ['rail', 'sheet', 'findings', 'details', 'tour']

/** Where the focus goes in a pane, best first: what is selected in it, else what can be pressed. */
const targets = ['.cell[tabindex="0"]', '[aria-current] button, a[aria-current], button[aria-current]', 'button:not(:disabled), select']

/** The focus goes to the next pane that is shown, onto what is selected in it. */
export function nextPane(by: 1 | -1): void {
  const shown = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? [])
  // The findings stand within the sheet: the innermost pane is the one with the focus.
  const at = shown.findLastIndex((pane) => pane.contains(document.activeElement))
  const pane = shown[(at + by + shown.length) % shown.length]
  for (const target of targets) {
    const element = pane?.querySelector<HTMLElement>(target)
    if (element === null || element === undefined) continue
    element.focus()
    return
  }
}

/** What is worked on first in a view that was just come to. */
const landings = ['.cell[tabindex="0"]', '[data-entry][tabindex="0"]', '.empty-state .button.primary'].join()

/** Gives the focus to the view when what had it is gone: to what is worked on first there, else to the view itself, where Tab goes on. */
export function landInView(): void {
  const view = document.querySelector('main')
  const { activeElement } = document
  if (view === null || (activeElement !== document.body && activeElement !== view)) return
  const target = view.querySelector<HTMLElement>(landings) ?? view
  target.focus({ preventScroll: true })
}
