import type { StaffActor } from '@countersign/db/connect'
import { chooseOption, recordDecision } from '@countersign/operations/record-decision'
import { beginAppraisal, scoreAppraisal } from '@countersign/operations/write-appraisal'
import { dayFrom, must, type Told } from './teller'

/** How the migration is delivered was weighed and chosen; a smaller decision was just made; one is being weighed. */
export async function decideInHarbour(
  { logins, now }: Told,
  { projectId, mara }: { projectId: string; mara: StaffActor },
) {
  await logins.console.write(mara, async (tx) => {
    const { number } = must(
      await beginAppraisal(tx, {
        projectId,
        title: 'How to migrate the eleven sites',
        context: 'Subscribers must not notice; operations has two people a night to spare.',
        criteria: [
          { name: 'Risk of an outage', weight: 5 },
          { name: 'Time', weight: 2 },
          { name: 'Effort of operations', weight: 3 },
        ],
        options: [
          { name: 'Pilot, then two waves', description: 'One site first, four and six behind it.' },
          { name: 'Site by site', description: 'Eleven nights, one after the other.' },
          { name: 'All in one weekend', description: 'Everybody at once, with a way back until Sunday.' },
        ],
        by: mara,
      }),
    )
    const scores = [
      [8, 7, 7],
      [9, 2, 4],
      [2, 10, 3],
    ]
    must(await scoreAppraisal(tx, { projectId, number, scores }))
    const by = mara
    must(
      await chooseOption(tx, { projectId, number, option: 0, reason: '', decidedOn: dayFrom(now, -48), by }),
    )
    must(
      await recordDecision(tx, {
        projectId,
        title: 'Language of the runbooks',
        context: 'Two of the night shift read German only.',
        decision: 'Runbooks are written in English, the abort steps in German too.',
        reason: 'In an abort nobody should have to translate.',
        decidedOn: dayFrom(now, -20),
        by,
      }),
    )
    const open = must(
      await beginAppraisal(tx, {
        projectId,
        title: 'Where the second test lab stands',
        context: '',
        criteria: [
          { name: 'Distance', weight: 1 },
          { name: 'Cost', weight: 2 },
        ],
        options: [
          { name: 'Our own hall', description: '' },
          { name: 'Rented at the router maker’s', description: '' },
        ],
        by,
      }),
    )
    must(
      await scoreAppraisal(tx, {
        projectId,
        number: open.number,
        scores: [
          [9, null],
          [3, 6],
        ],
      }),
    )
  })
}
