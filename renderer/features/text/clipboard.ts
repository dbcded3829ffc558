import type { Node } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { v7 } from 'uuid'
import { copyBlocks } from '#shared/documents/copied-text.ts'
import { readPastedText } from '#shared/importing/pasted-text.ts'
import { blocksOf, documentOf } from './document.ts'

/** Puts what is chosen on the clipboard. Answers false where nothing is. */
function copy({ state: { selection } }: EditorView, data: DataTransfer | null): boolean {
  if (selection.empty || data === null) return false
  const chosen: { content: unknown } = { content: selection.content().content.toJSON() }
  const { html, text } = copyBlocks(blocksOf({ content: Array.isArray(chosen.content) ? chosen.content : [] }))
  data.clearData()
  data.setData('text/html', html)
  data.setData('text/plain', text)
  return true
}

/** Writes what was pasted or dropped over the selection: its first and last paragraphs go on with the words around them. */
function write(view: EditorView, data: DataTransfer | null): boolean {
  const blocks = readPastedText({ html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' }, v7)
  if (blocks.length === 0) return false
  const document: Node = view.state.schema.nodeFromJSON(documentOf(blocks))
  view.dispatch(view.state.tr.replaceSelection(new Slice(document.content, 1, 1)).scrollIntoView())
  return true
}

/** Copies and pastes in forms of our own: what comes in is read, never shown as it came. */
export const clipboardPlugin = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => {
          if (!copy(view, event.clipboardData)) return false
          event.preventDefault()
          return true
        },
        cut: (view, event) => {
          if (!copy(view, event.clipboardData)) return false
          event.preventDefault()
          view.dispatch(view.state.tr.deleteSelection().scrollIntoView())
          return true
        },
        paste: (view, event) => {
          event.preventDefault()
          write(view, event.clipboardData)
          return true
        },
        drop: (view, event) => {
          // What is dragged within the section keeps its own way.
          if (view.dragging !== null) return false
          event.preventDefault()
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (place === null) return true
          const { tr } = view.state
          view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.pos))))
          write(view, event.dataTransfer)
          return true
        },
      },
    },
  })
