import { appApi } from './app.ts'
import { eventsApi } from './events.ts'
import { libraryApi } from './library.ts'
import { planApi } from './plan.ts'
import { registerApi, registerOf } from './register.ts'
import { type Services, server } from './services.ts'

/** The whole contract over these services. One router serves every window and both shells. */
export function createRouter(given: Omit<Services, 'register'>) {
  const services: Services = { ...given, register: registerOf(given.store) }
  return server.router({
    app: appApi(services),
    library: libraryApi(services),
    plan: planApi(services),
    register: registerApi(services),
    events: eventsApi(services),
  })
}

export type Router = ReturnType<typeof createRouter>
