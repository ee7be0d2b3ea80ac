/** What this browser remembers of how somebody likes the workspace; it works as well where nothing can be kept. */
export function kept<Value>(name: string, otherwise: Value): Value {
  try {
    const text = localStorage.getItem(`workspace.${name}`)
    return text === null ? otherwise : (JSON.parse(text) as Value)
  } catch {
    return otherwise
  }
}

export function keep<Value>(name: string, value: Value): Value {
  try {
    localStorage.setItem(`workspace.${name}`, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing is still one to plan in.
  }
  return value
}
