import { createHash, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** The salt and cost of one person's password. */
export type PasswordSalt = { salt: Buffer; memoryKib: number; passes: number }
/** What the database keeps of a password. */
export type StoredPassword = PasswordSalt & { proofSha256: Buffer }

const COST = { memoryKib: 65_536, passes: 3 }
const AT_ONCE = 2
const MOST_WAITING = 100

/** argon2id of a password: 32 bytes that prove it to the database. Throws a 503 Response when too many wait. */
export async function passwordProof(
  password: string,
  { salt, memoryKib, passes }: PasswordSalt,
): Promise<Buffer> {
  return inTurn(() =>
    hashRaw(password.normalize('NFKC'), {
      salt,
      memoryCost: memoryKib,
      timeCost: passes,
      parallelism: 1,
      outputLen: 32,
    }),
  )
}

/** A new password as it is stored: its own random salt, the present cost, the SHA-256 of its proof. */
export async function storedPassword(password: string): Promise<StoredPassword> {
  const chosen = { salt: randomBytes(16), ...COST }
  return { ...chosen, proofSha256: sha256(await passwordProof(password, chosen)) }
}

export function sha256(bytes: Buffer | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

let running = 0
const waiting: (() => void)[] = []

/** Each proof takes 64 MiB: a crowd at the door must wait for its turn instead of taking the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Response('Too many are signing in.', { status: 503 })
    await new Promise<void>((turn) => waiting.push(turn))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
