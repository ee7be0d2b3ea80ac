import type { LoginPasswords } from '../../src/server/role-urls'

/** The migrated database that tests copy; nobody can connect to it. */
export const TEMPLATE = 'countersign_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's Postgres: its superuser's URL and the login roles' passwords. */
    cluster: { adminUrl: string; passwords: LoginPasswords }
  }
}
