import { accountUses, type AccountUse } from '@countersign/domain/journal'
import { shortText } from '@countersign/http/fields'
import { z } from 'zod'

/** One number for each use; what is no account is said by the rule. */
export const accountsForm = z.strictObject(
  Object.fromEntries(accountUses.map((use) => [use, shortText(12)])) as Record<
    AccountUse,
    ReturnType<typeof shortText>
  >,
)
