import type { Node } from '@tiptap/pm/model'
import { outlineLabels } from '#shared/documents/outline.ts'

/** What stands before each block of a section: the number, letter or bullet of a list line, as it is printed. */
export function labelsOf(doc: Node): string[] {
  const labels: string[] = []
  let run: { level: number; marker: 'none' | 'number' | 'bullet' | 'letter' }[] = []
  const finish = () => {
    labels.push(...outlineLabels(run))
    run = []
  }
  doc.forEach(({ attrs }) => {
    if (attrs['kind'] === 'item') run.push({ level: attrs['level'], marker: attrs['marker'] })
    else {
      finish()
      labels.push('')
    }
  })
  finish()
  return labels
}

function sameNotes(before: Node, after: Node): boolean {
  const notesOf = (block: Node): string => {
    let ids = ''
    block.forEach((child) => {
      if (!child.isText) ids += `${child.attrs['id']} `
    })
    return ids
  }
  return notesOf(before) === notesOf(after)
}

/** Whether nothing but words changed: the same blocks of the same kinds with the same notes, and none that became or ceased to be empty. */
export function sameOutline(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index++) {
    const [former, latter] = [before.child(index), after.child(index)]
    if (former === latter) continue
    if (!former.sameMarkup(latter) || !sameNotes(former, latter)) return false
  }
  return true
}

/** Whether some words have other looks or links: another block with the same words, in an outline that is the same. */
export const looksChanged = (before: Node, after: Node): boolean =>
  after.children.some((block, index) => before.child(index) !== block && before.child(index).textContent === block.textContent)
