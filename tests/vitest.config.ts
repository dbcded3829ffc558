import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

/**
 * Three suites: `unit` is pure and fast; `system` touches disk, processes and SQLite; `e2e` drives the built program in a browser. What is pure
 * leaves nothing behind, so its files share processes and what they import: importing anew for each was half of the work. Time-outs stop
 * what hangs and are measured for a machine with other things to do.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: availableParallelism(),
    coverage: { provider: 'v8', include: ['shared/**/*.ts', 'main/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/shared/**/*.test.ts', 'tests/renderer/**/*.test.{ts,tsx}'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/main/**/*.test.ts', 'tests/acceptance/**/*.test.ts', 'tests/torture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
      },
    ],
  },
})
