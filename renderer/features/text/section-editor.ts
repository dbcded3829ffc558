import { Editor, Extension, InputRule } from '@tiptap/core'
import { toggleMark } from '@tiptap/pm/commands'
import { type Command, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { v7 } from 'uuid'
import type { ReadCitation } from '#shared/citations/read.ts'
import { equal } from '#shared/lib/equal.ts'
import { isSafeLink } from '#shared/lib/links.ts'
import type { Block } from '#shared/model/section.ts'
import { runByKeys } from '../../app/commands.ts'
import { redo, undo } from '../../stores/plan.ts'
import { clipboardPlugin } from './clipboard.ts'
import { citationAt, findingsPlugin, knownPlugin, outlinePlugin, soughtPlugin } from './decorations.ts'
import { documentOf } from './document.ts'
import {
  chooseAll,
  deleteNoteAhead,
  insertNote,
  joinUp,
  linkHere,
  moveBlocks,
  setKind,
  setLink,
  setMarker,
  shiftLevel,
  splitBlock,
  withOwnIds,
} from './editing.ts'
import { textSchema } from './schema.ts'
import { type Look, type TextCommand, useWriting, type Writer } from './writing.ts'

/** What an editor tells the view around it. */
export interface Around {
  /** A citation was asked for, by a click or a key. */
  readonly onCitation: (citation: ReadCitation, element: Element) => void
  /** The text of a footnote is to be written. */
  readonly onNote: (id: string) => void
  /** Esc: the text is left. */
  readonly onLeave: () => void
  /** Keys that belong to the list of suggestions while it stands open. */
  readonly press: (event: KeyboardEvent) => boolean
  /** Writes what was typed, before undo. */
  readonly commit: () => void
  /** The words of each block as the check has seen them. */
  readonly checked: () => ReadonlyMap<string, string>
}

/** The element of the citation at a position, to show its text beside. */
const citedElement = (view: EditorView, at: number): Element | null => {
  const { node } = view.domAtPos(at)
  return (node instanceof Element ? node : node.parentElement)?.closest('.cited') ?? null
}

function openCitation(view: EditorView, { onCitation }: Around): boolean {
  const { from } = view.state.selection
  for (const at of [from, from + 1, from - 1]) {
    const citation = citationAt(view.state, Math.max(0, Math.min(at, view.state.doc.content.size)))
    const element = citation === null ? null : citedElement(view, at)
    if (citation !== null && element !== null) {
      onCitation(citation, element)
      return true
    }
  }
  return false
}

function lookOf({ state }: Editor): Look {
  const { $from, empty, from, to } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  const has = (name: string): boolean => {
    const type = state.schema.marks[name]
    return type !== undefined && (empty ? type.isInSet(marks) !== undefined : state.doc.rangeHasMark(from, to, type))
  }
  const { attrs: attributes } = state.doc.child(Math.min($from.index(0), state.doc.childCount - 1))
  return {
    kind: attributes['kind'],
    level: attributes['level'],
    marker: attributes['marker'],
    bold: has('bold'),
    italic: has('italic'),
    link: linkHere(state)?.href ?? null,
  }
}

const commandsOf = (editor: Editor, around: () => Around): Readonly<Record<TextCommand, () => void>> => {
  const run = (command: Command) => command(editor.state, editor.view.dispatch, editor.view)
  const look = (name: 'bold' | 'italic') => () => {
    const type = editor.schema.marks[name]
    if (type !== undefined) run(toggleMark(type))
  }
  return {
    bold: look('bold'),
    italic: look('italic'),
    link: () => useWriting.setState({ linking: true }),
    heading: () => run(setKind('heading', 0)),
    subheading: () => run(setKind('heading', 1)),
    quotation: () => run(setKind('quotation')),
    bullets: () => run(setMarker('bullet')),
    numbers: () => run(setMarker('number')),
    letters: () => run(setMarker('letter')),
    inward: () => run(shiftLevel(1)),
    outward: () => run(shiftLevel(-1)),
    footnote: () => {
      const id = v7()
      run(insertNote(id))
      around().onNote(id)
    },
    cite: () => {
      const { from, $from } = editor.state.selection
      const before = $from.parent.textBetween(0, $from.parentOffset).at(-1)
      editor.view.dispatch(editor.state.tr.insertText(before === undefined || /[\s(]/.test(before) ? '@' : ' @', from))
    },
    'open-citation': () => openCitation(editor.view, around()),
    'move-up': () => run(moveBlocks(-1)),
    'move-down': () => run(moveBlocks(1)),
  }
}

/** What a mark typed at the beginning of a paragraph makes of it. */
const typedMarkers: readonly (readonly [RegExp, Exclude<Block['marker'], 'none'>])[] = [
  [/^[-*•]\s$/, 'bullet'],
  [/^1[.)]\s$/, 'number'],
  [/^a[.)]\s$/, 'letter'],
]

const editing = (around: () => Around) =>
  Extension.create({
    name: 'editing',
    priority: 1000,
    addInputRules: () =>
      typedMarkers.map(
        ([find, marker]) =>
          new InputRule({
            find,
            handler: ({ state, range }) => {
              const { $from } = state.selection
              if ($from.parent.attrs['kind'] !== 'paragraph') return
              state.tr
                .delete(range.from, range.to)
                .setNodeMarkup($from.before(1), null, { ...$from.parent.attrs, kind: 'item', level: 0, marker })
            },
          }),
      ),
    addProseMirrorPlugins() {
      const keys: Readonly<Record<string, Command>> = {
        Enter: splitBlock,
        'Shift+Enter': splitBlock,
        Backspace: joinUp,
        Delete: deleteNoteAhead,
        Tab: shiftLevel(1),
        'Shift+Tab': shiftLevel(-1),
      }
      const press = (view: EditorView, event: KeyboardEvent): boolean => {
        if (event.isComposing) return false
        if (around().press(event)) return true
        const control = event.ctrlKey || event.metaKey
        if (event.key === 'Escape') {
          around().onLeave()
          return true
        }
        if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'a') return chooseAll(view.state, view.dispatch)
        if (control && !event.altKey && /^[zy]$/i.test(event.key)) {
          around().commit()
          if (event.key.toLowerCase() === 'y' || event.shiftKey) redo()
          else undo()
          return true
        }
        const command = control || event.altKey ? undefined : keys[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]
        if (command !== undefined) return command(view.state, view.dispatch, view)
        return runByKeys(event, ({ where }) => where === 'text')
      }
      /** A click on the citation that is being written in only moves the caret. */
      let written: ReadCitation | null = null
      return [
        outlinePlugin(),
        knownPlugin(),
        findingsPlugin(() => around().checked()),
        soughtPlugin(),
        clipboardPlugin(),
        new Plugin({
          appendTransaction: (transactions, _, state) => (transactions.some(({ docChanged }) => docChanged) ? withOwnIds(state) : null),
          props: {
            handleKeyDown: press,
            handleDOMEvents: {
              mousedown: (view) => {
                written = view.hasFocus() ? citationAt(view.state, view.state.selection.from) : null
                return false
              },
              // The browser's own commands for bold, undo and the like would change what is drawn behind our back.
              beforeinput: (_, event) => {
                if (!/^(?:history|format)/.test(event.inputType)) return false
                event.preventDefault()
                return true
              },
            },
            handleClick: (view, at, event) => {
              const link = event.target instanceof Element ? event.target.closest('a')?.href : undefined
              if (link !== undefined && (event.ctrlKey || event.metaKey) && isSafeLink(link)) {
                window.open(link, '_blank', 'noopener')
                return true
              }
              const citation = citationAt(view.state, at)
              const element = event.target instanceof Element ? event.target.closest('.cited') : null
              if (citation === null || element === null || citation === written || !view.state.selection.empty) return false
              view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)))
              around().onCitation(citation, element)
              return true
            },
            handleClickOn: (_view, _at, node) => {
              if (node.type.name !== 'footnote') return false
              around().onNote(String(node.attrs['id']))
              return true
            },
          },
        }),
      ]
    },
  })

/** Opens an editor on blocks of the plan's text. Undo is the plan's own, so the editor keeps no history. */
export function openEditor(element: Element, blocks: readonly Block[], around: () => Around): Editor {
  const editor = new Editor({
    element,
    extensions: [...textSchema, editing(around)],
    content: documentOf(blocks),
    injectCSS: false,
    enablePasteRules: false,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', class: 'written', spellcheck: 'true' } },
  })
  const commands = commandsOf(editor, around)
  const writer: Writer = {
    run: (command) => {
      if (command !== 'footnote' && command !== 'link' && command !== 'open-citation') editor.view.focus()
      commands[command]()
    },
    setLink: (href) => {
      setLink(href)(editor.state, editor.view.dispatch)
      editor.view.focus()
    },
    focus: () => editor.view.focus(),
  }
  const show = () => {
    if (useWriting.getState().writer !== writer) return
    const look = lookOf(editor)
    if (!equal(look, useWriting.getState().look)) useWriting.setState({ look })
  }
  editor.on('focus', () => {
    useWriting.setState({ writer })
    show()
  })
  editor.on('transaction', show)
  editor.on('destroy', () => {
    if (useWriting.getState().writer === writer) useWriting.setState({ writer: null, look: null, linking: false })
  })
  return editor
}
