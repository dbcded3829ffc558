import type { Block, DocumentBlocks } from '#shared/documents/blocks.ts'

/** A document of the blocks passed, and as little else as a document can have. */
export const aDocument = (blocks: readonly Block[], more: Partial<DocumentBlocks> = {}): DocumentBlocks => ({
  language: 'en',
  title: 'Plan',
  masthead: { body: 'Council', committee: 'Committee', lines: ['DOC/1'], symbol: 'DOC/1' },
  footer: 'DOC/1',
  date: '2026-09-14',
  orientation: 'portrait',
  blocks,
  footnotes: [],
  ...more,
})
