import { type Services, server } from './services.ts'

/** Nothing is ever chosen where there is no menu bar: the stream ends at once. */
async function* nothing(): AsyncGenerator<string, void> {}

/** The system's menu bar, where the shell has one. */
export const menuApi = ({ menu }: Services) => ({
  show: server.menu.show.handler(({ input }) => menu?.show(input)),
  chosen: server.menu.chosen.handler(({ signal }) => menu?.chosen(signal) ?? nothing()),
})
