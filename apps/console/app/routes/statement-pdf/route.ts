import { renderStatement } from '@countersign/documents/statement'
import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { officeDay } from '../../office.server'
import { movementWords } from '../statement/movements'
import { statementOf } from '../statement/queries.server'
import { ourName } from './queries.server'

/** The statement as it goes to the customer: in its language, without what is written off. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const customerId = idParam(params.customerId)
  const [statement, provider] = await db.read(staff, (tx) =>
    Promise.all([statementOf(tx, customerId), ourName(tx)]),
  )
  const { name, address, locale, timeZone, accounts } = found(statement)
  const words = invoicingMessages(locale).statement
  const now = new Date()
  const asOf = officeDay(now)
  const bytes = await renderStatement({
    ...{ locale, timeZone, provider, asOf, madeAt: now },
    customer: { name, address },
    accounts: accounts.map(({ currency, movements }) => ({
      currency,
      movements: movements
        .filter(({ kind }) => kind !== 'write-off')
        .map((movement) => ({
          on: movement.day,
          what: movementWords(words, movement),
          amountMinor: BigInt(movement.amount.minor),
        })),
    })),
  })
  return attachment({
    stream: bytes,
    size: bytes.length,
    name: words.fileName(name, asOf),
    mediaType: 'application/pdf',
  })
}
