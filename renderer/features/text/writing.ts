import { create } from 'zustand'
import type { Block } from '#shared/model/section.ts'

/** What can be done to the text that is being written. */
export const textCommands = [
  'bold',
  'italic',
  'link',
  'heading',
  'subheading',
  'quotation',
  'bullets',
  'numbers',
  'letters',
  'inward',
  'outward',
  'footnote',
  'cite',
  'open-citation',
  'move-up',
  'move-down',
] as const
export type TextCommand = (typeof textCommands)[number]

/** How the words at the caret look. */
export interface Look extends Pick<Block, 'kind' | 'level' | 'marker'> {
  readonly bold: boolean
  readonly italic: boolean
  readonly link: string | null
}

/** A section's editor, as the toolbar and the commands know it. */
export interface Writer {
  readonly run: (command: TextCommand) => void
  readonly setLink: (href: string | null) => void
  readonly focus: () => void
}

interface Writing {
  /** The editor that was last written in; null before there was one. */
  readonly writer: Writer | null
  readonly look: Look | null
  /** Whether the address of a link is being asked for. */
  readonly linking: boolean
}

/** What is being written in the plan's text. Knows nothing of the editor itself, which is loaded with the view. */
export const useWriting = create<Writing>(() => ({ writer: null, look: null, linking: false }))

export const runInText = (command: TextCommand): void => useWriting.getState().writer?.run(command)
