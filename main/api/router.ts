import type { Router as RouterOf } from '@orpc/server'
import type { contract } from '#shared/contract/contract.ts'
import { appApi } from './app.ts'
import { documentsApi } from './documents.ts'
import { eventsApi } from './events.ts'
import { exchangeApi } from './exchange.ts'
import { identityApi } from './identity.ts'
import { libraryApi } from './library.ts'
import { menuApi } from './menu.ts'
import { planApi } from './plan.ts'
import { registerApi, registerOf } from './register.ts'
import { type Services, server } from './services.ts'

/** The contract, implemented. */
export type Router = RouterOf<typeof contract, Record<never, never>>

/** The whole contract over these services. One router serves every window and both shells. */
export function createRouter(given: Omit<Services, 'register'>): Router {
  const services: Services = { ...given, register: registerOf(given.store) }
  return server.router({
    app: appApi(services),
    menu: menuApi(services),
    library: libraryApi(services),
    plan: planApi(services),
    documents: documentsApi(services),
    register: registerApi(services),
    exchange: exchangeApi(services),
    identity: identityApi(services),
    events: eventsApi(services),
  })
}
