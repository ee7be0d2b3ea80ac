import { useStore } from './use-store'

export const PEOPLE_LIST = 'cw-people'

/** Whom the people column offers while a name is typed. */
export function PeopleList() {
  const { resources } = useStore().plan.workspace.plan
  return (
    <datalist id={PEOPLE_LIST}>
      {resources.map(({ uid, name }) => (
        <option key={uid} value={name} />
      ))}
    </datalist>
  )
}
