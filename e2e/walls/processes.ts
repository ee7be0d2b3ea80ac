import { readdirSync, readFileSync } from 'node:fs'

export type Running = { pid: number; command: string }

/** Every process of this machine that belongs to a home: by its environment, or by a path below it in its command. */
export function processesOf(home: string): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const [command, environment, state] = ['cmdline', 'environ', 'stat'].map((file) =>
        contentOf(`/proc/${pid}/${file}`),
      )
      const isOurs = command!.includes(`${home}/`) || environment!.includes(`COUNTERSIGN_HOME=${home}\0`)
      // What has ended and waits for its parent to notice is no running process.
      const isGone = /\) [ZX] /.test(state!)
      return isOurs && !isGone
        ? [{ pid: Number(pid), command: command!.replaceAll('\0', ' ').slice(0, 120) }]
        : []
    })
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The postmaster's process id, as its cluster says. */
export function postmasterOf(home: string): number {
  const { folder } = JSON.parse(readFileSync(`${home}/postgres.json`, 'utf8')) as { folder: string }
  return Number(readFileSync(`${folder}/cluster/postmaster.pid`, 'utf8').split('\n')[0])
}
