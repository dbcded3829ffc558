import type { Collected, Inspection } from '#shared/contract/exchange.ts'
import type { Result } from '#shared/lib/result.ts'
import { refusal } from '#shared/locales/refusal.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { collectFile, notCollected } from '../exchange/collect-file.ts'
import { watchedFolders } from '../exchange/folders.ts'
import { type Desk, differenceOf, receive } from '../exchange/receive.ts'
import { newestRevision, readReceived, type ReceivedFile } from '../exchange/received-file.ts'
import { planText, registerText, type Sender, sendProposals } from '../exchange/send.ts'
import type { ReadError } from '../files/read-plan.ts'
import { readSource } from '../files/read-source.ts'
import type { Store } from '../store/open.ts'
import { fileName } from './file-name.ts'
import { authorOf } from './identity.ts'
import { type Services, server } from './services.ts'

/** Files received last that the window lists. */
const recentFiles = 20

/** How a plan that came stands to the library. */
function heldOf(store: Store, { file }: ReceivedFile): Inspection['held'] {
  const planId = file.kind === 'plan' ? file.plan.header.id : file.kind === 'proposals' ? file.base.plan : null
  const held = planId === null ? null : store.plan(planId)
  if (planId === null || held === null || !held.ok) return null
  const mode = store.mode(planId)
  const { title } = held.value.header
  if (file.kind !== 'plan') return { mode, title, difference: 'same' }
  const heldAt = store.origin(planId)?.exportedAt ?? null
  return { mode, title, difference: differenceOf(held.value, file.plan, heldAt, file.exportedAt) }
}

const countsOf = ({ file }: ReceivedFile): Inspection['counts'] => ({
  rows: file.kind === 'plan' ? file.plan.activities.length : 0,
  proposals: file.kind === 'plan' ? file.plan.proposals.length : file.kind === 'proposals' ? file.proposals.length : 0,
  decisions: file.kind === 'plan' ? file.plan.decisions.length : 0,
  objections: file.kind === 'plan' ? file.plan.objections.length : file.kind === 'proposals' ? file.objections.length : 0,
  instruments: file.kind === 'proposals' ? 0 : file.instruments.length,
})

/** A file as the window shows it before it is received. */
function inspectionOf(store: Store, came: ReceivedFile): Inspection {
  const { name, file, sender, signature } = came
  const { kind, exportedAt, generator } = file
  const plan = kind === 'plan' ? file.plan : null
  const base = kind === 'proposals' ? file.base : null
  return {
    name,
    kind,
    planId: plan?.header.id ?? base?.plan ?? null,
    title: plan?.header.title ?? base?.title ?? '',
    sender,
    exportedAt,
    generator,
    signature,
    revision: plan === null ? null : newestRevision(plan),
    base,
    counts: countsOf(came),
    setAside: file.setAside.map(({ list, index, reason, content }) => ({ list, index, reason, content: JSON.stringify(content) })),
    mended: file.mended.length,
    held: heldOf(store, came),
    records: plan === null ? [] : recordsOf(plan),
    instruments: kind === 'proposals' ? [] : [...file.instruments],
  }
}

const asFile = (text: string, name: string): File => new File([text], name, { type: 'application/vnd.mandato+json' })

/** Sending and receiving plan files. */
export function exchangeApi({ store, keys, register, version, now, makeId, opened, chooseFolder }: Services) {
  const desk: Desk = { store, now, makeId }
  const folders = watchedFolders(store)

  const read = async (file: File): Promise<Result<ReceivedFile, ReadError>> =>
    readReceived(new Uint8Array(await file.arrayBuffer()), file.name, {
      own: keys.key()?.fingerprint ?? null,
      known: store.knownKeys(),
    })

  /** Who sends what is exported here. Without an identity nothing is signed: a key says nothing about nobody. */
  function sender(): Sender {
    const author = authorOf({ store, keys })
    const key = author === null ? null : keys.key()
    return { author, sign: (text) => key?.sign(text) ?? null, generator: `Mandato ${version}` }
  }
  const isSigned = ({ author }: Sender): boolean => author !== null && author.key !== null

  /** A file out of the watched folder; the sentence says why it cannot be had. */
  async function fromFolder(planId: string, name: string): Promise<File | Collected> {
    const path = await folders.pathOf(planId, name)
    if (path === null) return notCollected(name, refusal('missing', { name }))
    const source = await readSource(path)
    return source.ok ? new File([new Uint8Array(source.value.bytes)], name) : notCollected(name, source.error)
  }

  return {
    inspect: server.exchange.inspect.handler(async ({ input: { file }, errors }) => {
      const came = await read(file)
      if (!came.ok) throw errors.UNUSABLE_FILE({ data: came.error })
      return inspectionOf(store, came.value)
    }),

    receive: server.exchange.receive.handler(async ({ input: { file, as }, errors }) => {
      const came = await read(file)
      if (!came.ok) throw errors.UNUSABLE_FILE({ data: came.error })
      const received = receive(desk, came.value, as)
      if (received.ok) return received.value
      switch (received.error.kind) {
        case 'held-as-own':
          throw errors.HELD_AS_OWN()
        case 'other-kind':
          throw errors.UNUSABLE_FILE({ data: refusal('proposals', { name: file.name }) })
        case 'not-saved':
          throw errors.NOT_SAVED({ data: { cause: received.error.cause } })
      }
    }),

    collect: server.exchange.collect.handler(async ({ input: { planId, files, names }, errors }) => {
      if (!store.plan(planId).ok) throw errors.NO_SUCH_PLAN()
      const fetched = await Promise.all(names.map((name) => fromFolder(planId, name)))
      const reports: Collected[] = []
      for (const file of [...files, ...fetched]) {
        if (!(file instanceof File)) {
          reports.push(file)
          continue
        }
        const came = await read(file)
        if (!came.ok) {
          reports.push(notCollected(file.name, came.error))
          continue
        }
        const collected = collectFile(desk, planId, came.value)
        if (collected.ok) reports.push(collected.value)
        else if (collected.error.kind === 'no-such-plan') throw errors.NO_SUCH_PLAN()
        else throw errors.NOT_SAVED({ data: { cause: collected.error.cause } })
      }
      return { files: reports }
    }),

    exportPlan: server.exchange.exportPlan.handler(({ input: { planId, withProposals }, errors }) => {
      const plan = store.plan(planId)
      if (!plan.ok) throw errors.NO_SUCH_PLAN()
      const from = sender()
      const text = planText(desk, plan.value, withProposals, register(), from)
      const revision = newestRevision(plan.value)
      const { title } = plan.value.header
      return { file: asFile(text, fileName(revision ? `${title} ${revision}` : title, 'mandato')), signed: isSigned(from) }
    }),

    exportProposals: server.exchange.exportProposals.handler(({ input: { planId }, errors }) => {
      const from = sender()
      const { author } = from
      if (author === null) throw errors.NO_IDENTITY()
      const sent = sendProposals(desk, planId, { ...from, author })
      if (!sent.ok) {
        switch (sent.error.kind) {
          case 'no-such-plan':
            throw errors.NO_SUCH_PLAN()
          case 'nothing-to-send':
            throw errors.NOTHING_TO_SEND()
          case 'not-saved':
            throw errors.NOT_SAVED({ data: { cause: sent.error.cause } })
        }
      }
      const { text, plan, proposals, objections } = sent.value
      const name = fileName(`${plan.header.title.slice(0, 70)} - ${author.delegation}`, 'mandato')
      return { file: asFile(text, name), signed: isSigned(from), proposals, objections }
    }),

    exportRegister: server.exchange.exportRegister.handler(() => {
      const from = sender()
      return { file: asFile(registerText(desk, from), fileName('Register', 'mandato')), signed: isSigned(from) }
    }),

    standing: server.exchange.standing.handler(({ input: { planId }, errors }) => {
      if (!store.plan(planId).ok) throw errors.NO_SUCH_PLAN()
      return { mode: store.mode(planId), receipt: store.origin(planId), collected: store.collected(planId) }
    }),

    recent: server.exchange.recent.handler(() => store.recentReceipts(recentFiles)),

    takeOpened: server.exchange.takeOpened.handler(() => ({ files: opened.take() })),

    folder: server.exchange.folder.handler(async ({ input: { planId }, errors }) => {
      if (!store.plan(planId).ok) throw errors.NO_SUCH_PLAN()
      return folders.filesOf(planId)
    }),

    setFolder: server.exchange.setFolder.handler(async ({ input: { planId, folder }, errors }) => {
      if (!store.plan(planId).ok) throw errors.NO_SUCH_PLAN()
      if (folder !== null && !(await folders.isReadable(folder))) throw errors.NOT_A_FOLDER()
      const saved = folders.set(planId, folder)
      if (!saved.ok) throw errors.NOT_SAVED({ data: { cause: saved.error.cause } })
      return folders.filesOf(planId)
    }),

    chooseFolder: server.exchange.chooseFolder.handler(async () => ({
      available: chooseFolder !== null,
      folder: chooseFolder === null ? null : await chooseFolder(),
    })),
  }
}
