import { ORPCError } from '@orpc/server'

/** Writes what went wrong inside to the terminal: a refusal that the contract declares is an answer, anything else is a mistake of ours. */
export async function reportErrors<Outcome>({ next }: { next: () => Promise<Outcome> }): Promise<Outcome> {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof ORPCError)) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    throw error
  }
}
