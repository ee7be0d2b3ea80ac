import type { StoredPassword } from './password-proof'

/** What opens a session. The database checks it; the app cannot open one without. */
export type SignInProof =
  | { by: 'password'; email: string; proof: Buffer }
  | { by: 'link'; token: string }
  | { by: 'invitation'; token: string; password: StoredPassword }

export type OpenOutcome = 'opened' | 'wrong' | 'locked' | 'used'
export type StepUpOutcome = 'stepped-up' | 'wrong' | 'locked' | 'no-password' | 'signed-out'
export type LinkPurpose = 'invitation' | 'sign-in'
/** Who a link from a mail is for. */
export type SignInLink = { purpose: LinkPurpose; name: string; email: string; locale: 'en' | 'de' }

/** One side's sessions in the database. Tokens prove; where a token is new, only its SHA-256 is handed over. */
export type SessionStore<Person extends { id: string }> = {
  find(token: string): Promise<{ person: Person; expiresAt: Date } | null>
  open(proof: SignInProof, newTokenHash: Buffer): Promise<OpenOutcome>
  stepUp(token: string, proof: Buffer, newTokenHash: Buffer): Promise<StepUpOutcome>
  extend(token: string): Promise<void>
  close(token: string): Promise<void>
  passwordSalt(email: string): Promise<{ salt: Buffer; memoryKib: number; passes: number }>
  link(token: string): Promise<SignInLink | null>
}

/** What a function of the database says came of it: one row, one column. */
export async function outcomeOf<Outcome>(answer: PromiseLike<{ outcome: Outcome }[]>): Promise<Outcome> {
  const [row] = await answer
  return row!.outcome
}
