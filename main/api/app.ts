import { shippedLicences } from '../licences.ts'
import { type Services, server } from './services.ts'

/** What the program says of itself. */
export const appApi = ({ store, shell, version }: Services) => ({
  info: server.app.info.handler(() => ({
    version,
    shell,
    storePath: store.folder,
    lastBackup:
      store
        .backups()
        .find(({ kind }) => kind === 'daily')
        ?.madeAt.toISOString() ?? null,
  })),
  licences: server.app.licences.handler(() => shippedLicences()),
})
