import { useStore } from './use-store'

export const PEOPLE_LIST = 'cw-people'

/** Whom the people column offers while a name is typed: who is in the plan, and who of us could be. */
export function PeopleList({ people }: { people: readonly string[] }) {
  const { resources } = useStore().plan.workspace.plan
  const known = new Set(resources.map(({ name }) => name.toLowerCase()))
  return (
    <datalist id={PEOPLE_LIST}>
      {resources.map(({ uid, name }) => (
        <option key={uid} value={name} />
      ))}
      {people
        .filter((name) => !known.has(name.toLowerCase()))
        .map((name) => (
          <option key={name} value={name} />
        ))}
    </datalist>
  )
}
