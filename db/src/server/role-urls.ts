/** The three login roles of the cluster, each the database user of one process. */
export const loginRoles = { portal: 'portal_app', console: 'console_app', worker: 'worker_app' } as const
export type RoleUrls = Record<keyof typeof loginRoles, string>
export type LoginPasswords = Record<(typeof loginRoles)[keyof typeof loginRoles], string>

/** The login roles' URLs for the server and database that the superuser's URL names. */
export function roleUrls(adminUrl: string, passwords: LoginPasswords): RoleUrls {
  const urlOf = (role: keyof LoginPasswords) => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = encodeURIComponent(passwords[role])
    return url.href
  }
  return { portal: urlOf('portal_app'), console: urlOf('console_app'), worker: urlOf('worker_app') }
}
