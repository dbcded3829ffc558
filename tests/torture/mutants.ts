import { setImmediate as othersFirst } from 'node:timers/promises'
import { createContext, Script } from 'node:vm'
import { seeded } from './random-edits.ts'

/** Files of each format; `MUTATIONS` asks for more, `MUTATIONS_SEED` for others. */
export const times = Number(process.env['MUTATIONS'] ?? 500)
const seed = Number(process.env['MUTATIONS_SEED'] ?? 20_261_123)

/** Time that a machine with other things to do may take for all of them. */
export const timeout = 60_000 + times * 100

/** A file that keeps the processor for more milliseconds hangs. The slowest is reported: it should take less than 2 s, and takes a tenth of that. */
const patience = 10_000

/** A stretch of so many files is stopped by force after so many milliseconds, however busy the machine is. */
const [stretch, hanging] = [100, 120_000]

/** Milliseconds of the processor that this process has used: others on the same machine do not count. */
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs a function, and stops it by force where it would not end. */
const stoppable = (work: () => void): void => void new Script('work()').runInContext(createContext({ work }), { timeout: hanging })

/**
 * Reads as many mutated files as are asked for, reports how they ended, by what `read` returns of each, and gives their number. `read` makes its
 * file from the random numbers alone, so that the seed of a file that fails makes it again. Fails where something is thrown, where a file keeps the
 * processor too long, and where what all objects share was reached.
 */
export async function readMutants(format: string, read: (random: () => number) => string): Promise<number> {
  const endings = new Map<string, number>()
  let own = seed
  let slowest = { took: 0, seed }
  const readOne = (): void => {
    const from = worked()
    const ending = read(seeded(own))
    endings.set(ending, (endings.get(ending) ?? 0) + 1)
    const took = worked() - from
    if (took > patience) throw new Error(`It took ${Math.round(took)} ms.`)
    if (took > slowest.took) slowest = { took, seed: own }
    if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error('It reached what all objects share.')
  }
  try {
    for (let end = seed; end < seed + times; ) {
      end = Math.min(end + stretch, seed + times)
      stoppable(() => {
        for (; own < end; own++) readOne()
      })
      await othersFirst()
    }
  } catch (cause) {
    throw new Error(`A mutated file failed (${format}); MUTATIONS=1 MUTATIONS_SEED=${own} makes it again. ${String(cause)}`, { cause })
  }
  const counts = [...endings].toSorted(([, a], [, b]) => b - a).map(([ending, count]) => `${count} ${ending}`)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `mutated files, ${format}: ${times} from seed ${seed}: ${counts.join(', ')}; the slowest (${slowest.seed}) in ${Math.round(slowest.took)} ms, at most ${memory} MB in use\n`,
  )
  return own - seed
}
