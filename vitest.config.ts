import { defineConfig } from 'vitest/config'

const storeTests = ['{src,demo,test}/**/{store,*-store,*.db}.test.{ts,tsx}']
const httpTests = ['{src,demo,test}/**/{routes,*-routes,*.http}.test.{ts,tsx}']

/** Long enough on a busy machine: a limit is there to end what hangs, not to measure. */
const patience = { hookTimeout: 240_000, testTimeout: 120_000 }

/** One PGlite or one PostgreSQL database per worker, kept between files: starting it costs seconds, emptying it milliseconds. */
const withDatabase = {
  ...patience,
  isolate: false,
  globalSetup: ['test/postgres.ts'],
  setupFiles: ['test/setup.ts'],
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: 'unit',
          include: ['{src,demo,test,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...storeTests, ...httpTests],
          setupFiles: ['test/setup.ts'],
        },
      },
      { extends: true, test: { ...withDatabase, name: 'store', include: storeTests } },
      { extends: true, test: { ...withDatabase, name: 'http', include: httpTests } },
      {
        extends: true,
        test: {
          ...patience,
          name: 'e2e',
          include: ['e2e/*.spec.ts'],
          globalSetup: ['e2e/setup.ts'],
          setupFiles: ['test/setup.ts'],
        },
      },
    ],
  },
})
