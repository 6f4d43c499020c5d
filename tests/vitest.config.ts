import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}tests/support/empty.ts` }

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    // A busy machine is slow; a test that hangs is still found.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Pure tests leave nothing behind, so that one reading of the code serves many files.
          isolate: false,
          include: ['tests/{catalogue,components,domain,documents,simulators,start}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: 'tests/support/database.ts',
          setupFiles: 'tests/support/use-database.ts',
        },
      },
    ],
  },
})
