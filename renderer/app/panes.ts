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
