import type { Fields } from '../ask'
import { contactVisits, staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

/** Of the harbour's project: its contacts can be asked. */
async function at({ sql }: Scene, path: string): Promise<string> {
  const [project] = await sql<{ id: string }[]>`select id from public.projects where code = 'HT-2601'`
  return `/projects/${project!.id}/dependencies${path}`
}

const ofMara = (path: string, good: Fields) => async (scene: Scene) => ({
  by: await staffVisits(scene.product, scene.sql, 'mara'),
  at: await at(scene, path),
  good,
})

const kinds = {
  what: 'line',
  party: 'choice',
  ownerContactId: 'id?',
  ownerName: 'line',
  needOn: 'date',
  taskUid: 'number?',
  note: 'prose?',
} as const
const words = {
  what: 'Roof keys',
  party: 'customer',
  ownerContactId: '',
  ownerName: 'The porter',
  needOn: '2031-01-31',
  taskUid: '3',
  note: 'Second floor',
}

/** A dependency's life, in its order; the story has four. */
export const dependencyForms: Form[] = [
  { name: 'a new dependency', fields: kinds, ready: ofMara('/new', words) },
  { name: 'a dependency', fields: kinds, ready: ofMara('/5', { ...words, what: 'All roof keys' }) },
  {
    name: 'a dependency put to the customer',
    fields: { message: 'prose?' },
    ready: ofMara('/5/request', { message: 'By Friday, please.' }),
  },
  {
    name: 'the customer’s answer to a dependency',
    fields: { answer: 'choice', promisedOn: 'date', remark: 'prose?' },
    ready: async (scene) => {
      const [request] = await scene.sql<{ id: string }[]>`
        select id from public.dependency_requests where what = 'All roof keys'`
      return {
        by: await contactVisits(scene.product, scene.sql, 'grace'),
        at: `/needs/${request!.id}`,
        good: { answer: 'later', promisedOn: '2031-02-01', remark: 'The porter is on leave.' },
        files: [{ field: 'files.0', name: 'keys.txt', type: 'text/plain', content: 'Seven.\n' }],
      }
    },
  },
  {
    name: 'a dependency to settle',
    fields: { closing: 'choice', note: 'prose?' },
    ready: ofMara('/5/closing', { closing: 'received', note: 'All seven.' }),
  },
]
