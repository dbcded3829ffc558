import type { RecentFile } from '#shared/contract/exchange.ts'
import { type PlanMode, type Receipt, receipt } from '#shared/exchange/receipt.ts'
import { type Identity, identity, type KnownKey } from '#shared/exchange/signature.ts'
import type { UnknownFields } from '#shared/exchange/unknown.ts'
import type { Database } from './database.ts'
import { metaTable } from './meta.ts'

const readReceipt = (body: string): Receipt => receipt.parse(JSON.parse(body))

/** What the exchange of files leaves behind, beside the plans themselves. */
export function exchangeTables(database: Database) {
  const meta = metaTable(database)
  const addReceipt = database.prepare<[planId: string, kind: string, hash: string, body: string]>(
    'INSERT INTO receipts (plan_id, kind, hash, body) VALUES (?, ?, ?, ?)',
  )
  const origin = database
    .prepare<[string], string>("SELECT body FROM receipts WHERE plan_id = ? AND kind <> 'proposals' ORDER BY id DESC LIMIT 1")
    .pluck()
  const mode = database
    .prepare<[string], PlanMode>("SELECT kind FROM receipts WHERE plan_id = ? AND kind <> 'proposals' ORDER BY id DESC LIMIT 1")
    .pluck()
  const collected = database
    .prepare<[string], string>("SELECT body FROM receipts WHERE plan_id = ? AND kind = 'proposals' ORDER BY id DESC LIMIT 1000")
    .pluck()
  const holds = database
    .prepare<[string, string], number>("SELECT 1 FROM receipts WHERE plan_id = ? AND kind = 'proposals' AND hash = ?")
    .pluck()
  const recent = database.prepare<[number], { plan_id: string; title: string; body: string }>(
    'SELECT plan_id, title, body FROM receipts JOIN plans ON plans.id = plan_id ORDER BY receipts.id DESC LIMIT ?',
  )
  const fields = database.prepare<[string], string>('SELECT fields FROM foreign_fields WHERE plan_id = ?').pluck()
  const putFields = database.prepare<[string, string]>(
    'INSERT INTO foreign_fields VALUES (?, ?) ON CONFLICT (plan_id) DO UPDATE SET fields = excluded.fields',
  )
  const dropFields = database.prepare<[string]>('DELETE FROM foreign_fields WHERE plan_id = ?')
  const keys = database.prepare<[], KnownKey>('SELECT * FROM known_keys ORDER BY delegation, since')
  const addKey = database.prepare<[KnownKey]>(
    'INSERT INTO known_keys VALUES (@fingerprint, @delegation, @name, @since) ON CONFLICT DO NOTHING',
  )
  const removeKey = database.prepare<[string]>('DELETE FROM known_keys WHERE fingerprint = ?')
  const folders = database.prepare<[], { planId: string; folder: string }>('SELECT plan_id AS planId, folder FROM watched_folders')
  const putFolder = database.prepare<[string, string]>(
    'INSERT INTO watched_folders VALUES (?, ?) ON CONFLICT (plan_id) DO UPDATE SET folder = excluded.folder',
  )
  const dropFolder = database.prepare<[string]>('DELETE FROM watched_folders WHERE plan_id = ?')

  return {
    addReceipt: (planId: string, entry: Receipt): void => void addReceipt.run(planId, entry.as, entry.hash, JSON.stringify(entry)),
    /** The receipt of the file that the plan's text last came from; null for a plan that was made here. */
    origin(planId: string): Receipt | null {
      const body = origin.get(planId)
      return body === undefined ? null : readReceipt(body)
    },
    /** Whose text the plan is. One that came with no file is one's own. */
    mode: (planId: string): PlanMode => mode.get(planId) ?? 'own',
    /** Files of proposals that were collected into the plan, newest first. */
    collected: (planId: string): Receipt[] => collected.all(planId).map(readReceipt),
    hasCollected: (planId: string, hash: string): boolean => holds.get(planId, hash) !== undefined,
    recent: (count: number): RecentFile[] =>
      recent.all(count).map(({ plan_id: planId, title, body }) => ({ ...readReceipt(body), planId, title })),

    foreignFields(planId: string): UnknownFields {
      const json = fields.get(planId)
      return json === undefined ? {} : (JSON.parse(json) as UnknownFields)
    },
    setForeignFields(planId: string, unknown: UnknownFields): void {
      if (Object.keys(unknown).length === 0) dropFields.run(planId)
      else putFields.run(planId, JSON.stringify(unknown))
    },

    knownKeys: (): KnownKey[] => keys.all(),
    rememberKey: (key: KnownKey): void => void addKey.run(key),
    forgetKey: (fingerprint: string): void => void removeKey.run(fingerprint),

    identity(): Identity | null {
      const json = meta.get('identity')
      return json === null ? null : identity.parse(JSON.parse(json))
    },
    setIdentity: (who: Identity): void => meta.set('identity', JSON.stringify(who)),

    folders: (): readonly { readonly planId: string; readonly folder: string }[] => folders.all(),
    setFolder: (planId: string, folder: string | null): void =>
      void (folder === null ? dropFolder.run(planId) : putFolder.run(planId, folder)),
  }
}
