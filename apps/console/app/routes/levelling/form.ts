import { checkbox, choice } from '@countersign/http/fields'
import { z } from 'zod'

/** The proposal as it was seen, by the digest of what it was made of; or everything taken away. */
export const levellingForm = z
  .strictObject({
    act: choice(['take', 'remove']),
    leave: checkbox(),
    otherWork: checkbox(),
    digest: z.string({ error: 'required' }).regex(/^([0-9a-f]{64})?$/, { error: 'invalid' }),
  })
  .superRefine(({ act, digest }, context) => {
    if (act === 'take' && !digest) context.addIssue({ code: 'custom', message: 'required', path: ['digest'] })
  })
