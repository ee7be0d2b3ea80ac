import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { decideInHarbour } from './harbour-decisions'
import { dependOnOthers } from './harbour-dependencies'
import { passHarboursFirstGate } from './harbour-gates'
import { saveHarbourAsTemplate } from './harbour-template'
import type { Told } from './teller'

type Harbour = {
  projectId: string
  customerId: string
  deliverables: Map<string, string>
  mara: StaffActor
  tomas: StaffActor
  grace: ContactActor
}

/** How the harbour's project is governed: its phases and gates, the template made of it, what it needs of others, what was decided. */
export async function governHarbour(told: Told, harbour: Harbour) {
  await passHarboursFirstGate(told, harbour)
  await saveHarbourAsTemplate(told, harbour)
  await dependOnOthers(told, harbour)
  await decideInHarbour(told, harbour)
}
