export type Task = { id: string; name: string; project: string; isMine: boolean }

/** Mine with their projects' names, then each project's others. */
export function TaskOptions({ tasks, mine }: { tasks: Task[]; mine: string }) {
  const own = tasks.filter(({ isMine }) => isMine)
  const others = tasks.filter(({ isMine }) => !isMine)
  return (
    <>
      {own.length > 0 ? (
        <optgroup label={mine}>
          {own.map(({ id, name, project }) => (
            <option key={id} value={id}>
              {name} · {project}
            </option>
          ))}
        </optgroup>
      ) : null}
      {[...new Set(others.map(({ project }) => project))].map((project) => (
        <optgroup key={project} label={project}>
          {others
            .filter((task) => task.project === project)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}
