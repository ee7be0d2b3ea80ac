import { configDefaults, defineConfig } from 'vitest/config'

const everywhere = [...configDefaults.exclude, '**/build/**', '**/.countersign/**']

/** Tests that need Postgres: whole folders of them, and elsewhere whatever says so in its name. */
const withDatabase = [
  'db/tests/**/*.test.ts',
  'packages/operations/**/*.test.ts',
  'packages/auth/**/*.test.ts',
  'apps/worker/**/*.test.ts',
  'apps/command-line/**/*.test.ts',
  '**/*.db.test.{ts,tsx}',
]

export default defineConfig({
  test: {
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/**/*.test.{ts,tsx}',
            'db/src/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...everywhere, ...withDatabase],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'db',
          include: withDatabase,
          exclude: [...everywhere, 'e2e/**'],
          globalSetup: ['db/tests/harness/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: everywhere,
          globalSetup: ['e2e/src/product-for-the-run.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
