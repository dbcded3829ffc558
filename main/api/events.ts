import { EventPublisher } from '@orpc/server'
import type { StoreChange } from '../store/open.ts'
import { type Services, server } from './services.ts'

/** Changes that a window has not read yet and that are still kept for it. Older ones are dropped: the newest says all that matters. */
const unread = 100

/** What changes in the store, as it changes. */
export function eventsApi({ store }: Services) {
  const changes = new EventPublisher<{ change: StoreChange }>({ maxBufferedEvents: unread })
  store.subscribe((change) => changes.publish('change', change))
  return {
    // Subscribed when it is called, not when it is first read: a window misses nothing that happens after it asked.
    watch: server.events.watch.handler(({ signal }) => changes.subscribe('change', signal === undefined ? {} : { signal })),
  }
}
