import { notFound } from '@countersign/http/params'

/** A number that a plan's file gave, from the address: from 0 on; anything else is a thrown 404. */
export function uidParam(value: string | undefined): number {
  if (!value || !/^(0|[1-9]\d{0,8})$/.test(value)) throw notFound()
  return Number(value)
}
