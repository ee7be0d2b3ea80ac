/** One Postgres URL per role. `admin` is null where the operator of this machine does not have it. */
export type DatabaseUrls = { admin?: string | null; portal: string; console: string; worker: string }

/** What the command line is run in: it opens the database only for verbs that need it. */
export type Surroundings = {
  withDatabase: <T>(work: (urls: DatabaseUrls) => Promise<T>) => Promise<T>
  env: Record<string, string | undefined>
  now: () => Date
  print: (text: string) => void
  complain: (text: string) => void
}

/** What the operator can put right; the message is the whole sentence. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message)
  }
}
