import { castPassword, contactCast } from '@countersign/story/cast'
import { contactVisits, staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const idOf = async (rows: Promise<readonly { id: string }[]>) => (await rows)[0]!.id
const nordwerft = ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`select id from public.projects where code = 'NW-2604'`)
const openChange = ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`
    select change_request_id as id from app.change_request_states where state = 'proposed' order by number limit 1`)
const jonas = ({ product, sql }: Scene) => staffVisits(product, sql, 'jonas')

/** What is said of a contract, the customer's orders, and changes: proposed, decided on, taken back. */
export const changeForms: Form[] = [
  {
    name: 'a term sheet',
    fields: {
      requiresOrder: 'box',
      penalties: 'prose?',
      liabilityCap: 'prose?',
      governingDocuments: 'prose?',
      otherTerms: 'prose?',
    },
    ready: async (scene) => ({
      by: await jonas(scene),
      at: `/projects/${await nordwerft(scene)}/contract/terms`,
      good: {
        requiresOrder: 'on',
        penalties: 'None.',
        liabilityCap: 'The order’s value.',
        governingDocuments: 'The contract.',
        otherTerms: '',
      },
    }),
  },
  {
    name: 'a customer’s order',
    fields: { number: 'line', value: 'money', receivedOn: 'date', validUntil: 'date?' },
    ready: async (scene) => ({
      by: await staffVisits(scene.product, scene.sql, 'priya'),
      at: `/projects/${await nordwerft(scene)}/contract/orders`,
      good: { number: 'PO-4711', value: '1,000.00', receivedOn: '2026-03-02', validUntil: '2026-12-31' },
    }),
  },
  {
    name: 'a change',
    fields: {
      title: 'line',
      scope: 'prose',
      reason: 'prose',
      daysLater: 'number',
      'steps.0.line': 'choice',
      'steps.0.newLineName': 'line?',
      'steps.0.newLineKind': 'choice',
      'steps.0.direction': 'choice',
      'steps.0.amount': 'money',
      'steps.0.milestone': 'choice',
      'steps.0.newMilestoneName': 'line?',
      'steps.0.dueOn': 'date?',
      'steps.0.deliverable': 'choice',
    },
    ready: async (scene) => ({
      by: await jonas(scene),
      at: `/projects/${await nordwerft(scene)}/changes/new`,
      good: {
        title: 'Ein Kran mehr',
        scope: 'Kran 14.',
        reason: 'Er kommt im Mai.',
        daysLater: '2',
        'steps.0.line': 'new',
        'steps.0.newLineName': 'Kran 14',
        'steps.0.newLineKind': 'time-and-material',
        'steps.0.direction': 'more',
        'steps.0.amount': '1.000,00',
        'steps.0.milestone': 'none',
        'steps.0.newMilestoneName': '',
        'steps.0.dueOn': '',
        'steps.0.deliverable': 'none',
      },
    }),
  },
  {
    name: 'a decision on a change',
    fields: {
      outcome: 'choice',
      reason: 'prose?',
      language: 'choice',
      typedName: 'line',
      password: 'password',
    },
    ready: async (scene) => ({
      by: await contactVisits(scene.product, scene.sql, 'henrik'),
      at: `/changes/${await openChange(scene)}`,
      good: {
        outcome: 'rejected',
        reason: 'Zu teuer.',
        language: 'de',
        typedName: contactCast.henrik.name,
        password: castPassword,
      },
    }),
  },
  {
    name: 'a change that is taken back',
    fields: { reason: 'prose' },
    ready: async (scene) => ({
      by: await jonas(scene),
      at: `/projects/${await nordwerft(scene)}/changes/${await openChange(scene)}`,
      good: { reason: 'Nicht mehr nötig.' },
    }),
  },
]
