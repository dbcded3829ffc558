import type { DocumentNews } from '#shared/contract/documents.ts'
import { revisionName } from '#shared/model/revision.ts'
import { createDocumentWriter, NotWritten } from '../jobs/documents.ts'
import { fileName } from './file-name.ts'
import { type Services, server } from './services.ts'

/** Documents made of plans, written in a thread of their own. */
export function documentsApi({ store }: Services) {
  const writer = createDocumentWriter()
  return {
    write: server.documents.write.handler(async function* ({
      input: { planId, format, options },
      signal,
      errors,
    }): AsyncGenerator<DocumentNews, void> {
      const outcome = store.plan(planId)
      if (!outcome.ok) throw errors.NO_SUCH_PLAN()
      const plan = outcome.value
      // The layouts are loaded with the first document, not with the program.
      const { ending, mediaType } = (await import('../files/formats.ts')).formats[format]
      const { since, ...asked } = options
      const then = since === undefined ? null : store.planAtRevision(planId, since)
      if (then?.ok === false) throw errors.TEXT_NOT_HELD()
      const named = plan.revisions.find(({ id }) => id === since)
      const former = then === null || named === undefined ? {} : { former: { plan: then.value, name: revisionName(named) } }
      try {
        for await (const news of writer.write({ plan, store: store.folder, format, options: { ...asked, ...former } }, signal)) {
          if (news.kind === 'progress') {
            yield news
            continue
          }
          const { bytes, pages, missingCharacters, leftOut = [] } = news
          yield {
            kind: 'written',
            name: fileName(plan.header.title, ending),
            mediaType,
            base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
            pages,
            missingCharacters: [...missingCharacters],
            leftOut: leftOut.map(({ row }) => row),
          }
        }
      } catch (error) {
        if (!(error instanceof NotWritten)) throw error
        process.stderr.write(`${error.message}\n`)
        throw errors.NOT_WRITTEN()
      }
    }),
  }
}
