import { sql } from 'drizzle-orm'
import { decisions } from '../tables/delivery'

/** Of the decisions on a submission the one that holds: the last in line, unless it withdraws. */
export const isInForce = sql<boolean>`(${decisions.act} <> 'withdraws'
  and not exists (select from public.decisions later where later.refers_to = ${decisions.id}))`

/** A decision in force by which the deliverable is accepted, with reservations or without. */
export const isAcceptance = sql<boolean>`(${isInForce}
  and ${decisions.outcome} in ('accepted', 'accepted-with-reservations'))`
