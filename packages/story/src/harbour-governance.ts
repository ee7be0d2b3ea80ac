import type { StaffActor } from '@countersign/db/connect'
import { passHarboursFirstGate } from './harbour-gates'
import { saveHarbourAsTemplate } from './harbour-template'
import type { Told } from './teller'

type Harbour = {
  projectId: string
  customerId: string
  deliverables: Map<string, string>
  mara: StaffActor
  tomas: StaffActor
}

/** How the harbour's project is governed: its phases and gates, and what others may learn of it. */
export async function governHarbour(told: Told, harbour: Harbour) {
  await passHarboursFirstGate(told, harbour)
  await saveHarbourAsTemplate(told, harbour)
}
