import { type Services, server } from './services.ts'

/** The register of instruments. */
export const registerApi = ({ store }: Services) => ({
  all: server.register.all.handler(() => store.instruments()),
  search: server.register.search.handler(({ input }) => store.search(input.query, input.language, input.count)),
})
