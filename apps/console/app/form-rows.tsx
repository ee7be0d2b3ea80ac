import { Button } from '@countersign/ui/button'
import { useMessages } from '@countersign/ui/i18n-context'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { deliveryMessages } from './messages/delivery'
import type { FormRow } from './submitted'

/**
 * The rows of a form: what is there, and some empty ones to fill, so that it works without JavaScript; with it a
 * button adds one at once. Empty rows are numbered from `spareFrom`, past everything that is there.
 */
export function FormRows(props: {
  rows: readonly FormRow[]
  spareFrom: number
  spare?: number
  children: (row: FormRow, position: number) => ReactNode
}) {
  const { rows, spareFrom, spare = 2, children } = props
  const [added, setAdded] = useState(0)
  const [canAdd, setCanAdd] = useState(false)
  const t = useMessages(deliveryMessages)
  useEffect(() => setCanAdd(true), [])
  const empty = Array.from({ length: spare + added }, (_, index) => ({
    number: spareFrom + index,
    fields: {},
  }))
  return (
    <>
      <div className="cn-rows">
        {[...rows, ...empty].map((row, index) => (
          <Fragment key={row.number}>{children(row, index + 1)}</Fragment>
        ))}
      </div>
      {canAdd ? (
        <div>
          <Button type="button" size="small" icon="plus" onClick={() => setAdded(added + 1)}>
            {t.addRow}
          </Button>
        </div>
      ) : null}
    </>
  )
}
