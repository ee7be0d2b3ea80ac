/** Tells the person at the keyboard what happens, step by step, with the seconds each took. */
export type Report = {
  step: <T>(what: string, work: () => Promise<T>) => Promise<T>
  note: (line: string) => void
}

export const silent: Report = { step: (_what, work) => work(), note: () => {} }

/** Writes to the terminal. A step's line is written when it begins, so that a long one is seen to be at work. */
export function terminalReport(write: (text: string) => void = (text) => process.stdout.write(text)): Report {
  let open = false
  return {
    async step(what, work) {
      const began = Date.now()
      write(`  ${what} … `)
      open = true
      const resume = () => (open ? '' : `  ${what}: `)
      try {
        const result = await work()
        write(`${resume()}${((Date.now() - began) / 1000).toFixed(1)} s\n`)
        return result
      } catch (error) {
        write(`${resume()}failed\n`)
        throw error
      } finally {
        open = false
      }
    },
    note(line) {
      write(`${open ? '\n' : ''}    ${line}\n`)
      open = false
    },
  }
}
