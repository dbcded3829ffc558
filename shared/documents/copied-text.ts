import { isSafeLink } from '../lib/links.ts'
import type { Block, Mark } from '../model/section.ts'
import { piecesOf } from '../operations/marks.ts'
import { escaped } from './copied-rows.ts'
import { outlineLabels } from './outline.ts'

/** Blocks as two forms for the clipboard. */
interface Copied {
  readonly html: string
  readonly text: string
}

function tagOf(mark: Mark): readonly [open: string, close: string] {
  if (mark.kind === 'link') return isSafeLink(mark.href) ? [`<a href="${escaped(mark.href)}">`, '</a>'] : ['', '']
  return mark.kind === 'bold' ? ['<b>', '</b>'] : ['<i>', '</i>']
}

/** A block's words with their links and looks; a note stands in its mark, so that pasting it here brings it back. */
const inline = (block: Block): string =>
  piecesOf(block)
    .map((piece) => {
      if (piece.kind === 'note') return `<sup data-note="${escaped(piece.note.text || ' ')}">*</sup>`
      const tags = piece.marks.map(tagOf)
      return [...tags.map(([open]) => open), escaped(piece.text), ...tags.map(([, close]) => close).toReversed()].join('')
    })
    .join('')

const listTags: Readonly<Record<Block['marker'], readonly [open: string, name: string]>> = {
  none: ['<ul style="list-style-type: none">', 'ul'],
  bullet: ['<ul>', 'ul'],
  number: ['<ol>', 'ol'],
  letter: ['<ol type="a">', 'ol'],
}

/** Lines as lists within lists, which word processors keep. */
function lists(lines: readonly Block[]): string {
  let html = ''
  const open: { readonly marker: Block['marker']; readonly close: string }[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()?.close}>`
  }
  for (const line of lines) {
    const depth = Math.min(line.level, open.length)
    closeTo(depth + 1)
    if (open[depth] !== undefined && open[depth].marker !== line.marker) closeTo(depth)
    if (open[depth] === undefined) {
      const [tag, close] = listTags[line.marker]
      html += tag
      open.push({ marker: line.marker, close })
    } else html += '</li>'
    html += `<li>${inline(line)}`
  }
  closeTo(0)
  return html
}

const asHtml = (block: Block): string => {
  if (block.kind === 'heading') return `<h${Math.min(6, block.level + 2)}>${inline(block)}</h${Math.min(6, block.level + 2)}>`
  return block.kind === 'quotation' ? `<blockquote>${inline(block)}</blockquote>` : `<p>${inline(block)}</p>`
}

/** Runs of list lines, and the other blocks one by one. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block)
    else runs.push([block])
  }
  return runs
}

/** What is copied from the plan's text: HTML that Word, Writer and mail programs show with its structure, and plain text. */
export function copyBlocks(blocks: readonly Block[]): Copied {
  const [only] = blocks
  if (blocks.length === 1 && only !== undefined) return { html: inline(only), text: only.text }
  const runs = runsOf(blocks)
  return {
    html: runs.map((run) => (run[0]?.kind === 'item' ? lists(run) : run.map(asHtml).join(''))).join(''),
    text: runs
      .flatMap((run) => {
        if (run[0]?.kind !== 'item') return run.map(({ text }) => text)
        const labels = outlineLabels(run)
        return run.map(({ level, text }, index) => `${'  '.repeat(level)}${labels[index] ?? ''} ${text}`.trimEnd())
      })
      .join('\n'),
  }
}
