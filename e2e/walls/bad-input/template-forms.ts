import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const manager = ({ product, sql }: Scene) => staffVisits(product, sql, 'mara')
const idOf = async (rows: Promise<readonly { id: string }[]>) => (await rows)[0]!.id

const project = ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`select id from public.projects where code = 'DS-1'`)
const customer = ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`select customer_id as id from public.projects where code = 'DS-1'`)
const draft = ({ sql }: Scene, code: string) =>
  idOf(sql<{ id: string }[]>`select id from public.project_drafts where code = ${code}`)

const beginningKinds = {
  customerId: 'id',
  startsOn: 'date',
  code: 'line',
  name: 'line',
  objective: 'prose',
} as const
const beginning = async (scene: Scene, code: string) => ({
  customerId: await customer(scene),
  startsOn: '2031-01-06',
  code,
  name: 'Depot heating',
  objective: 'A warm depot',
})
const choice = {
  'choices.0.at': '1',
  'choices.0.choice': 'omit',
  'choices.0.adapted': '',
  'choices.0.days': '',
  'choices.0.reason': 'Not needed here',
}

/** From a project to a template and from a template to a project, in their order. */
export const templateForms: Form[] = [
  {
    name: 'a project saved as a template',
    fields: { name: 'line', description: 'prose?' },
    ready: async (scene) => ({
      by: await manager(scene),
      at: `/projects/${await project(scene)}/gates/template`,
      good: { name: 'Lighting', description: 'Of a depot' },
    }),
  },
  {
    name: 'what a template is called',
    fields: { name: 'line', description: 'prose?' },
    ready: async (scene) => {
      const id = await idOf(
        scene.sql<{ id: string }[]>`select id from public.project_templates where name = 'Lighting'`,
      )
      return {
        by: await manager(scene),
        at: `/templates/${id}`,
        good: { name: 'Depot lighting', description: '' },
      }
    },
  },
  {
    name: 'a project from a template',
    fields: beginningKinds,
    ready: async (scene) => ({
      by: await manager(scene),
      at: '/templates/consulting/project',
      good: await beginning(scene, 'TP-1'),
    }),
  },
  {
    name: 'what is tailored of a template',
    fields: {
      'choices.0.at': 'number',
      'choices.0.choice': 'choice',
      'choices.0.adapted': 'line?',
      'choices.0.days': 'number?',
      'choices.0.reason': 'line',
    },
    ready: async (scene) => ({
      by: await manager(scene),
      at: `/project-drafts/${await draft(scene, 'TP-1')}/risk`,
      good: choice,
    }),
  },
  {
    name: 'the beginning of a tailored project',
    fields: {},
    ready: async (scene) => ({
      by: await manager(scene),
      at: `/project-drafts/${await draft(scene, 'TP-1')}/check`,
      good: {},
    }),
  },
  {
    name: 'a project from nothing',
    fields: beginningKinds,
    ready: async (scene) => ({
      by: await manager(scene),
      at: '/projects/new/empty',
      good: await beginning(scene, 'NO-1'),
    }),
  },
]
