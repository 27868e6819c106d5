import { defineConfig } from 'vitest/config'

const storeTests = ['{src,demo,test}/**/{store,*-store,*.db}.test.{ts,tsx}']
const httpTests = ['{src,demo,test}/**/{routes,*-routes,*.http}.test.{ts,tsx}']

/** One PGlite or one PostgreSQL database per worker, kept between files: starting it costs seconds, emptying it milliseconds. */
const withDatabase = {
  isolate: false,
  hookTimeout: 60_000,
  testTimeout: 30_000,
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
          name: 'unit',
          include: ['{src,demo,test,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...storeTests, ...httpTests],
          hookTimeout: 60_000,
          testTimeout: 20_000,
          setupFiles: ['test/setup.ts'],
        },
      },
      { extends: true, test: { ...withDatabase, name: 'store', include: storeTests } },
      { extends: true, test: { ...withDatabase, name: 'http', include: httpTests } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/*.spec.ts'],
          globalSetup: ['e2e/setup.ts'],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          setupFiles: ['test/setup.ts'],
        },
      },
    ],
  },
})
