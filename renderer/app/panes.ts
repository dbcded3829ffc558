const panes = ['rail', 'sheet', 'findings', 'details', 'tour']

/** The focus goes to the next pane that is shown, onto what is selected in it. */
export function nextPane(by: 1 | -1): void {
  const shown = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? [])
  const at = shown.findIndex((pane) => pane.contains(document.activeElement))
  const pane = shown[(at + by + shown.length) % shown.length]
  pane?.querySelector<HTMLElement>('.cell[tabindex="0"], [aria-current] button, a[aria-current], button:not(:disabled), select')?.focus()
}
