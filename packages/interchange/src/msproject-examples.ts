/** Pieces of a file as Microsoft Project writes it, for tests. */
const HEADER = `<Name>House.xml</Name><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>`

export async function* bytes(text: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const whole = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size)
}

export function project(inside: string, header = HEADER): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">
${header}
${inside}
</Project>`
}

export function task(uid: number, inside: string, name = `Task ${uid}`): string {
  return `<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>1</OutlineLevel>${inside}</Task>`
}

export const lasting = '<Duration>PT8H0M0S</Duration>'
export const tasks = (...all: string[]) => project(`<Tasks>\n${all.join('\n')}\n</Tasks>`)
export { HEADER as ordinaryHeader }
