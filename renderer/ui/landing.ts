/** What is worked on first in a view that was just come to. */
const landings = ['.cell[tabindex="0"]', '[data-entry][tabindex="0"]', '.empty-state .button.primary'].join()

/** Gives the focus to the view when what had it is gone: to what is worked on first there, else to the view itself, where Tab goes on. */
function landInView(): void {
  const view = document.querySelector('main')
  const { activeElement } = document
  if (view === null || (activeElement !== document.body && activeElement !== view)) return
  // What is still in the page while the next view is loaded is not seen any more.
  const target = [...view.querySelectorAll<HTMLElement>(landings)].find((element) => element.checkVisibility()) ?? view
  target.focus({ preventScroll: true })
}

/** What closes gives the focus back first, in its own time. */
const givenBack = 100

/** Sees to it that the focus is not lost with a view or a dialog that goes. Answers how to call that off. */
export function landSoon(): () => void {
  const timer = setTimeout(landInView, givenBack)
  return () => clearTimeout(timer)
}
