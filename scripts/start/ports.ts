import { createServer } from 'node:net'
import { StartRefused } from '@countersign/db/server/start-refused'

/** Throws StartRefused for the first port that this process could not listen on. */
export async function requireFreePorts(ports: {
  portal: number
  console: number
  mailbox: number
}): Promise<void> {
  const wanted = [
    ['portal', 'PORTAL_PORT', ports.portal],
    ['console', 'CONSOLE_PORT', ports.console],
    ['mailbox page', 'MAILBOX_PORT', ports.mailbox],
  ] as const
  for (const [what, variable, port] of wanted) {
    // Somebody may listen on all addresses or on one of them only.
    const code = (await refusalOf(port, undefined)) ?? (await refusalOf(port, '127.0.0.1'))
    if (code === 'EACCES') {
      throw new StartRefused(
        `Port ${port}, wanted for the ${what}, is not open to you. Set ${variable} to one above 1023.`,
      )
    }
    if (code) {
      throw new StartRefused(
        `Port ${port}, wanted for the ${what}, is in use by another program. Stop that one, or set ${variable} to a free port.`,
      )
    }
  }
}

function refusalOf(port: number, host: string | undefined): Promise<string | null> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'EUNKNOWN'))
    server.listen({ port, host }, () => server.close(() => settle(null)))
  })
}
